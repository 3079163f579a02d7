import type { FormSpec } from '#forms/spec.ts';

/** The fiche-projet: what a team says of its project before it enters a promotion. */
export const FICHE_PROJET: FormSpec = {
  id: 'fiche-projet',
  version: 1,
  title: 'Fiche-projet d’une Petite Cantine',
  named: 'une fiche-projet',
  consent: 'Toute l’équipe est d’accord pour que le réseau lise cette fiche et nous réponde.',
  next: [
    'L’équipe du réseau lit la fiche, puis en parle avec vous : votre envie, l’esprit des Petites Cantines, ce que vous êtes prêts à vivre entre vous.',
    'La réponse vient aux e-mails de l’équipe. La fiche n’engage à rien.',
    'Deux promotions commencent chaque année, en octobre et en mars.',
  ],
  steps: [
    {
      id: 'equipe',
      title: 'L’équipe',
      intro:
        'On n’ouvre pas une cantine seul : elle repose sur la relation, et demande pas mal d’huile de coude. Présentez-vous, à deux au moins. Plus on est de fourchettes, plus on rit !',
      people: {
        name: 'equipe',
        label: 'Personne',
        add: 'Ajouter une personne',
        min: 2,
        max: 12,
        tooFew:
          'Présentez au moins deux personnes : une cantine se tient à plusieurs, et vous en aurez besoin les jours de fatigue. Si vous êtes encore seul, gardez ce brouillon et venez à une session « ça mijote » : c’est là que l’on rencontre les autres.',
        fields: [
          {
            name: 'nom',
            label: 'Prénom et nom',
            kind: 'line',
            required: true,
            missing: 'Écrivez le prénom et le nom de cette personne.',
            autoComplete: 'off',
          },
          {
            name: 'email',
            label: 'E-mail',
            kind: 'email',
            required: true,
            missing: 'Écrivez l’e-mail de cette personne : le réseau répond à toute l’équipe.',
            autoComplete: 'off',
          },
          { name: 'telephone', label: 'Téléphone', kind: 'telephone', autoComplete: 'off' },
          {
            name: 'talents',
            label: 'Ce que cette personne apporte',
            hint: 'Un métier, un talent, du temps, un carnet d’adresses.',
            kind: 'text',
          },
        ],
      },
      fields: [
        {
          name: 'rencontre',
          label: 'Comment vous êtes-vous rencontrés ?',
          hint: 'Et ce que vous avez déjà fait ensemble.',
          kind: 'text',
        },
        {
          name: 'session',
          label: 'Avez-vous suivi une session « ça mijote » ?',
          kind: 'choice',
          options: {
            tous: 'Oui, toute l’équipe',
            'une-partie': 'Oui, une partie de l’équipe',
            'pas-encore': 'Pas encore',
          },
        },
      ],
    },
    {
      id: 'territoire',
      title: 'Le territoire',
      intro: 'Une cantine est celle de son quartier. Racontez l’endroit où vous l’imaginez.',
      fields: [
        {
          name: 'commune',
          label: 'Commune',
          kind: 'commune',
          required: true,
          missing: 'Écrivez le nom de la commune, même si vous hésitez encore.',
        },
        { name: 'quartier', label: 'Quartier', kind: 'line' },
        {
          name: 'habitants',
          label: 'Qui habite là, et qu’est-ce qui manque pour s’y rencontrer ?',
          kind: 'text',
          required: true,
          missing: 'Dites en quelques mots qui habite là et ce qui manque.',
        },
        {
          name: 'acteurs',
          label: 'Avec qui en avez-vous déjà parlé ?',
          hint: 'Des gens du quartier, des associations, la mairie, une cantine déjà ouverte.',
          kind: 'text',
        },
      ],
    },
    {
      id: 'envie',
      title: 'L’envie',
      intro: 'Il n’y a pas de bonne réponse : il y a la vôtre.',
      fields: [
        {
          name: 'pourquoi',
          label: 'Pourquoi une Petite Cantine, et pourquoi vous ?',
          kind: 'text',
          required: true,
          missing: 'Dites ce qui vous donne envie, avec vos mots.',
        },
        {
          name: 'role',
          label: 'Quelle place chaque personne aimerait-elle y prendre ?',
          hint: 'Administrer, cuisiner, accueillir, chercher le local, tenir les comptes.',
          kind: 'text',
        },
        {
          name: 'questions',
          label: 'Qu’est-ce qui vous inquiète, ou vous questionne ?',
          kind: 'text',
        },
      ],
    },
    {
      id: 'lieu',
      title: 'Le lieu',
      intro: 'Beaucoup d’équipes commencent sans local : ce n’est pas un obstacle pour envoyer la fiche.',
      fields: [
        {
          name: 'local',
          label: 'Où en êtes-vous du local ?',
          kind: 'choice',
          required: true,
          missing: 'Choisissez où vous en êtes, même si vous n’avez rien cherché.',
          options: {
            rien: 'Nous n’avons pas encore cherché',
            recherche: 'Nous cherchons',
            piste: 'Nous avons une piste',
            trouve: 'Nous l’avons trouvé',
          },
        },
        {
          name: 'description-du-local',
          label: 'À quoi ressemble-t-il, ou à quoi devrait-il ressembler ?',
          hint: 'La taille, la cuisine, l’accès en fauteuil ou avec une poussette, le loyer, à qui il est.',
          kind: 'text',
        },
      ],
    },
    {
      id: 'moyens',
      title: 'Les moyens',
      intro: 'Du temps, de l’argent, des appuis : ce que vous avez, et ce qui reste à trouver.',
      fields: [
        {
          name: 'temps',
          label: 'Combien de temps chaque personne peut-elle y donner ?',
          kind: 'text',
          required: true,
          missing: 'Donnez un ordre de grandeur, par exemple une soirée par semaine.',
        },
        {
          name: 'argent',
          label: 'Quels moyens avez-vous déjà, ou en vue ?',
          hint: 'Un prêt de salle, une subvention, des dons, du matériel.',
          kind: 'text',
        },
        {
          name: 'promotion',
          label: 'À quelle promotion pensez-vous ?',
          kind: 'choice',
          options: { octobre: 'Celle d’octobre', mars: 'Celle de mars', indecis: 'Nous ne savons pas encore' },
        },
      ],
    },
    {
      id: 'ambitions',
      title: 'Les trois ambitions',
      intro:
        'Il n’y a pas un modèle à copier, mais trois ambitions à tenir ensemble. Dites comment vous vous y prendriez, là où vous êtes.',
      fields: [
        {
          name: 'bien-etre',
          label: 'Le bien-être de l’équipe',
          hint: 'Comment décider, se parler, se reposer, vivre entre vous ce que la cantine propose à table.',
          kind: 'text',
          required: true,
          missing: 'Écrivez une première idée sur le bien-être de l’équipe.',
        },
        {
          name: 'equilibre',
          label: 'L’équilibre économique',
          hint: 'Le prix libre, et ce qui viendrait le compléter.',
          kind: 'text',
          required: true,
          missing: 'Écrivez une première idée sur l’équilibre économique.',
        },
        {
          name: 'impact',
          label: 'L’impact social',
          hint: 'Qui se rencontrerait à cette table, et qui ne se rencontre pas aujourd’hui.',
          kind: 'text',
          required: true,
          missing: 'Écrivez une première idée sur l’impact social.',
        },
      ],
    },
  ],
};
