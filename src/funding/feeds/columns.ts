import { csvOf } from '#feeds/csv.ts';

/** An opportunity as one line of a spreadsheet. Dates are `YYYY-MM-DD`. */
export interface OpportunityLine {
  title: string;
  /** Labels, as a visitor reads them. */
  kind: string;
  funder: string | undefined;
  audience: string;
  territory: string;
  /** Euros. */
  min: number | undefined;
  max: number | undefined;
  /** In words: what a share is of changes what it means. */
  share: string | undefined;
  /** The latest window that is known, be it closed. */
  opensOn: string | undefined;
  closesOn: string | undefined;
  readOn: string | undefined;
  officialUrl: string | undefined;
  page: string;
}

type Cell = string | number | undefined;

/** A column of the spreadsheet: its header, as French spreadsheets and databases like it, and what it holds. */
export interface OpportunityColumn {
  header: string;
  /** For whoever reuses the data. */
  description: string;
  value: (line: OpportunityLine) => Cell;
}

/** The columns, in their order. */
export const opportunityColumns: readonly OpportunityColumn[] = [
  { header: 'titre', description: 'Le nom de l’appel, de l’aide ou du prix.', value: ({ title }) => title },
  { header: 'type', description: 'Appel à projets, subvention, prix, don en nature…', value: ({ kind }) => kind },
  { header: 'financeur', description: 'Qui finance.', value: ({ funder }) => funder },
  { header: 'pour_qui', description: 'Qui peut répondre, à notre avis.', value: ({ audience }) => audience },
  { header: 'territoire', description: 'Où il faut être.', value: ({ territory }) => territory },
  { header: 'montant_min', description: 'En euros, quand il est connu.', value: ({ min }) => min },
  { header: 'montant_max', description: 'En euros, quand il est connu.', value: ({ max }) => max },
  {
    header: 'part',
    description: 'La part prise en charge au plus, et de quoi : du projet, d’un prêt, du Smic…',
    value: ({ share }) => share,
  },
  {
    header: 'ouvre_le',
    description: 'Le début de la dernière période de dépôt connue, même passée.',
    value: ({ opensOn }) => opensOn,
  },
  {
    header: 'clot_le',
    description: 'La fin de cette période, même passée : jamais une date devinée.',
    value: ({ closesOn }) => closesOn,
  },
  {
    header: 'relu_le',
    description: 'Le dernier jour où quelqu’un a confirmé la fiche ou lu une de ses sources.',
    value: ({ readOn }) => readOn,
  },
  { header: 'page_officielle', description: 'La page du financeur.', value: ({ officialUrl }) => officialUrl },
  { header: 'fiche', description: 'Notre fiche, avec ses sources et leurs dates.', value: ({ page }) => page },
];

/** Opportunities as CSV, one per line. */
export const opportunitiesCsv = (lines: readonly OpportunityLine[]): string =>
  csvOf(
    opportunityColumns.map(({ header }) => header),
    lines.map((line) => opportunityColumns.map(({ value }) => value(line))),
  );
