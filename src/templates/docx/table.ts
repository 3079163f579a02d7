import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx';
import type { Nodes, Table as TableNode } from 'mdast';
import { runsOf, type Context } from './inline.ts';

const ALIGNMENTS = { left: AlignmentType.START, center: AlignmentType.CENTER, right: AlignmentType.END } as const;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '8A7B69' };
const BORDERS = {
  top: LINE,
  bottom: LINE,
  left: LINE,
  right: LINE,
  insideHorizontal: LINE,
  insideVertical: LINE,
};
const HEAD = { type: 'clear', color: 'auto', fill: 'F3EADB' } as const;

// A column is never so narrow that its words are cut, nor so wide that it starves the others; in signs.
const NARROWEST = 9;
const WIDEST = 30;

/**
 * A Markdown table that fills the width of the sheet, in twentieths of a point; its first row is repeated on each page.
 */
export function tableOf({ align, children: rows }: TableNode, sheet: Context & { width: number }): Table {
  const columns = rows[0]?.children.length ?? 0;
  const widths = widthsOf(
    Array.from({ length: columns }, (_, column) => Math.max(...rows.map((row) => lengthOf(row.children[column])))),
    sheet.width,
  );
  return new Table({
    width: { size: sheet.width, type: WidthType.DXA },
    columnWidths: widths,
    borders: BORDERS,
    margins: { top: 70, bottom: 70, left: 100, right: 100 },
    rows: rows.map(
      (row, index) =>
        new TableRow({
          tableHeader: index === 0,
          cantSplit: true,
          children: widths.map((size, column) => {
            const alignment = ALIGNMENTS[align?.[column] ?? 'left'];
            const children = runsOf(row.children[column]?.children ?? [], sheet, index === 0 ? { bold: true } : {});
            return new TableCell({
              width: { size, type: WidthType.DXA },
              ...(index === 0 ? { shading: HEAD } : {}),
              children: [new Paragraph({ style: 'Case', alignment, children })],
            });
          }),
        }),
    ),
  });
}

/** Shares a width among columns by their longest text; the shares add up to it. */
export function widthsOf(lengths: readonly number[], width: number): number[] {
  const weights = lengths.map((length) => Math.min(Math.max(length, NARROWEST), WIDEST));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const shares = weights.map((weight) => Math.floor((width * weight) / sum));
  const rest = width - shares.reduce((total, share) => total + share, 0);
  return shares.map((share, index) => (index === shares.length - 1 ? share + rest : share));
}

function lengthOf(node: Nodes | undefined): number {
  if (node === undefined) return 0;
  if ('children' in node) return node.children.reduce((sum, child) => sum + lengthOf(child), 0);
  return 'value' in node ? node.value.length : 0;
}
