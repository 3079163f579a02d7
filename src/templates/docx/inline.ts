import { ExternalHyperlink, TextRun, type IRunOptions, type ParagraphChild } from 'docx';
import type { Nodes, PhrasingContent } from 'mdast';
import { plainLine, plainText } from '#domain/plain-text.ts';
import { typeset } from '#domain/typography.ts';

/** What a text needs to know of its document. */
export interface Context {
  /** Address of the site, without a final slash: links of the site become whole. */
  site: string;
  /** The address of each link that is written apart (`[texte][nom]`), by its name. */
  definitions: ReadonlyMap<string, string>;
}

type Look = Pick<IRunOptions, 'bold' | 'italics' | 'strike' | 'style'>;

/** What is to be replaced, « [nom de la cantine] », stands on a pale ground. */
const PLACE = /(\[[^[\]]+\])/;
const GROUND = { type: 'clear', color: 'auto', fill: 'FFF0C2' } as const;
const CODE_FONT = 'Courier New';

/** The text of one line of Markdown, as Word reads it, with French typography. */
export function runsOf(nodes: readonly PhrasingContent[], context: Context, look: Look = {}): ParagraphChild[] {
  return nodes.flatMap((node) => runsOfOne(node, context, look));
}

function runsOfOne(node: PhrasingContent, context: Context, look: Look): ParagraphChild[] {
  switch (node.type) {
    case 'text':
      return textRuns(typeset(node.value.replace(/\r?\n/g, ' ')), look);
    case 'strong':
      return runsOf(node.children, context, { ...look, bold: true });
    case 'emphasis':
      return runsOf(node.children, context, { ...look, italics: true });
    case 'delete':
      return runsOf(node.children, context, { ...look, strike: true });
    case 'inlineCode':
      return [new TextRun({ ...look, text: plainText(node.value), font: CODE_FONT })];
    case 'break':
      return [new TextRun({ break: 1 })];
    case 'link':
      return linked(node.url, node.children, context, look);
    case 'linkReference':
      return linked(context.definitions.get(node.identifier) ?? '', node.children, context, look);
    case 'image':
    case 'imageReference':
      return textRuns(typeset(node.alt ?? ''), look);
    default:
      throw unsupported(node);
  }
}

const textRuns = (text: string, look: Look): TextRun[] =>
  plainText(text)
    .split(PLACE)
    .filter((part) => part !== '')
    .map((part) => new TextRun({ ...look, text: part, ...(PLACE.test(part) ? { shading: GROUND } : {}) }));

/** A link to a part of the document itself is left as plain text. */
function linked(url: string, children: readonly PhrasingContent[], context: Context, look: Look): ParagraphChild[] {
  const whole = plainLine(url.startsWith('/') ? context.site + url : url);
  if (whole === '' || whole.startsWith('#')) return runsOf(children, context, look);
  return [new ExternalHyperlink({ link: whole, children: runsOf(children, context, { ...look, style: 'Hyperlink' }) })];
}

/** What is not for a document to fill in. The site's own check refuses raw HTML before. */
export const unsupported = (node: Nodes): Error =>
  new Error(
    `Ligne ${node.position?.start.line ?? '?'} : un modèle ne sait pas écrire « ${node.type} ». Gardez des titres, des paragraphes, des listes, des tableaux, des citations et des liens.`,
  );
