import { fold } from '#domain/fold.ts';
import type { Table } from './tables.ts';

/** The first row of a sheet is the head: rows of a table begin at the second. */
const FIRST_ROW = 2;

/** A column of the sum of all those before it: « Année », « Total ». */
const ALL = /^(?:annee|total)$/;

/** `0` → `A`, `27` → `AB`. */
export function letterOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letterOf(Math.floor(column / 26) - 1) + last;
}

const cellAt = (column: number, row: number): string => `${letterOf(column)}${row + FIRST_ROW}`;

/**
 * The formula of a cell of a table, without its `=`, where its row or its column says what it adds up; undefined where
 * somebody writes. Columns and rows count from 0, the head apart.
 */
export function formulaOf(table: Table, column: number, row: number): string | undefined {
  const kind = table.rows[row]?.kind;
  if (kind === undefined || kind === 'section' || (table.columns[column] ?? 'text') === 'text') return undefined;
  return ALL.test(fold(table.head[column] ?? '')) ? acrossOf(table, column, row) : downOf(table, column, row);
}

/** What the whole year says of a row: its sum, or where the year begins or ends. */
function acrossOf(table: Table, column: number, row: number): string | undefined {
  const first = table.columns.findIndex((kind) => kind !== 'text');
  if (first === column) return downOf(table, column, row);
  const [from, to] = [cellAt(first, row), cellAt(column - 1, row)];
  if (table.rows[row]?.kind === 'opening') return from;
  return table.rows[row]?.kind === 'closing' ? to : `SUM(${from}:${to})`;
}

function downOf(table: Table, column: number, row: number): string | undefined {
  const at = (other: number) => cellAt(column, other);
  const [entering, leaving] = [rowNamed(table, 'qui entre'), rowNamed(table, 'qui sort')];
  switch (table.rows[row]?.kind) {
    case 'total': {
      const from = blockAbove(table, row);
      return from < row ? `SUM(${at(from)}:${at(row - 1)})` : undefined;
    }
    case 'rest': {
      // What there is to pay, less all that pays for it.
      const from = blockAbove(table, row);
      return from < row - 1 ? `${at(from)}-SUM(${at(from + 1)}:${at(row - 1)})` : undefined;
    }
    case 'balance':
      return entering === -1 || leaving === -1 ? undefined : `${at(entering)}-${at(leaving)}`;
    case 'opening':
      return carriedOver(table, column);
    case 'closing': {
      if (entering === -1 || leaving === -1) return undefined;
      const opening = table.rows.findIndex(({ kind }) => kind === 'opening');
      const before = opening === -1 ? carriedOver(table, column) : at(opening);
      return [...(before === undefined ? [] : [before]), `${at(entering)}-${at(leaving)}`].join('+');
    }
    default:
      return undefined;
  }
}

/** What was left at the end of the column before; undefined in the first one, where somebody writes it. */
function carriedOver(table: Table, column: number): string | undefined {
  const closing = table.rows.findIndex(({ kind }) => kind === 'closing');
  return closing === -1 || (table.columns[column - 1] ?? 'text') === 'text' ? undefined : cellAt(column - 1, closing);
}

/** Where the values just above a row begin; the row itself when there is none. */
function blockAbove({ rows }: Table, row: number): number {
  let from = row;
  while (rows[from - 1]?.kind === 'value') from -= 1;
  return from;
}

/** The total of that name, or else its only row; -1 without any. */
function rowNamed({ rows }: Table, words: string): number {
  const isNamed = (kind: 'total' | 'value') =>
    rows.findIndex((row) => row.kind === kind && fold(row.cells[0] ?? '').includes(words));
  const total = isNamed('total');
  return total === -1 ? isNamed('value') : total;
}
