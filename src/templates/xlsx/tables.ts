import type { Nodes, Root, Table as TableNode } from 'mdast';
import { fold } from '#domain/fold.ts';
import { plainLine } from '#domain/plain-text.ts';
import { typeset } from '#domain/typography.ts';

/** A table of a document, as a spreadsheet keeps it. */
export interface Table {
  /** The title that it stands under. */
  name: string;
  head: readonly string[];
  rows: readonly Row[];
  /** How the cells of each column are written. */
  columns: readonly ColumnKind[];
}

export interface Row {
  cells: readonly string[];
  /** What its first cell says it is, see `kindOf`. */
  kind: RowKind;
}

export type ColumnKind = 'text' | 'number' | 'euros';
export type RowKind = 'value' | 'section' | 'total' | 'rest' | 'balance' | 'opening' | 'closing';

/** What a row is, by the first words of its first cell without accents. */
const KINDS: readonly (readonly [RegExp, RowKind])[] = [
  [/^total\b/, 'total'],
  [/^reste\b/, 'rest'],
  [/^solde\b/, 'balance'],
  [/^en caisse au debut\b/, 'opening'],
  [/^en caisse a la fin\b/, 'closing'],
];

const EURO = '€';

/** The tables of a Markdown document, in their order; `fallback` names one that stands under no title. */
export function tablesOf(root: Root, fallback: string): Table[] {
  const tables: Table[] = [];
  let name = fallback;
  for (const node of root.children) {
    if (node.type === 'heading') name = textOf(node);
    if (node.type === 'table') tables.push({ name, ...tableOf(node) });
  }
  return tables;
}

function tableOf({ align, children: [first, ...others] }: TableNode): Omit<Table, 'name'> {
  const head = (first?.children ?? []).map(textOf);
  const inEuros = head[0]?.includes(`(${EURO})`) ?? false;
  return {
    head,
    columns: head.map((label, column) => {
      if (align?.[column] !== 'right') return 'text';
      return inEuros || label.includes(EURO) ? 'euros' : 'number';
    }),
    rows: others.map(({ children }) => {
      const cells = head.map((_, column) => textOf(children[column]));
      const isBold = children[0]?.children[0]?.type === 'strong';
      return { cells, kind: kindOf(cells, isBold) };
    }),
  };
}

/** A row in bold of which only the first cell is written names what follows. */
function kindOf([label = '', ...rest]: readonly string[], isBold: boolean): RowKind {
  const found = KINDS.find(([words]) => words.test(fold(label)));
  if (found) return found[1];
  return isBold && rest.every((cell) => cell === '') ? 'section' : 'value';
}

const textOf = (node: Nodes | undefined): string => typeset(plainLine(wordsOf(node)));

function wordsOf(node: Nodes | undefined): string {
  if (node === undefined) return '';
  if ('children' in node) return node.children.map(wordsOf).join('');
  if (node.type === 'break') return ' ';
  return 'value' in node ? node.value : '';
}
