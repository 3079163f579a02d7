import { escapeHtml } from '#domain/html.ts';
import { isReadable } from '#schemas/kit/index.ts';
import { textOf, type Block, type Run } from './blocks.ts';
import { Reader, type PastedImage } from './read.ts';
import { tidyRuns } from './runs.ts';
import type { PastedNode } from './tree.ts';

export interface Cleaned {
  /** Titles of two levels, paragraphs, lists, quotations, bold, italic, links: nothing else, without any style. */
  html: string;
  /** The signs of its words. */
  length: number;
  /** The pictures, which are left out of it. */
  images: readonly PastedImage[];
}

/** The levels that the buttons of the form make, below the title of the page. */
const LEVELS = [2, 3] as const;

/** No list or quotation that anyone reads goes deeper. */
const MOST_DEEP = 5;

/**
 * Pasted HTML as a text of the site takes it, of which the check of texts refuses nothing.
 * @param body what holds the pasted nodes
 * @param origin of the site that is written
 */
export function cleanPaste(body: PastedNode, origin: string): Cleaned {
  const reader = new Reader(origin);
  const blocks = lowered(kept(reader.blocksOf(body), 0));
  return { html: blocks.map(htmlOf).join(''), length: lengthOf(blocks), images: reader.images };
}

/** The lines of Word's lists, which follow one another, as lists. */
function grouped(blocks: readonly Block[]): Block[] {
  const made: Block[] = [];
  /** The lists that are open, from the outermost. */
  let open: { depth: number; list: Extract<Block, { type: 'list' }> }[] = [];
  for (const block of blocks) {
    if (block.type !== 'item') {
      open = [];
      made.push(block);
      continue;
    }
    open = open.filter(({ depth }) => depth <= block.depth);
    let last = open.at(-1);
    if (!last || last.depth < block.depth) {
      const list = { type: 'list' as const, ordered: block.ordered, items: [] };
      const outer = last?.list.items.at(-1);
      if (outer) outer.push(list);
      else made.push(list);
      last = { depth: block.depth, list };
      open.push(last);
    }
    last.list.items.push([{ type: 'paragraph', runs: block.runs }]);
  }
  return made;
}

/** Titles from the second level, none skipped: the title of the page is its own field. */
function lowered(blocks: readonly Block[]): Block[] {
  const levels = blocks.flatMap((block) => (block.type === 'heading' ? block.level : []));
  const [top, under] = LEVELS;
  const highest = Math.min(...levels);
  let begun = false;
  return blocks.map((block) => {
    if (block.type !== 'heading') return block;
    const level = block.level === highest || !begun ? top : under;
    begun = true;
    return { ...block, level };
  });
}

const lengthOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => {
    if ('runs' in block) return sum + textOf(block.runs).length;
    return sum + (block.type === 'list' ? block.items : [block.blocks]).reduce((all, each) => all + lengthOf(each), 0);
  }, 0);

/** What is worth keeping of blocks: nothing empty, nothing too deep, a title in a list as its first words. */
function kept(blocks: readonly Block[], depth: number): Block[] {
  return joinedLists(grouped(blocks).flatMap((block) => keptBlock(block, depth)));
}

function keptBlock(block: Block, depth: number): Block[] {
  if ('runs' in block) {
    if (block.runs.length === 0) return [];
    // A title where nothing is read is none.
    if (block.type === 'heading' && !isReadable(textOf(block.runs))) return [{ type: 'paragraph', runs: block.runs }];
    if (block.type !== 'heading' || depth === 0) return [block];
    return [{ type: 'paragraph', runs: tidyRuns(block.runs.map((run) => ({ ...run, bold: true }))) }];
  }
  const parts = block.type === 'list' ? block.items : [block.blocks];
  const inside = parts.map((part) => kept(part, depth + 1)).filter((part) => part.length > 0);
  if (inside.length === 0 || depth >= MOST_DEEP) return inside.flat();
  return [block.type === 'list' ? { ...block, items: inside } : { ...block, blocks: inside.flat() }];
}

/** Two lists of one kind in a row are one: Decap would write a comment between them, which the site refuses. */
function joinedLists(blocks: readonly Block[]): Block[] {
  const made: Block[] = [];
  for (const block of blocks) {
    const last = made.at(-1);
    if (last?.type === 'list' && block.type === 'list' && last.ordered === block.ordered) {
      made[made.length - 1] = { ...last, items: [...last.items, ...block.items] };
    } else made.push(block);
  }
  return made;
}

function htmlOf(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `<h${block.level}>${block.runs.map(runHtml).join('')}</h${block.level}>`;
    case 'paragraph':
    case 'item':
      return `<p>${block.runs.map(runHtml).join('')}</p>`;
    case 'list': {
      const name = block.ordered ? 'ol' : 'ul';
      return `<${name}>${block.items.map((item) => `<li>${item.map(htmlOf).join('')}</li>`).join('')}</${name}>`;
    }
    case 'quote':
      return `<blockquote>${block.blocks.map(htmlOf).join('')}</blockquote>`;
  }
}

function runHtml({ text, bold, italic, href }: Run): string {
  const words = escapeHtml(text);
  const slanted = italic ? `<em>${words}</em>` : words;
  const strong = bold ? `<strong>${slanted}</strong>` : slanted;
  return href === undefined ? strong : `<a href="${escapeHtml(href)}">${strong}</a>`;
}
