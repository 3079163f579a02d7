import type { z } from 'zod';
import { PROVENANCE_SECTION, asOf, provenance, summary, territory, THEMES } from './common.ts';
import * as f from './kit/index.ts';

export const FUNDER_KINDS = {
  etat: 'État et opérateurs',
  collectivite: 'Collectivité',
  'securite-sociale': 'Organisme de sécurité sociale',
  fondation: 'Fondation ou fonds de dotation',
  entreprise: 'Entreprise',
  banque: 'Banque ou finance solidaire',
  association: 'Association ou réseau',
} as const;

export const funders = f.collection({
  name: 'funders',
  label: 'Financeurs',
  labelSingular: 'Financeur',
  description: 'Fondations, entreprises, collectivités et services publics.',
  slug: '{{title}}',
  summary: '{{title}}',
  viewGroups: [{ label: 'Type', field: 'kind' }],
  body: { label: 'Présentation', required: false },
  sections: {
    territory: 'Où, et pour quoi',
    ...PROVENANCE_SECTION,
  },
  fields: {
    title: f.text({ label: 'Nom', required: true, maxLength: 120 }),
    summary,
    kind: f.choice({ label: 'Type', options: FUNDER_KINDS, required: true }),
    website: f.url({ label: 'Site web' }),
    approach: f.paragraph({
      label: 'Comment l’aborder',
      hint: 'À qui écrire, par quel guichet, avec quels mots.',
      maxLength: 600,
    }),
    territory,
    themes: f.choices({ label: 'Thèmes', options: THEMES }),
    support: f.list({
      label: 'Soutien déjà donné aux Petites Cantines',
      labelSingular: 'soutien',
      item: f.group({
        label: 'Soutien',
        summary: '{{fields.what}}',
        fields: {
          what: f.text({ label: 'Quoi', required: true }),
          cantine: f.reference({ label: 'Cantine', hint: 'Vide pour le réseau.', collection: 'cantines' }),
          amount: f.integer({ label: 'Montant (€)', min: 0 }),
          asOf: asOf('Date'),
          source: f.url({ label: 'Source' }),
        },
      }),
    }),
    ...provenance,
  },
});

export type Funder = z.output<(typeof funders)['schema']>;
