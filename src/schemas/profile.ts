import { ACTIONS } from './actions.ts';
import { APPROVALS } from './approvals.ts';
import { asOf } from './common.ts';
import * as f from './kit/index.ts';
import { NEEDS } from './needs.ts';

/** What a cantine says publicly of itself, so that the watch knows what fits it. */
export const profile = f.group({
  label: 'Profil pour les financements',
  ask: false,
  hint: 'Seulement des faits publics. La veille s’en sert pour dire ce qui convient à la cantine ; ce que l’équipe répond dans son navigateur l’emporte, et n’est écrit nulle part.',
  fields: {
    foundedOn: f.partialDate({
      label: 'Association née en',
      hint: 'Sa création, souvent avant l’ouverture : 2021, 2021-11 ou 2021-11-08.',
    }),
    seat: f.yesNoUnknown({ label: 'Siège dans la commune de la cantine' }),
    employees: f.decimal({
      label: 'Salariés (équivalents temps plein)',
      hint: 'Deux mi-temps font 1.',
      min: 0,
      max: 1000,
    }),
    budget: f.integer({ label: 'Budget de l’année (€)', min: 0 }),
    resources: f.integer({
      label: 'Ressources de l’année (€)',
      hint: 'Tout ce que l’association a reçu dans son dernier exercice.',
      min: 0,
    }),
    approvals: f.choices({ label: 'Agréments et reconnaissances', options: APPROVALS }),
    actions: f.choices({ label: 'Ce qu’elle fait', options: ACTIONS }),
    district: f.yesNoUnknown({
      label: 'Quartier prioritaire',
      hint: 'Oui si la cantine est dans un quartier de la politique de la ville, ou agit pour lui.',
    }),
    needs: f.choices({ label: 'Ce qu’elle cherche', options: NEEDS }),
    asOf: asOf('Profil vrai en'),
  },
  rules: [
    {
      fields: ['seat', 'employees', 'budget', 'resources', 'approvals', 'actions', 'district', 'asOf'],
      path: ['asOf'],
      holds: ({ seat, employees, budget, resources, approvals, actions, district, asOf: day }) =>
        day !== undefined ||
        ([employees, budget, resources].every((figure) => figure === undefined) &&
          [seat, district].every((answer) => answer === 'unknown') &&
          approvals.length + actions.length === 0),
      expected: 'une date, dès qu’un fait peut changer',
      remedy:
        'Donnez l’année, le mois ou le jour où tout cela était vrai : sans date, la veille ne s’y fie pas. Sinon, retirez-le.',
    },
  ],
});
