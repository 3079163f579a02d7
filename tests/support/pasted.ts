import { parse, defaultTreeAdapter as tree, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { slateToMarkdown } from 'decap-cms-widget-markdown/dist/esm/serializers/index.js';
import type { PastedNode } from '#admin/paste/tree.ts';

/** HTML as a browser parses it, with what the cleaning of a paste reads of a node. */
export function pastedBody(html: string): PastedNode {
  const root = parse(html).childNodes.find((node) => tree.isElementNode(node));
  const body = root?.childNodes.findLast((node) => tree.isElementNode(node));
  if (!body) throw new Error('parse5 gave no body');
  return nodeOf(body);
}

function nodeOf(node: Tree.ChildNode): PastedNode {
  if (tree.isElementNode(node)) {
    return {
      nodeType: 1,
      nodeName: node.tagName.toUpperCase(),
      nodeValue: null,
      childNodes: node.childNodes.map(nodeOf),
      getAttribute: (name) => node.attrs.find((each) => each.name === name)?.value ?? null,
    };
  }
  const value = tree.isTextNode(node) ? node.value : '';
  return { nodeType: tree.isTextNode(node) ? 3 : 8, nodeName: '#other', nodeValue: value, childNodes: [] };
}

const BLOCKS: Readonly<Record<string, string>> = {
  BLOCKQUOTE: 'quote',
  H2: 'heading-two',
  H3: 'heading-three',
  LI: 'list-item',
  OL: 'numbered-list',
  P: 'paragraph',
  UL: 'bulleted-list',
};

type Slate = { text: string; bold?: true; italic?: true } | { type: string; data?: object; children: Slate[] };

/** The Markdown that Decap writes of HTML that its rich text was given (`plugins/html/withHtml.js` of its widget). */
export function decapMarkdown(html: string): string {
  return slateToMarkdown(
    [...pastedBody(html).childNodes].flatMap((node) => slateOf(node, {})),
    {},
  );
}

function slateOf(node: PastedNode, marks: { bold?: true; italic?: true }): Slate[] {
  if (node.nodeType === 3) return [{ text: (node.nodeValue ?? '').replace(/\r?\n/g, ''), ...marks }];
  const { nodeName: name } = node;
  if (name === 'BR') return [{ text: '\n' }];
  const next = {
    ...marks,
    ...(name === 'STRONG' && { bold: true as const }),
    ...(name === 'EM' && { italic: true as const }),
  };
  const children = [...node.childNodes].flatMap((child) => slateOf(child, next));
  if (name === 'A') return [{ type: 'link', data: { url: node.getAttribute?.('href') }, children }];
  const type = BLOCKS[name];
  if (type) return [{ type, children: children.length > 0 ? children : [{ text: '' }] }];
  if (name === 'STRONG' || name === 'EM') return children;
  throw new Error(`The cleaned HTML holds <${name}>, which Decap reads in its own way.`);
}
