import type { z } from 'zod';
import { PROVENANCE_SECTION, SOURCED, provenance } from './common.ts';
import * as f from './kit/index.ts';

export const MILESTONE_KINDS = {
  creation: 'Les débuts',
  ouverture: 'Une cantine ouvre',
  reseau: 'La vie du réseau',
  reconnaissance: 'Prix et labels',
  plaidoyer: 'Le plaidoyer',
  restauration: 'La restauration',
} as const;

export const milestones = f.collection({
  name: 'milestones',
  label: 'Dates du réseau',
  labelSingular: 'Date',
  description: 'Ce qui a marqué l’histoire du réseau, avec sa date et sa source : la ligne des années.',
  slug: '{{title}}',
  summary: '{{date}} — {{title}}',
  sortableFields: ['date', 'title'],
  viewGroups: [{ label: 'Sorte', field: 'kind' }],
  body: { label: 'En une ou deux phrases', required: false, footnotes: false },
  sections: PROVENANCE_SECTION,
  fields: {
    title: f.text({
      label: 'Ce qui s’est passé',
      hint: '« La première cantine ouvre »',
      required: true,
      maxLength: 90,
    }),
    date: f.partialDate({
      label: 'Date',
      hint: 'L’année, le mois ou le jour, pas plus précis que ne le dit la source.',
      required: true,
    }),
    until: f.partialDate({ label: 'Jusqu’à', hint: 'Quand cela a duré : 2016-03.' }),
    kind: f.choice({ label: 'Sorte', options: MILESTONE_KINDS, required: true }),
    cantine: f.reference({ label: 'Cantine', hint: 'Celle dont il s’agit, s’il y en a une.', collection: 'cantines' }),
    ...provenance,
  },
  rules: [
    SOURCED,
    {
      fields: ['date', 'until'],
      path: ['until'],
      holds: ({ date, until }) => until === undefined || until.slice(0, date.length) >= date.slice(0, until.length),
      expected: 'une fin qui ne vient pas avant le début',
      remedy: 'Corrigez l’une des deux dates, ou videz « Jusqu’à ».',
    },
  ],
});

export type Milestone = z.output<(typeof milestones)['schema']>;
