import type { Nodes } from 'mdast';
import { collections } from '#schemas/index.ts';
import { showPath, type Collection } from '#schemas/kit/index.ts';
import type { ReadEntry } from '../check/entry.ts';
import { leavesOf, type Leaf } from '../check/leaves.ts';
import type { ParseMarkdown } from '../check/markdown.ts';

/** A paragraph of an entry as it is read, without its marks. */
export interface Paragraph {
  /** Its line in the file, when it can be told. */
  line: number | undefined;
  text: string;
}

/** What is read in one breath; titles, tables, quotations and code are of another form. */
const READ = new Set(['paragraph']);
const PASSED = new Set(['heading', 'table', 'blockquote', 'code', 'html', 'footnoteDefinition']);

/** The sentences that somebody wrote in an entry: its text, its fields in Markdown, its short paragraphs. */
export function paragraphsOf(entry: ReadEntry, parse: ParseMarkdown): Paragraph[] {
  const { fields }: Collection = collections[entry.collection];
  const own = leavesOf(fields, entry.data).flatMap((leaf) => inField(leaf, entry, parse));
  const { body } = entry;
  return [...own, ...(body ? inMarkdown(parse(body.text), body.line) : [])];
}

function inField({ path, meta, value }: Leaf, entry: ReadEntry, parse: ParseMarkdown): Paragraph[] {
  if (meta.kind !== 'text' || typeof value !== 'string') return [];
  const line = entry.lineOf(showPath(path));
  if (meta.shape === 'markdown') return inMarkdown(parse(value)).map(({ text }) => ({ line, text }));
  return meta.shape === 'paragraph' ? [{ line, text: value }] : [];
}

function inMarkdown(node: Nodes, firstLine = 1): Paragraph[] {
  if (PASSED.has(node.type)) return [];
  if (READ.has(node.type)) return [{ line: firstLine + (node.position?.start.line ?? 1) - 1, text: textOf(node) }];
  return 'children' in node ? node.children.flatMap((child) => inMarkdown(child, firstLine)) : [];
}

function textOf(node: Nodes): string {
  if (node.type === 'image' || node.type === 'footnoteReference') return '';
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value.replace(/\s*\n\s*/g, ' ');
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
