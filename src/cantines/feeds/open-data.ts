import type { CantineEntry } from './column.ts';
import { cantineColumns } from './columns.ts';
import { plainData } from '#domain/plain-text.ts';
import { csvOf } from '#feeds/csv.ts';
import { credits, inOrder } from '#feeds/open-data.ts';

/** A cantine as open data: every column, null when nobody knows. */
type Row = Readonly<Record<string, string | number | null>>;

/** Where the JSON Schema of the rows is. */
export const ROW_SCHEMA = '/schemas/donnees-cantines.json';

export function rowOf(entry: CantineEntry, siteUrl: string): Row {
  return plainData(Object.fromEntries(cantineColumns.map(({ name, read }) => [name, read(entry, siteUrl) ?? null])));
}

/** The last day on which someone read a source of the data or confirmed an entry; undefined when nobody wrote it. */
export function updatedOn(entries: readonly CantineEntry[]): string | undefined {
  return entries
    .flatMap(({ data }) => [
      data.verifiedOn,
      ...data.confirmations.map(({ on }) => on),
      ...data.sources.map(({ readOn }) => readOn),
    ])
    .reduce<string | undefined>((last, day) => (day !== undefined && day > (last ?? '') ? day : last), undefined);
}

/** The cantines as JSON. */
export function cantinesJson(entries: readonly CantineEntry[], siteUrl: string) {
  return {
    $schema: siteUrl + ROW_SCHEMA,
    ...credits(updatedOn(entries), siteUrl),
    cantines: inOrder(entries).map((entry) => rowOf(entry, siteUrl)),
  };
}

/** The cantines as CSV, one per line. */
export const cantinesCsv = (entries: readonly CantineEntry[], siteUrl: string): string =>
  csvOf(
    cantineColumns.map(({ name }) => name),
    inOrder(entries).map((entry) => Object.values(rowOf(entry, siteUrl))),
  );
