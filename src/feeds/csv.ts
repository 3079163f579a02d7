import { stringify } from 'csv-stringify/sync';
import { plainData } from '#domain/plain-text.ts';

type Cell = string | number | null | undefined;

/**
 * Rows as CSV (RFC 4180, UTF-8), as French spreadsheets open it with a double click: a byte order mark, semicolons,
 * lines ended by CRLF. A text that a spreadsheet would run as a formula gets an apostrophe in front.
 * @param options `bom`: false for programs that would take the mark for a part of the first name
 */
export const csvOf = (header: readonly string[], rows: readonly (readonly Cell[])[], { bom = true } = {}): string =>
  stringify(plainData([header, ...rows]), {
    bom,
    delimiter: ';',
    record_delimiter: '\r\n',
    escape_formulas: true,
    // Some readers trim a cell that is not quoted.
    quoted_match: /^\s|\s$/,
  });
