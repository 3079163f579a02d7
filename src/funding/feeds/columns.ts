/**
 * A call as one line of a spreadsheet: plain values, so that the browser can write the file of what it shows.
 * Dates are `YYYY-MM-DD`.
 */
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

/** The columns, in their order: the same in `/financements.csv` and in what a visitor saves from the list. */
export const opportunityColumns: readonly OpportunityColumn[] = [
  { header: 'titre', description: 'Le nom de l’appel, de l’aide ou du prix.', value: ({ title }) => title },
  { header: 'type', description: 'Appel à projets, subvention, prix, don en nature…', value: ({ kind }) => kind },
  { header: 'financeur', description: 'Qui finance.', value: ({ funder }) => funder },
  { header: 'pour_qui', description: 'Qui peut répondre, à notre lecture.', value: ({ audience }) => audience },
  { header: 'territoire', description: 'Où il faut être.', value: ({ territory }) => territory },
  { header: 'montant_min', description: 'En euros, quand il est connu.', value: ({ min }) => min },
  { header: 'montant_max', description: 'En euros, quand il est connu.', value: ({ max }) => max },
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

/** What a spreadsheet would run as a formula, be it behind apostrophes. */
const FORMULA = /^'*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/;

/**
 * A value as a cell. A text that a spreadsheet would run as a formula gets an apostrophe in front, which the
 * spreadsheet shows or hides, but never runs; taking one away from such a cell gives the text back.
 */
function cellOf(value: Cell): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[;"\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Calls as CSV (RFC 4180, UTF-8), as French spreadsheets open it with a double click: a byte order mark, semicolons,
 * lines ended by CRLF. It imports nothing, so that a page can write it too.
 */
export function opportunitiesCsv(lines: readonly OpportunityLine[]): string {
  const rows = [
    opportunityColumns.map(({ header }) => header),
    ...lines.map((line) => opportunityColumns.map(({ value }) => cellOf(value(line)))),
  ];
  return `\ufeff${rows.map((row) => `${row.join(';')}\r\n`).join('')}`;
}
