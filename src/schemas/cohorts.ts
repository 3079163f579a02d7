import type { z } from 'zod';
import { PROVENANCE_SECTION, provenance, summary } from './common.ts';
import * as f from './kit/index.ts';

export const COHORT_SEASONS = { october: 'Octobre', march: 'Mars' } as const;

export const cohorts = f.collection({
  name: 'cohorts',
  label: 'Promotions',
  labelSingular: 'Promotion',
  description: 'Les deux promotions de porteurs de projet par an : octobre et mars.',
  slug: '{{title}}',
  summary: '{{title}}',
  body: { label: 'Présentation', required: false, footnotes: false },
  sections: PROVENANCE_SECTION,
  fields: {
    title: f.text({ label: 'Nom', hint: '« Promotion de mars 2027 »', required: true }),
    summary,
    season: f.choice({ label: 'Saison', options: COHORT_SEASONS, required: true }),
    year: f.integer({ label: 'Année', min: 2016, max: 2100, required: true }),
    applyBy: f.date({ label: 'Fiche-projet à envoyer avant le', hint: 'Vide tant que la date n’est pas fixée.' }),
    startsOn: f.partialDate({ label: 'Début', hint: 'Le mois ou le jour : 2027-03.', required: true }),
    steps: f.list({
      label: 'Étapes du parcours',
      labelSingular: 'étape',
      item: f.group({
        label: 'Étape',
        summary: '{{fields.title}}',
        fields: {
          title: f.text({ label: 'Titre', required: true }),
          month: f.partialDate({ label: 'Mois', hint: '2027-04. Vide si le mois n’est pas connu.' }),
          description: f.paragraph({ label: 'Ce qui s’y passe' }),
        },
      }),
    }),
    ...provenance,
  },
  rules: [
    {
      fields: ['applyBy', 'startsOn'],
      path: ['applyBy'],
      holds: ({ applyBy, startsOn }) => applyBy === undefined || applyBy.slice(0, startsOn.length) <= startsOn,
      expected: 'une date limite avant le début de la promotion',
      remedy: 'Avancez la date limite, ou corrigez le début.',
    },
    {
      fields: ['year', 'startsOn'],
      path: ['startsOn'],
      holds: ({ year, startsOn }) => startsOn.startsWith(String(year)),
      expected: 'un début dans l’année de la promotion',
      remedy: 'Mettez la même année dans « Année » et dans « Début ».',
    },
  ],
});

export type Cohort = z.output<(typeof cohorts)['schema']>;
