import { stringify } from 'csv-stringify/sync';
import { cantineColumns, type CantineEntry } from './columns.ts';
import { inOrder, rowOf } from './open-data.ts';

/**
 * The cantines as CSV (RFC 4180, UTF-8), one per line, as French spreadsheets open it with a double click:
 * a byte order mark, semicolons. A text that a spreadsheet would run as a formula gets an apostrophe in front.
 */
export function cantinesCsv(entries: readonly CantineEntry[], siteUrl: string): string {
  return stringify(
    inOrder(entries).map((entry) => rowOf(entry, siteUrl)),
    {
      bom: true,
      delimiter: ';',
      record_delimiter: '\r\n',
      header: true,
      columns: cantineColumns.map(({ name }) => name),
      escape_formulas: true,
    },
  );
}
