import { HeadingLevel, Paragraph, type IParagraphOptions, type Table } from 'docx';
import type { BlockContent, DefinitionContent, List, ListItem, Root, RootContent } from 'mdast';
import { plainText } from '#domain/plain-text.ts';
import { runsOf, unsupported, type Context } from './inline.ts';
import { indentOf, LEVELS, type Numbering } from './numbering.ts';
import { tableOf } from './table.ts';

/** Where a block stands: how deep in lists, in a quotation or not. */
interface Place {
  /** Lists around it. */
  depth: number;
  quoted: boolean;
}

/** What the blocks of a document share. */
export interface Sheet extends Context {
  numbering: Numbering;
  /** Between the margins, in twentieths of a point. */
  width: number;
}

type Block = Paragraph | Table;
type BlockNode = RootContent | BlockContent | DefinitionContent;

// A document's title stands above: its parts (##) are the first level.
const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
];

/** A Markdown text as Word's paragraphs and tables. */
export const blocksOf = (root: Root, sheet: Sheet): Block[] => all(root.children, sheet, { depth: 0, quoted: false });

const all = (nodes: readonly BlockNode[], sheet: Sheet, place: Place): Block[] =>
  nodes.flatMap((node) => blockOf(node, sheet, place));

function blockOf(node: BlockNode, sheet: Sheet, place: Place): Block[] {
  switch (node.type) {
    case 'heading':
      return [new Paragraph({ heading: HEADINGS[node.depth - 1], children: runsOf(node.children, sheet) })];
    case 'paragraph':
      return [paragraph(place, { children: runsOf(node.children, sheet) })];
    case 'blockquote':
      return all(node.children, sheet, { ...place, quoted: true });
    case 'list':
      return listOf(node, sheet, place);
    case 'table':
      return [tableOf(node, sheet), new Paragraph({ style: 'Interligne' })];
    case 'code':
      return plainText(node.value)
        .split('\n')
        .map((text) => paragraph(place, { text, style: 'Machine' }));
    case 'thematicBreak':
      return [new Paragraph({ style: 'Filet' })];
    case 'definition':
      return [];
    default:
      throw unsupported(node);
  }
}

function paragraph({ depth, quoted }: Place, options: IParagraphOptions): Paragraph {
  const indent = depth > 0 ? { indent: { left: indentOf(depth - 1) } } : {};
  return new Paragraph({ ...(quoted ? { style: 'Citation' } : {}), ...indent, ...options });
}

function listOf(list: List, sheet: Sheet, place: Place): Block[] {
  const reference = sheet.numbering.referenceOf(list);
  return list.children.flatMap((item) => itemOf(item, sheet, place, reference));
}

/** The number or the mark goes to the first paragraph of an item; the others stand below it. */
function itemOf(item: ListItem, sheet: Sheet, place: Place, reference: string): Block[] {
  const [first, ...rest] = item.children;
  const level = Math.min(place.depth, LEVELS - 1);
  const inside = { ...place, depth: place.depth + 1 };
  const isText = first?.type === 'paragraph';
  const head = new Paragraph({
    ...(place.quoted ? { style: 'Citation' } : {}),
    numbering: { reference: sheet.numbering.ofItem(item, reference), level },
    children: isText ? runsOf(first.children, sheet) : [],
  });
  return [head, ...all(isText ? rest : item.children, sheet, inside)];
}
