import type { FormSpec } from '#forms/spec.ts';

/** What one chooses among: stored value → label. */
type Options = Readonly<Record<string, string>>;

/** What a cantine asks the network: a form of one step, without a private person's name. */
export function hotlineOf({ cantines, topics }: { cantines: Options; topics: Options }): FormSpec {
  return {
    id: 'question-au-reseau',
    version: 1,
    title: 'Question d’une cantine',
    named: 'une question',
    consent: 'J’accepte que ces réponses servent à répondre à cette question.',
    next: ['La réponse vient à l’e-mail de la cantine.'],
    steps: [
      {
        id: 'question',
        title: 'Votre question',
        intro: 'Écrivez comme vous parleriez au téléphone. Rien ne part avant d’appuyer sur le dernier bouton.',
        fields: [
          {
            name: 'question',
            label: 'Que voulez-vous savoir ?',
            hint: 'Le contexte aide : ce que vous avez déjà lu, la date qui presse, le montant en jeu.',
            kind: 'text',
            required: true,
            missing: 'Écrivez votre question.',
            maxLength: 3000,
          },
          {
            name: 'sujet',
            label: 'Sujet',
            kind: 'select',
            required: true,
            missing: 'Choisissez un sujet, ou « Autre chose ».',
            options: { ...topics, autre: 'Autre chose' },
          },
          {
            name: 'appel',
            label: 'Le financement dont il s’agit',
            hint: 'Son nom, ou l’adresse de sa page.',
            kind: 'line',
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
            name: 'email',
            label: 'E-mail de la cantine',
            hint: 'L’adresse commune, plutôt que la vôtre : la réponse y arrive.',
            kind: 'email',
            required: true,
            missing: 'Écrivez l’e-mail de la cantine : la réponse y arrive.',
            autoComplete: 'email',
          },
        ],
      },
    ],
  };
}
