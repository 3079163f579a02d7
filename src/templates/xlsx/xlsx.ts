import { escapeHtml } from '#domain/html.ts';
import { plainLine } from '#domain/plain-text.ts';
import { typeset } from '#domain/typography.ts';
import { packed } from '../docx/steady.ts';
import { readDocument } from '../document.ts';
import { sheetXml } from './sheet.ts';
import { STYLES } from './styles.ts';
import { letterOf } from './sums.ts';
import { tablesOf, type Table } from './tables.ts';

/** A document whose tables are to be filled in. */
interface Source {
  title: string;
  /** What it is for: a property of the file. */
  summary: string;
  /** Markdown. */
  body: string;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A name of sheet has 31 signs at most, and none of these. */
const LONGEST = 31;
const FORBIDDEN = /[[\]:*?/\\]/g;

/**
 * The tables of a Markdown text as a workbook (OOXML), a sheet for each: same text, same bytes. A row or a column that
 * is called a total is a formula (sums.ts); what is [entre crochets] in a column of numbers is left empty.
 * @param organisation who gives the template, a property of the file
 * @throws Error in French when the text is nested without end
 */
export function xlsxOf(
  { title, summary, body }: Source,
  { organisation }: { organisation: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const name = typeset(plainLine(title));
  const tables = tablesOf(readDocument(body), name);
  const names = sheetNames(tables.map((table) => table.name));
  return packed(
    new Map([
      ['[Content_Types].xml', contentTypes(tables)],
      ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']], CORE)],
      ['docProps/core.xml', core({ title: name, summary: typeset(plainLine(summary)), organisation })],
      ['xl/workbook.xml', workbook(tables, names)],
      ['xl/_rels/workbook.xml.rels', relations([...tables.map(sheetRelation), ['styles', 'styles.xml']])],
      ['xl/styles.xml', STYLES],
      ...tables.map((table, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(table, name)] as const),
    ]),
  );
}

/** Names that a spreadsheet takes: short, without the signs of its formulas, each once. */
export function sheetNames(titles: readonly string[]): string[] {
  const names: string[] = [];
  for (const title of titles) {
    const plain =
      title
        .replace(/[\u00a0\u202f]/g, ' ')
        .replace(FORBIDDEN, '')
        .replaceAll("'", '’')
        .replace(/ {2,}/g, ' ')
        .trim() || 'Tableau';
    let name = shortened(plain, LONGEST);
    const taken = (each: string) => names.some((other) => other.toLowerCase() === each.toLowerCase());
    for (let number = 2; taken(name); number += 1) name = `${shortened(plain, LONGEST - 4)} ${number}`;
    names.push(name);
  }
  return names;
}

/** Cut after a whole word, if there is one. */
function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length + 1);
  return (cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : text.slice(0, length)).trim();
}

const contentTypes = (tables: readonly Table[]): string =>
  `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${tables.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${SHEET}.worksheet+xml"/>`).join('')}</Types>`;

const CORE = `<Relationship Id="proprietes" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`;

const sheetRelation = (_: Table, index: number): readonly [string, string] => [
  'worksheet',
  `worksheets/sheet${index + 1}.xml`,
];

const relations = (targets: readonly (readonly [type: string, target: string])[], more = ''): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${targets.map(([type, target], index) => `<Relationship Id="lien${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('')}${more}</Relationships>`;

const core = ({ title, summary, organisation }: { title: string; summary: string; organisation: string }): string =>
  `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeHtml(title)}</dc:title><dc:creator>${escapeHtml(plainLine(organisation))}</dc:creator><dc:description>${escapeHtml(summary)}</dc:description><dc:language>fr-FR</dc:language></cp:coreProperties>`;

/** The head and the first column of each sheet are printed again on each page; all is computed when the file opens. */
function workbook(tables: readonly Table[], names: readonly string[]): string {
  const sheets = names.map(
    (name, index) => `<sheet name="${escapeHtml(name)}" sheetId="${index + 1}" r:id="lien${index + 1}"/>`,
  );
  const titles = names.map((name, index) => {
    const sheet = escapeHtml(`'${name}'`);
    const last = letterOf((tables[index]?.head.length ?? 1) - 1);
    const rows = (tables[index]?.rows.length ?? 0) + 1;
    const defined = (what: string, where: string) =>
      `<definedName name="_xlnm.${what}" localSheetId="${index}">${where}</definedName>`;
    return (
      defined('Print_Area', `${sheet}!$A$1:$${last}$${rows}`) + defined('Print_Titles', `${sheet}!$A:$A,${sheet}!$1:$1`)
    );
  });
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets><definedNames>${titles.join('')}</definedNames><calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`;
}
