import type { z } from 'zod';
import { PROVENANCE_SECTION, provenance, summary } from './common.ts';
import * as f from './kit/index.ts';
import { references } from './references.ts';

export const STORY_KINDS = {
  recit: 'Récit',
  'point-de-vue': 'Point de vue',
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

/** The kinds that speak in the name of the network: who reads one takes it for what the network found, or asks for. */
const SIGNED_KINDS: readonly string[] = ['tribune', 'etude'];

/** The kinds that argue from what others wrote; a récit may be what its author lived. */
const READ_KINDS: readonly string[] = ['point-de-vue', 'presse'];

export const stories = f.collection({
  name: 'stories',
  label: 'Plaidoyer',
  labelSingular: 'Texte du plaidoyer',
  description: 'Récits, points de vue, tribunes, études, podcasts et presse.',
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
    signedByNetwork: f.tickBox({
      label: 'Signé par le réseau',
      hint: 'Cochez quand le réseau a relu ce texte et le signe. Une tribune ou une étude l’est toujours ; sinon, c’est un point de vue.',
    }),
    publishedOn: f.date({ label: 'Publié le', required: true }),
    references,
    cantines: f.references({ label: 'Cantines citées', collection: 'cantines' }),
    figures: f.references({ label: 'Chiffres cités', collection: 'figures' }),
    ...provenance,
  },
  rules: [
    {
      fields: ['kind', 'signedByNetwork'],
      path: ['kind'],
      holds: ({ kind, signedByNetwork }) => signedByNetwork || !SIGNED_KINDS.includes(kind),
      expected: 'une tribune ou une étude signée par le réseau',
      remedy: 'Choisissez « Point de vue », ou cochez « Signé par le réseau » si le réseau a relu et signe ce texte.',
    },
    {
      fields: ['kind', 'sources', 'references', 'signedByNetwork'],
      path: ['sources'],
      holds: ({ kind, sources, references: cited, signedByNetwork }) =>
        signedByNetwork || !READ_KINDS.includes(kind) || sources.length > 0 || cited.length > 0,
      expected: 'au moins une source ou une référence, pour un point de vue ou un texte de presse',
      remedy: 'Ajoutez l’adresse de ce que vous avez lu. Pour ce que vous avez vécu, choisissez « Récit ».',
    },
  ],
});

export type Story = z.output<(typeof stories)['schema']>;
