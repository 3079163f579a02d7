import { escapeHtml } from '#domain/html.ts';
import { LOOKS, type Look } from './styles.ts';
import { formulaOf, letterOf } from './sums.ts';
import type { ColumnKind, Row, Table } from './tables.ts';

/** A cell to fill in, « [montant] »: a whole one leaves its place to a number. */
const PLACE = /\[[^[\]]+\]/;
const WHOLE_PLACE = /^\[[^[\]]+\]$/;
const A_DATE = '[date]';
const A_NUMBER = /^-?\d+(?:[.,]\d+)?$/;

// Widths, in signs.
const [LABEL_LEAST, LABEL_MOST, TEXT_LEAST, TEXT_MOST, NUMBER_WIDTH] = [16, 44, 12, 30, 12];

/** A table as the XML of a sheet: its head and its first column stay, and it prints on its width in landscape. */
export function sheetXml(table: Table, title: string): string {
  const last = letterOf(table.head.length - 1);
  const rows = [
    rowXml(
      1,
      table.head.map((label, column) =>
        textCell(column, 1, label, table.columns[column] === 'text' ? 'head' : 'head-number'),
      ),
    ),
    ...table.rows.map((row, index) => rowXml(index + 2, cellsOf(table, row, index))),
  ];
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${last}${rows.length}"/><sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="B2" sqref="B2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="18"/><cols>${colsOf(table)}</cols><sheetData>${rows.join('')}</sheetData><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddHeader>&amp;L${escapeHtml(title.replaceAll('&', '&&'))}&amp;R&amp;A</oddHeader><oddFooter>&amp;RPage &amp;P sur &amp;N</oddFooter></headerFooter></worksheet>`;
}

const rowXml = (row: number, cells: readonly string[]): string => `<row r="${row}">${cells.join('')}</row>`;

const cellsOf = (table: Table, row: Row, index: number): string[] =>
  row.cells.map((text, column) => {
    const kind = table.columns[column] ?? 'text';
    const formula = formulaOf(table, column, index);
    const look = lookOf(row, kind);
    if (formula !== undefined) return formulaCell(column, index + 2, formula, look);
    if (look === 'label') return textCell(column, index + 2, text, look);
    // What there is at the start is the one number of its row that somebody writes.
    return valueCell(column, index + 2, text, row.kind === 'opening' ? 'euros-place' : look);
  });

function lookOf({ kind: row }: Row, column: ColumnKind): Look {
  if (row === 'value') return column;
  if (row === 'section' || column === 'text') return 'label';
  return row === 'opening' ? column : `${column}-sum`;
}

/** What somebody fills in: a number or a date keeps its place empty, in its format. */
function valueCell(column: number, row: number, text: string, look: Look): string {
  if (look === 'text') {
    if (text === A_DATE) return emptyCell(column, row, 'date');
    return textCell(column, row, text, PLACE.test(text) ? 'place' : 'text');
  }
  if (text === '' || WHOLE_PLACE.test(text)) return emptyCell(column, row, look);
  return A_NUMBER.test(text)
    ? `<c r="${letterOf(column)}${row}" s="${LOOKS.indexOf(look)}"><v>${text.replace(',', '.')}</v></c>`
    : textCell(column, row, text, PLACE.test(text) ? 'place' : 'text');
}

const emptyCell = (column: number, row: number, look: Look): string =>
  `<c r="${letterOf(column)}${row}" s="${LOOKS.indexOf(look)}"/>`;

/** Every cell to fill in is empty: what adds them up is nought until then. */
const formulaCell = (column: number, row: number, formula: string, look: Look): string =>
  `<c r="${letterOf(column)}${row}" s="${LOOKS.indexOf(look)}"><f>${formula}</f><v>0</v></c>`;

function textCell(column: number, row: number, text: string, look: Look): string {
  if (text === '') return emptyCell(column, row, look);
  return `<c r="${letterOf(column)}${row}" s="${LOOKS.indexOf(look)}" t="inlineStr"><is><t xml:space="preserve">${escapeHtml(text)}</t></is></c>`;
}

function colsOf({ head, rows, columns }: Table): string {
  return head
    .map((label, column) => {
      const longest = Math.max(label.length, ...rows.map(({ cells }) => cells[column]?.length ?? 0)) + 2;
      const [least, most] =
        column === 0
          ? [LABEL_LEAST, LABEL_MOST]
          : columns[column] === 'text'
            ? [TEXT_LEAST, TEXT_MOST]
            : [NUMBER_WIDTH, NUMBER_WIDTH];
      const width = Math.min(Math.max(longest, least), most);
      return `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`;
    })
    .join('');
}
