import type { Block, Run } from './blocks.ts';
import { cleanAddress } from './links.ts';
import { onOneLine, paragraphsOf, shownText } from './runs.ts';
import { attributeOf, isElement, isText, nameOf, styleOf, wordsOf, type PastedNode } from './tree.ts';

/** A picture that was pasted, which no text takes as it is. */
export interface PastedImage {
  src: string;
  alt: string;
  /** The last words before it; empty at the top. */
  after: string;
}

const DROPPED = new Set(
  'script style meta title link head template object embed iframe noscript svg math canvas audio video input button select textarea datalist map del colgroup'.split(
    ' ',
  ),
);

const BLOCKS = new Set(
  'p div section article header footer main aside nav address figure figcaption form fieldset dl dt dd details summary center hr pre li caption legend hgroup'.split(
    ' ',
  ),
);

const isHidden = (node: PastedNode): boolean =>
  styleOf(node, 'display') === 'none' ||
  styleOf(node, 'visibility') === 'hidden' ||
  styleOf(node, 'mso-hide') === 'all' ||
  // The bullet that Word writes by hand before a line of a list, and its balloons of comments.
  styleOf(node, 'mso-list') === 'ignore' ||
  styleOf(node, 'mso-element') === 'comment-list' ||
  /\bMsoCommentReference\b/.test(attributeOf(node, 'class'));

type Look = Omit<Run, 'text'>;
const PLAIN: Look = { bold: false, italic: false, href: undefined };

/** What stands after it keeps its column. */
const EMPTY_CELL: Run = { ...PLAIN, text: '(vide)' };

/** Reads pasted HTML as the parts of a text: looks of pages, styles, scripts and comments are passed over. */
export class Reader {
  readonly images: PastedImage[] = [];
  readonly #origin: string;
  /** What was read last, to tell where a picture stood. */
  #words = '';

  /** @param origin of the site that is written */
  constructor(origin: string) {
    this.#origin = origin;
  }

  blocksOf(node: PastedNode, look: Look = PLAIN): Block[] {
    const blocks: Block[] = [];
    let runs: Run[] = [];
    const flush = () => {
      blocks.push(...paragraphsOf(runs).map((part): Block => ({ type: 'paragraph', runs: part })));
      runs = [];
      this.#words += ' ';
    };
    const add = (...made: Block[]) => {
      flush();
      blocks.push(...made);
    };
    const visit = (child: PastedNode, style: Look): void => {
      if (isText(child)) {
        const text = shownText(child.nodeValue ?? '');
        this.#words = (this.#words + text).slice(-80);
        if (text !== '') runs.push({ ...style, text });
        return;
      }
      if (!isElement(child) || isHidden(child)) return;
      const name = nameOf(child);
      const inside = (next = style) => {
        for (const each of child.childNodes) visit(each, next);
      };
      if (DROPPED.has(name)) return;
      if (name === 'br') runs.push({ ...PLAIN, text: '\n' });
      else if (name === 'img') this.#keepImage(child);
      else if (name === 'ul' || name === 'ol') add(this.#list(child, name === 'ol'));
      else if (name === 'blockquote') add({ type: 'quote', blocks: this.blocksOf(child) });
      else if (name === 'table') add(...this.#table(child));
      else if (levelOf(child) > 0)
        add({ type: 'heading', level: levelOf(child), runs: this.#line(child, { bold: false, italic: false }) });
      else if (styleOf(child, 'mso-list') !== '' && BLOCKS.has(name)) add(this.#wordItem(child));
      else if (BLOCKS.has(name)) {
        flush();
        inside(lookOf(child, style, this.#origin));
        flush();
      } else inside(lookOf(child, style, this.#origin));
    };
    for (const child of node.childNodes) visit(child, look);
    flush();
    return blocks;
  }

  #keepImage(node: PastedNode): void {
    const src = attributeOf(node, 'src').trim();
    // The dot of an e-mail that tells its sender when it was read.
    if (src === '' || ['width', 'height'].some((side) => /^[01](?:px)?$/.test(attributeOf(node, side)))) return;
    this.images.push({ src, alt: shownText(attributeOf(node, 'alt')).trim(), after: lastWords(this.#words) });
  }

  /** All the words of a node on one line, of one look if it is given. */
  #line(node: PastedNode, look: Partial<Look> = {}): Run[] {
    return onOneLine(runsIn(this.blocksOf(node)).map((run) => ({ ...run, ...look })));
  }

  #list(node: PastedNode, ordered: boolean): Block {
    const items: Block[][] = [];
    for (const child of node.childNodes) {
      const blocks = isElement(child) ? this.blocksOf({ ...GROUP, childNodes: [child] }) : [];
      if (blocks.length === 0) continue;
      const last = items.at(-1);
      // Word and Google Docs write a list of a list beside its line.
      if (last && nameOf(child) !== 'li' && blocks[0]?.type === 'list') last.push(...blocks);
      else items.push(blocks);
    }
    return { type: 'list', ordered, items };
  }

  #wordItem(node: PastedNode): Block {
    const depth = Number(/level(\d)/.exec(styleOf(node, 'mso-list'))?.[1] ?? 1);
    return { type: 'item', depth, ordered: isNumbered(node), runs: this.#line(node) };
  }

  /** A table of figures as its lines; a table that lays out a page or an e-mail as what stands in it. */
  #table(node: PastedNode): Block[] {
    const rows = rowsOf(node).map((row) => [...row.childNodes].filter((cell) => /^t[dh]$/.test(nameOf(cell))));
    const read = rows.map((cells) => cells.map((cell) => this.blocksOf(cell)));
    const told = read.map((cells) => cells.filter((blocks) => blocks.length > 0));
    const isLayout =
      told.every((cells) => cells.length < 2) ||
      read.flat(2).some((block) => block.type !== 'paragraph') ||
      read.flat().some((blocks) => blocks.length > 3);
    if (isLayout) return told.flat(2);
    const dash: Run = { ...PLAIN, text: ' – ' };
    return read
      .map((cells) => cells.slice(0, cells.findLastIndex((blocks) => blocks.length > 0) + 1))
      .filter((cells) => cells.length > 0)
      .map((cells) => {
        const lines = cells.map((blocks) => (blocks.length > 0 ? onOneLine(runsIn(blocks)) : [EMPTY_CELL]));
        return { type: 'paragraph', runs: lines.flatMap((line, index) => (index === 0 ? line : [dash, ...line])) };
      });
  }
}

/** The end of a text, from the beginning of a word. */
const lastWords = (text: string): string =>
  /(?:^|\s)(\S.{0,40}|\S+)$/s.exec(text.trim().replace(/\s+/g, ' '))?.[1] ?? '';

const GROUP: PastedNode = { nodeType: 1, nodeName: 'div', nodeValue: null, childNodes: [] };

/** The runs of blocks, a blank between two. */
const runsIn = (blocks: readonly Block[]): Run[] =>
  blocks.flatMap((block): Run[] => {
    const runs = 'runs' in block ? block.runs : runsIn(block.type === 'list' ? block.items.flat() : block.blocks);
    return [...runs, { ...PLAIN, text: ' ' }];
  });

function rowsOf(node: PastedNode): PastedNode[] {
  return [...node.childNodes].flatMap((child) => {
    if (nameOf(child) === 'tr') return [child];
    return /^t(?:head|body|foot)$/.test(nameOf(child)) ? rowsOf(child) : [];
  });
}

/** The level of a title, 0 for anything else. */
function levelOf(node: PastedNode): number {
  const named = /^h([1-6])$/.exec(nameOf(node))?.[1];
  if (named) return Number(named);
  if (/\bMsoTitle\b/.test(attributeOf(node, 'class'))) return 1;
  return attributeOf(node, 'role') === 'heading' ? Number(attributeOf(node, 'aria-level')) || 2 : 0;
}

/** What the hand-written bullet of a line of Word says: « 1. », « a) », « iv. ». */
function isNumbered(node: PastedNode): boolean {
  for (const child of node.childNodes) {
    if (!isElement(child)) continue;
    if (styleOf(child, 'mso-list') === 'ignore') return /^\s*\(?(?:\d+|[a-z]{1,5})[.)]/i.test(wordsOf(child));
    if (isNumbered(child)) return true;
  }
  return false;
}

function lookOf(node: PastedNode, look: Look, origin: string): Look {
  const name = nameOf(node);
  const weight = styleOf(node, 'font-weight');
  const slope = styleOf(node, 'font-style');
  // Google Docs wraps all it gives in a <b> of normal weight.
  const bold = /^(?:b|strong)$/.test(name) || look.bold;
  const italic = /^(?:i|em|cite)$/.test(name) || look.italic;
  return {
    bold: weight === '' ? bold : /^bold/.test(weight) || Number(weight) >= 600,
    italic: slope === '' ? italic : /^(?:italic|oblique)/.test(slope),
    href: name === 'a' ? (cleanAddress(attributeOf(node, 'href'), origin) ?? look.href) : look.href,
  };
}
