import type { z } from 'zod';
import { PROVENANCE_SECTION, provenance } from './common.ts';
import * as f from './kit/index.ts';

export const FIGURE_SERIES = {
  cantines: 'Cantines ouvertes',
  projets: 'Projets accompagnés',
  convives: 'Convives et repas',
  equipe: 'Les personnes',
  economie: 'L’économie d’une cantine',
  impact: 'Ce que la table change',
  confiance: 'La confiance en France',
} as const;

export const figures = f.collection({
  name: 'figures',
  label: 'Chiffres clés',
  labelSingular: 'Chiffre',
  description: 'Un chiffre, son unité, sa date et sa source.',
  slug: '{{title}}',
  summary: '{{value}} {{unit}} ({{asOf}})',
  sortableFields: ['asOf', 'title'],
  viewGroups: [{ label: 'Série', field: 'series' }],
  body: { label: 'Comment lire ce chiffre', required: false },
  sections: PROVENANCE_SECTION,
  fields: {
    title: f.text({ label: 'Nom', hint: '« Cantines ouvertes, juin 2024 »', required: true, maxLength: 110 }),
    series: f.choice({ label: 'Série', options: FIGURE_SERIES, required: true }),
    value: f.decimal({ label: 'Valeur', required: true }),
    display: f.text({
      label: 'Valeur en toutes lettres',
      hint: 'Quand le nombre seul ne suffit pas : « deux tiers », « 60 à 80 % ».',
    }),
    unit: f.text({ label: 'Unité', hint: '« cantines », « convives par an », « % des convives »', required: true }),
    asOf: f.partialDate({ label: 'Date du chiffre', hint: 'Vide si la source ne la donne pas.' }),
    source: f.url({ label: 'Source', required: true }),
    sourceTitle: f.text({ label: 'Nom de la source', required: true }),
    highlight: f.tickBox({ label: 'En avant', hint: 'Montré sur l’accueil.' }),
    ...provenance,
  },
});

export type Figure = z.output<(typeof figures)['schema']>;
