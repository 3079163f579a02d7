import { plainLine, plainText } from '#domain/plain-text.ts';
import { FACE, INK, TOMATO } from './face.ts';
import { zipOf } from './zip.ts';

/** A paragraph of a letter; a text keeps its line breaks. */
export interface Block {
  is: 'title' | 'part' | 'person' | 'question' | 'text' | 'soft';
  text: string;
}

/** Something to tick. */
interface Box {
  is: 'box';
  text: string;
  ticked: boolean;
}

/** Rows of as many cells, over the width of the page; the first is the head, repeated on each page. */
interface Table {
  is: 'table';
  rows: readonly (readonly string[])[];
}

/** All that a document may hold. */
export type DocumentBlock = Block | Box | Table;

/** The name of each kind of paragraph in the document, as Word and LibreOffice list it: `Heading1` is « Titre 1 ». */
const STYLE_OF: Readonly<Record<Block['is'], string>> = {
  title: 'Title',
  part: 'Heading1',
  person: 'Heading2',
  question: 'Question',
  text: 'Normal',
  soft: 'Precision',
};

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`);

/**
 * A letter as a Word document (OOXML) in French: same blocks, same bytes. Light enough for a browser that asks for it,
 * where the library that writes the templates does not run: it is written with what Safari 15 cannot read.
 */
export function letterDocx(title: string, blocks: readonly DocumentBlock[]): Uint8Array<ArrayBuffer> {
  const body = blocks.map(drawn).join('');
  return zipOf([
    { path: '[Content_Types].xml', text: CONTENT_TYPES },
    { path: '_rels/.rels', text: RELATIONS },
    { path: 'docProps/core.xml', text: properties(title) },
    { path: 'word/_rels/document.xml.rels', text: DOCUMENT_RELATIONS },
    { path: 'word/document.xml', text: `${XML}<w:document ${WORD}><w:body>${body}${PAGE}</w:body></w:document>` },
    { path: 'word/footer1.xml', text: FOOTER },
    { path: 'word/styles.xml', text: STYLES },
  ]);
}

function drawn(block: DocumentBlock): string {
  if (block.is === 'table') return table(block);
  if (block.is === 'box') return paragraph('Case', `${block.ticked ? '☑' : '☐'}  ${block.text}`);
  return paragraph(STYLE_OF[block.is], block.text);
}

function paragraph(styleName: string, text: string): string {
  const lines = plainText(text)
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`.replaceAll('\t', ' '));
  return `<w:p><w:pPr><w:pStyle w:val="${styleName}"/></w:pPr><w:r>${lines.join('<w:br/>')}</w:r></w:p>`;
}

/** The width between the margins, in twentieths of a point. */
const WIDTH = 9638;
const LINE = 'w:val="single" w:sz="4" w:space="0" w:color="8A7B69"';
const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} ${LINE}/>`).join('');

function table({ rows }: Table): string {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const width = Math.floor(WIDTH / columns);
  const cell = (text: string, style: string) =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph(style, text)}</w:tc>`;
  const drawnRows = rows.map((row, index) => {
    const cells = Array.from({ length: columns }, (_, column) =>
      cell(row[column] ?? '', index === 0 ? 'Tete' : 'Cellule'),
    );
    return `<w:tr><w:trPr><w:cantSplit/>${index === 0 ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`;
  });
  const grid = `<w:gridCol w:w="${width}"/>`.repeat(columns);
  // Two tables in a row would be read as one, and the last block of a document must be a paragraph.
  return `<w:tbl><w:tblPr><w:tblW w:w="${width * columns}" w:type="dxa"/><w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="100" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${drawnRows.join('')}</w:tbl>${paragraph('Cellule', '')}`;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${OFFICE}"`;
const PART = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const CONTENT_TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${PART}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${PART}.styles+xml"/><Override PartName="/word/footer1.xml" ContentType="${PART}.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;

const RELATIONS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

const DOCUMENT_RELATIONS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${OFFICE}/footer" Target="footer1.xml"/></Relationships>`;

const properties = (title: string): string =>
  `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(plainLine(title))}</dc:title><dc:language>fr-FR</dc:language></cp:coreProperties>`;

const field = (code: string): string => `<w:fldSimple w:instr="${code}"><w:r><w:t>1</w:t></w:r></w:fldSimple>`;
const said = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const FOOTER = `${XML}<w:ftr ${WORD}><w:p><w:pPr><w:pStyle w:val="Precision"/><w:jc w:val="right"/></w:pPr>${said('Page ')}${field('PAGE')}${said(' sur ')}${field('NUMPAGES')}</w:p></w:ftr>`;

/** A4 and its margins, in twentieths of a point. */
const PAGE =
  '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';

interface Look {
  id: string;
  name: string;
  /** In half-points. */
  size: number;
  /** Around it, in twentieths of a point. */
  before: number;
  after: number;
  bold?: boolean;
  colour?: string;
  /** How far its lines hang after the first, in twentieths of a point. */
  hanging?: number;
  /** It stays on the page of what follows. */
  heads?: boolean;
}

const style = ({ id, name, size, before, after, bold, colour = INK, hanging, heads }: Look): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"${id === 'Normal' ? ' w:default="1"' : ''}><w:name w:val="${name}"/>${id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>'}<w:qFormat/><w:pPr>${heads ? '<w:keepNext/>' : ''}<w:spacing w:before="${before}" w:after="${after}"/>${hanging ? `<w:ind w:left="${hanging}" w:hanging="${hanging}"/>` : ''}</w:pPr><w:rPr>${bold ? '<w:b/>' : ''}<w:color w:val="${colour}"/><w:sz w:val="${size}"/></w:rPr></w:style>`;

const LOOKS: readonly Look[] = [
  { id: 'Normal', name: 'Normal', size: 22, before: 0, after: 120 },
  { id: 'Title', name: 'Title', size: 40, before: 0, after: 160, bold: true, heads: true },
  { id: 'Heading1', name: 'heading 1', size: 28, before: 320, after: 100, bold: true, colour: TOMATO, heads: true },
  { id: 'Heading2', name: 'heading 2', size: 24, before: 200, after: 60, bold: true, heads: true },
  { id: 'Question', name: 'Question', size: 22, before: 120, after: 20, bold: true, heads: true },
  { id: 'Case', name: 'Case à cocher', size: 22, before: 0, after: 60, hanging: 400 },
  { id: 'Cellule', name: 'Cellule', size: 20, before: 40, after: 40 },
  { id: 'Tete', name: 'Tête de tableau', size: 20, before: 40, after: 40, bold: true, heads: true },
  { id: 'Precision', name: 'Précision', size: 20, before: 0, after: 60, colour: '5A4A3B' },
];

const STYLES = `${XML}<w:styles ${WORD}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${FACE}" w:hAnsi="${FACE}" w:cs="${FACE}"/><w:lang w:val="fr-FR"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>${LOOKS.map(style).join('')}</w:styles>`;
