/** What is read of a node of pasted HTML: a browser's own nodes are this. */
export interface PastedNode {
  /** 1: an element, 3: a text; the others are passed over. */
  readonly nodeType: number;
  /** The name of an element, in any case. */
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: Iterable<PastedNode>;
  getAttribute?(name: string): string | null;
}

export const isElement = (node: PastedNode): boolean => node.nodeType === 1;
export const isText = (node: PastedNode): boolean => node.nodeType === 3;
export const nameOf = (node: PastedNode): string => node.nodeName.toLowerCase();
export const attributeOf = (node: PastedNode, name: string): string => node.getAttribute?.(name) ?? '';

/** The value of a property in the style attribute of an element, Word's own (`mso-…`) included. */
export function styleOf(node: PastedNode, property: string): string {
  const declaration = attributeOf(node, 'style')
    .split(';')
    .map((each) => each.split(':'))
    .findLast(([name]) => name?.trim().toLowerCase() === property);
  return declaration?.slice(1).join(':').trim().toLowerCase() ?? '';
}

/** All the words of a node. */
export const wordsOf = (node: PastedNode): string =>
  isText(node) ? (node.nodeValue ?? '') : [...node.childNodes].map(wordsOf).join('');
