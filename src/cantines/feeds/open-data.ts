import { cantineColumns, type CantineEntry } from './columns.ts';
import { LICENCE, PUBLISHER } from '#feeds/licence.ts';

/** A cantine as open data: every column, null when nobody knows. */
type Row = Readonly<Record<string, string | number | null>>;

/** Where the columns of the files are explained, and their JSON Schema. */
export const DOCUMENTATION = '/donnees-ouvertes/';
export const ROW_SCHEMA = '/schemas/donnees-cantines.json';

/** The entries in the order of the files. */
export const inOrder = <E extends CantineEntry>(entries: readonly E[]): E[] =>
  entries.toSorted((a, b) => a.id.localeCompare(b.id, 'en'));

export function rowOf(entry: CantineEntry, siteUrl: string): Row {
  return Object.fromEntries(cantineColumns.map(({ name, read }) => [name, read(entry, siteUrl) ?? null]));
}

/** The last day on which someone read a source of the data or confirmed an entry; undefined when nobody wrote it. */
export function updatedOn(entries: readonly CantineEntry[]): string | undefined {
  return entries
    .flatMap(({ data }) => [data.verifiedOn, ...data.sources.map(({ readOn }) => readOn)])
    .reduce<string | undefined>((last, day) => (day !== undefined && day > (last ?? '') ? day : last), undefined);
}

/** What the licence asks to be told with the data. */
export function credits(entries: readonly CantineEntry[], siteUrl: string) {
  return {
    licence: { nom: LICENCE.name, url: LICENCE.url },
    source: PUBLISHER,
    mise_a_jour: updatedOn(entries) ?? null,
    documentation: siteUrl + DOCUMENTATION,
  };
}

/** The cantines as JSON. */
export function cantinesJson(entries: readonly CantineEntry[], siteUrl: string) {
  return {
    $schema: siteUrl + ROW_SCHEMA,
    ...credits(entries, siteUrl),
    cantines: inOrder(entries).map((entry) => rowOf(entry, siteUrl)),
  };
}
