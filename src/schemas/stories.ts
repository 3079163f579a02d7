import type { z } from 'zod';
import { PROVENANCE_SECTION, provenance, summary } from './common.ts';
import * as f from './kit/index.ts';

export const STORY_KINDS = {
  recit: 'Récit',
  tribune: 'Tribune',
  etude: 'Étude',
  podcast: 'Podcast',
  presse: 'Presse',
} as const;

export const STORY_THEMES = {
  confiance: 'La confiance',
  table: 'Cuisiner et manger ensemble',
  isolement: 'L’isolement',
  'prix-libre': 'Le prix libre',
  gouvernance: 'Décider ensemble',
  restauration: 'La restauration',
} as const;

export const stories = f.collection({
  name: 'stories',
  label: 'Plaidoyer',
  labelSingular: 'Texte du plaidoyer',
  description: 'Récits, tribunes, études, podcasts et presse.',
  slug: '{{title}}',
  summary: '{{title}} ({{kind}})',
  sortableFields: ['publishedOn', 'title'],
  viewGroups: [{ label: 'Genre', field: 'kind' }],
  body: { label: 'Texte', required: true },
  sections: {
    references: 'Références et renvois',
    ...PROVENANCE_SECTION,
  },
  fields: {
    title: f.text({ label: 'Titre', required: true, maxLength: 110 }),
    summary,
    kind: f.choice({ label: 'Genre', options: STORY_KINDS, required: true }),
    theme: f.choice({ label: 'Thème', options: STORY_THEMES, required: true }),
    authors: f.list({
      label: 'Auteurs',
      labelSingular: 'auteur',
      hint: 'Une personne ou une équipe : « l’équipe du réseau ».',
      item: f.text({ label: 'Nom', required: true }),
    }),
    publishedOn: f.date({ label: 'Publié le', required: true }),
    references: f.list({
      label: 'Références',
      labelSingular: 'référence',
      item: f.group({
        label: 'Référence',
        summary: '{{fields.title}}',
        fields: {
          title: f.text({ label: 'Titre', required: true }),
          author: f.text({ label: 'Auteur ou éditeur' }),
          publishedOn: f.partialDate({ label: 'Date' }),
          url: f.url({ label: 'Adresse' }),
        },
      }),
    }),
    cantines: f.references({ label: 'Cantines citées', collection: 'cantines' }),
    figures: f.references({ label: 'Chiffres cités', collection: 'figures' }),
    ...provenance,
  },
});

export type Story = z.output<(typeof stories)['schema']>;
