import * as f from './kit/index.ts';

/** Whether those whom one recognises on a photo have agreed that it be published. */
export const PHOTO_CONSENT = {
  nobody: 'On n’y reconnaît personne',
  yes: 'On reconnaît des personnes, et toutes ont dit oui',
  no: 'On reconnaît des personnes, et il manque un accord',
} as const;

/** The photo of an entry, with whom it shows and who agreed. */
export const photo = f.optionalGroup({
  label: 'Photo',
  ask: false,
  hint: 'Facultative : sans photo, la nappe suffit.',
  fields: {
    image: f.image({ label: 'Fichier', required: true }),
    alt: f.text({ label: 'Ce que montre la photo', hint: 'Pour qui ne la voit pas.', required: true }),
    credit: f.text({
      label: 'Crédit',
      hint: 'Qui a pris la photo, comme cette personne veut être nommée. Montré dessous.',
    }),
    consent: f.choice({
      label: 'Accord des personnes',
      hint: 'Pour un enfant, l’accord de ses parents. Sans accord, la photo ne se publie pas.',
      options: PHOTO_CONSENT,
      required: true,
    }),
    consentOn: f.date({ label: 'Accord donné le', hint: 'Quand on reconnaît quelqu’un.' }),
    consentBy: f.text({
      label: 'Accord recueilli par',
      hint: 'Une fonction : « le bureau de l’association ». Pas de nom : la fiche est publique.',
      maxLength: 120,
    }),
  },
  rules: [
    {
      fields: ['consent'],
      path: ['consent'],
      holds: ({ consent }) => consent !== 'no',
      expected: 'l’accord de chaque personne que l’on reconnaît',
      remedy:
        'Choisissez une photo où l’on ne reconnaît personne, ou retirez celle-ci le temps de demander l’accord qui manque.',
    },
    {
      fields: ['consent', 'consentOn'],
      path: ['consentOn'],
      holds: ({ consent, consentOn }) => consent !== 'yes' || consentOn !== undefined,
      expected: 'le jour où les personnes reconnaissables ont dit oui',
      remedy: 'Écrivez ce jour, ou choisissez une photo où l’on ne reconnaît personne.',
    },
    {
      fields: ['consent', 'consentBy'],
      path: ['consentBy'],
      holds: ({ consent, consentBy }) => consent !== 'yes' || consentBy !== undefined,
      expected: 'la fonction de qui a recueilli l’accord',
      remedy:
        'Écrivez une fonction, « le bureau de l’association » ; ou choisissez une photo où l’on ne reconnaît personne.',
    },
  ],
});
