import type { FormSpec } from '#forms/spec.ts';

/** What a cantine says to open a joint answer: a form of one step, without a private person’s name. */
export function openingOf(cantines: Readonly<Record<string, string>>): FormSpec {
  return {
    id: 'reponse-commune',
    version: 1,
    title: 'Une réponse commune à ouvrir',
    named: 'une proposition de réponse commune',
    consent:
      'J’accepte que cette proposition soit publiée, sans aucun nom de personne, et serve à réunir les cantines.',
    next: [
      'Le réseau relit, puis publie la réponse commune : elle se voit sur la page de l’appel et dans la veille des cantines concernées.',
      'Les cantines intéressées écrivent à l’adresse partagée que vous avez donnée.',
    ],
    steps: [
      {
        id: 'proposition',
        title: 'Votre proposition',
        intro:
          'Quelques lignes suffisent : une réponse commune se précise à plusieurs. Ne nommez personne, ce texte sera public.',
        fields: [
          {
            name: 'appel',
            label: 'Le financement',
            hint: 'Son nom, ou l’adresse de sa page.',
            kind: 'line',
            required: true,
            missing: 'Écrivez le nom du financement, ou l’adresse de sa page.',
            maxLength: 400,
          },
          {
            name: 'cantine',
            label: 'Votre cantine',
            kind: 'select',
            required: true,
            missing: 'Choisissez votre cantine, ou « Une autre cantine, ou un projet ».',
            options: { ...cantines, autre: 'Une autre cantine, ou un projet' },
          },
          {
            name: 'idee',
            label: 'Ce que nous ferions ensemble',
            kind: 'text',
            required: true,
            missing: 'Dites en quelques lignes ce que les cantines feraient ensemble.',
            maxLength: 3000,
          },
          {
            name: 'cherche',
            label: 'Qui vous cherchez',
            hint: 'Combien de cantines, où, avec quelle expérience. Vide : toutes sont les bienvenues.',
            kind: 'line',
          },
          {
            name: 'dejaLa',
            label: 'Cantines déjà d’accord',
            kind: 'line',
          },
          {
            name: 'avant',
            label: 'Se joindre avant le',
            hint: 'Le jour où il faudra savoir qui en est. Vide : le réseau le propose.',
            kind: 'line',
          },
          {
            name: 'email',
            label: 'E-mail de la cantine',
            hint: 'L’adresse commune, plutôt que la vôtre : elle sera publiée, les autres cantines y écrivent.',
            kind: 'email',
            required: true,
            missing: 'Écrivez l’e-mail de la cantine : les autres y écrivent.',
            autoComplete: 'email',
          },
        ],
      },
    ],
  };
}
