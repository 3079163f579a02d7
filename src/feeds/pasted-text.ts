import type { Nodes } from 'mdast';
import { toMdast } from '#content/mdast.ts';
import { plainText } from '#domain/plain-text.ts';
import { typeset } from '#domain/typography.ts';

/**
 * A Markdown text as one pastes it in the form of a funder: paragraphs apart, a dash before the items of a list, the
 * address of an outside link after its words.
 */
export const pastedText = (markdown: string): string =>
  plainText(typeset(blocksOf(toMdast(markdown).children)))
    .replace(/\n{3,}/g, '\n\n')
    .trim();

const blocksOf = (nodes: readonly Nodes[], gap = '\n\n'): string =>
  nodes
    .map(blockOf)
    .filter((text) => text !== '')
    .join(gap);

function blockOf(node: Nodes): string {
  switch (node.type) {
    case 'list':
      return node.children
        .map(
          (item, index) => `${node.ordered ? `${(node.start ?? 1) + index}.` : '–'} ${blocksOf(item.children, '\n')}`,
        )
        .join('\n');
    case 'table':
      return node.children.map((row) => row.children.map(lineOf).join(' ; ')).join('\n');
    case 'blockquote':
      return blocksOf(node.children);
    case 'code':
      return node.value;
    case 'thematicBreak':
    case 'definition':
      return '';
    default:
      return lineOf(node);
  }
}

function lineOf(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'image') return node.alt ?? '';
  if (node.type === 'text') return node.value.replace(/\r?\n/g, ' ');
  if ('value' in node) return node.value;
  const words = 'children' in node ? node.children.map(lineOf).join('') : '';
  if (node.type !== 'link' || !/^https?:/i.test(node.url) || node.url === words) return words;
  // Typography would curl the apostrophe of an address.
  return `${words} (${node.url.replaceAll("'", '%27')})`;
}
