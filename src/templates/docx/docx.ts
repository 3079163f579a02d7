import { Document, Footer, HeadingLevel, PageNumber, PageOrientation, Packer, Paragraph, TextRun } from 'docx';
import type { Nodes, Root } from 'mdast';
import { plainLine } from '#domain/plain-text.ts';
import { typeset } from '#domain/typography.ts';
import { readDocument } from '../document.ts';
import { blocksOf } from './blocks.ts';
import { Numbering } from './numbering.ts';
import { steady } from './steady.ts';
import { STYLES } from './styles.ts';

/** A document to write. */
interface Source {
  title: string;
  /** What it is for: a property of the file. */
  summary: string;
  /** Markdown. */
  body: string;
  landscape: boolean;
}

const LANGUAGE = 'fr-FR';
// A4 and its margins, in twentieths of a point.
const [SHORT, LONG, MARGIN] = [11906, 16838, 1134];

/**
 * A Markdown text as a Word document (OOXML) in French: same text, same bytes.
 * @param organisation who gives the template, a property of the file
 * @param site address of the site, without a final slash
 * @throws Error in French when the text holds what a document cannot: footnotes, a nesting without end
 */
export async function docxOf(
  { title, summary, body, landscape }: Source,
  { organisation, site }: { organisation: string; site: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const root = readDocument(body);
  const numbering = new Numbering();
  const width = (landscape ? LONG : SHORT) - 2 * MARGIN;
  const name = typeset(plainLine(title));
  const children = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(name)] }),
    ...blocksOf(root, { site, definitions: definitionsOf(root), numbering, width }),
  ];
  const document = new Document({
    title: name,
    description: typeset(plainLine(summary)),
    creator: plainLine(organisation),
    lastModifiedBy: plainLine(organisation),
    styles: STYLES,
    numbering: { config: numbering.config },
    sections: [
      {
        properties: {
          page: {
            size: {
              width: SHORT,
              height: LONG,
              orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
        },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children,
      },
    ],
  });
  return steady(await Packer.toBuffer(document), LANGUAGE);
}

const pageNumber = () =>
  new Paragraph({
    style: 'Pied',
    children: [new TextRun({ children: ['Page ', PageNumber.CURRENT, ' sur ', PageNumber.TOTAL_PAGES] })],
  });

function definitionsOf(root: Root): Map<string, string> {
  const found = new Map<string, string>();
  const pending: Nodes[] = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === 'definition') found.set(node.identifier, node.url);
    if ('children' in node) pending.push(...node.children);
  }
  return found;
}
