import { typeset } from '#domain/typography.ts';
import { csvOf } from '#feeds/csv.ts';
import { inOrder } from '#feeds/open-data.ts';
import { FIGURE_SERIES, MEASURES } from '#schemas/figures.ts';
import { figureNote, figurePage, figureTitle, type PublishedFigure } from './published.ts';

type Cell = string | number | undefined;

/** A column of the spreadsheet: its header, as French spreadsheets and databases like it, and what it holds. */
export interface FigureColumn {
  header: string;
  /** For whoever reuses the data. */
  description: string;
  value: (figure: PublishedFigure, siteUrl: string) => Cell;
}

const yes = (ticked: boolean): string => (ticked ? 'oui' : 'non');

/** The columns, in their order. */
export const figureColumns: readonly FigureColumn[] = [
  { header: 'identifiant', description: 'Le même que dans l’adresse, et pour toujours.', value: ({ id }) => id },
  {
    header: 'titre',
    description: 'Ce que le chiffre dit, et de quand.',
    value: (figure) => typeset(figureTitle(figure)),
  },
  {
    header: 'serie',
    description: 'Le sujet sous lequel il est rangé.',
    value: ({ data }) => FIGURE_SERIES[data.series],
  },
  {
    header: 'mesure',
    description: 'Ce qu’il compte au fil des ans : deux chiffres d’une même mesure se comparent.',
    value: ({ data }) => data.measure && MEASURES[data.measure],
  },
  {
    header: 'valeur',
    description: 'Le nombre, le plus bas quand la source en donne deux.',
    value: ({ data }) => data.value,
  },
  {
    header: 'en_toutes_lettres',
    description: 'Ce qui se lit à la place du nombre : « une quinzaine », « 60 à 80 % ».',
    value: ({ data }) => data.display && typeset(data.display),
  },
  { header: 'unite', description: 'Ce que le nombre compte.', value: ({ data }) => typeset(data.unit) },
  {
    header: 'date',
    description: 'Une année, un mois ou un jour, quand ils sont connus.',
    value: ({ data }) => data.asOf,
  },
  {
    header: 'date_au_plus_tard',
    description: 'La fin de la période, pour une date estimée entre deux.',
    value: ({ data }) => data.asOfUntil,
  },
  {
    header: 'date_estimee',
    description: 'oui : la source n’est pas datée, et son texte dit à peu près quand.',
    value: ({ data }) => yes(data.estimated),
  },
  {
    header: 'ambition',
    description: 'oui : un nombre à atteindre, pas un compte.',
    value: ({ data }) => yes(data.target),
  },
  {
    header: 'texte_de_loi',
    description: 'Le texte d’où vient un seuil de la loi.',
    value: ({ data }) => data.legalReference && typeset(data.legalReference),
  },
  {
    header: 'a_confirmer_chaque_annee',
    description: 'oui : il vaut pour l’année de sa date.',
    value: ({ data }) => yes(data.yearly),
  },
  { header: 'note', description: 'Comment lire ce chiffre.', value: (figure) => figureNote(figure) },
  { header: 'source', description: 'Qui le publie.', value: ({ data }) => typeset(data.sourceTitle) },
  { header: 'adresse_source', description: 'La page où il a été lu.', value: ({ data }) => data.source },
  { header: 'page', description: 'Le chiffre sur ce site.', value: ({ id }, siteUrl) => figurePage(id, siteUrl) },
];

/** Figures as CSV, one per line. */
export const figuresCsv = (figures: readonly PublishedFigure[], siteUrl: string): string =>
  csvOf(
    figureColumns.map(({ header }) => header),
    inOrder(figures).map((figure) => figureColumns.map(({ value }) => value(figure, siteUrl))),
  );
