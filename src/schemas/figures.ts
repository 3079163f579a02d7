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
  loi: 'Les seuils de la loi',
} as const;

/** What a figure may count over the years, so that it has its place on a curve (`src/figures/measures.ts`). */
export const MEASURES = {
  cantines: 'Cantines ouvertes',
  projets: 'Projets accompagnés',
  'repas-par-an': 'Repas servis dans l’année',
  'repas-cumules': 'Repas servis depuis l’ouverture',
  adherents: 'Adhérents dans l’année',
  'convives-par-an': 'Convives accueillis dans l’année',
} as const;

export type Measure = keyof typeof MEASURES;

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
  sections: { measure: 'Une courbe, une date estimée', legalReference: 'Un seuil de la loi', ...PROVENANCE_SECTION },
  fields: {
    title: f.text({ label: 'Nom', hint: '« Cantines ouvertes, juin 2024 »', required: true, maxLength: 110 }),
    series: f.choice({ label: 'Série', options: FIGURE_SERIES, required: true }),
    value: f.decimal({ label: 'Valeur', required: true }),
    display: f.text({
      label: 'Valeur en toutes lettres',
      hint: 'Quand le nombre seul ne suffit pas : « deux tiers », « 60 à 80 % ».',
    }),
    unit: f.text({ label: 'Unité', hint: '« cantines », « convives par an », « % des convives »', required: true }),
    asOf: f.partialDate({
      label: 'Date du chiffre',
      hint: 'Vide si la source ne la donne pas. Un seuil de la loi : l’année où il s’applique.',
    }),
    source: f.url({ label: 'Source', required: true }),
    sourceTitle: f.text({ label: 'Nom de la source', required: true }),
    highlight: f.tickBox({ label: 'En avant', hint: 'Montré sur l’accueil.' }),
    measure: f.choice({
      label: 'Mesure',
      hint: 'Ce qu’il compte au fil des ans : il a alors son point sur une courbe, à sa date.',
      options: MEASURES,
    }),
    target: f.tickBox({
      label: 'Une ambition',
      hint: 'Un nombre à atteindre, pas un compte : il se montre à part, jamais sur une courbe.',
    }),
    estimated: f.tickBox({
      label: 'Date estimée',
      hint: 'La source n’est pas datée, et son texte permet de dire à peu près quand : « vers 2021 ».',
    }),
    asOfUntil: f.partialDate({
      label: 'Au plus tard',
      hint: 'Pour une date estimée entre deux : 2021 plus haut et 2022 ici se lisent « vers 2021 ou 2022 ».',
    }),
    legalReference: f.text({
      label: 'Texte de loi',
      hint: 'Pour un seuil de la loi : « CGI, art. 206, 1 bis ».',
      maxLength: 160,
    }),
    yearly: f.tickBox({
      label: 'À confirmer chaque janvier',
      hint: 'Tant que sa date est d’une année passée, le site dit « à confirmer » partout où ce chiffre est cité.',
    }),
    ...provenance,
  },
  rules: [
    {
      fields: ['estimated', 'asOf'],
      path: ['asOf'],
      holds: ({ estimated, asOf }) => !estimated || asOf !== undefined,
      expected: 'la date estimée d’un chiffre',
      remedy: 'Écrivez l’année que vous estimez, ou décochez « Date estimée ».',
    },
    {
      fields: ['estimated', 'asOf', 'asOfUntil'],
      path: ['asOfUntil'],
      holds: ({ estimated, asOf, asOfUntil }) =>
        asOfUntil === undefined || (estimated && asOf !== undefined && asOfUntil > asOf),
      expected: 'une date plus tardive que « Date du chiffre », pour une date estimée',
      remedy: 'Donnez les deux dates dans l’ordre et cochez « Date estimée », ou videz « Au plus tard ».',
    },
    {
      fields: ['measure', 'target', 'asOf'],
      path: ['asOf'],
      holds: ({ measure, target, asOf }) => measure === undefined || target || asOf !== undefined,
      expected: 'la date d’un chiffre qui a sa place sur une courbe',
      remedy: 'Écrivez au moins l’année, même estimée, ou videz « Mesure ».',
    },
    {
      fields: ['series', 'legalReference'],
      path: ['legalReference'],
      holds: ({ series, legalReference }) => series !== 'loi' || legalReference !== undefined,
      expected: 'le texte d’où vient un seuil de la loi',
      remedy: 'Donnez le code et l’article, la loi ou le décret, ou choisissez une autre série.',
    },
    {
      fields: ['yearly', 'asOf'],
      path: ['asOf'],
      holds: ({ yearly, asOf }) => !yearly || asOf !== undefined,
      expected: 'l’année d’un chiffre à confirmer chaque janvier',
      remedy: 'Écrivez l’année où ce chiffre s’applique, ou décochez « À confirmer chaque janvier ».',
    },
  ],
});

export type Figure = z.output<(typeof figures)['schema']>;
