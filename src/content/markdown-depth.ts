import type { Nodes } from 'mdast';

/**
 * How deep a text may be nested: lists in quotations in lists, emphasis in links. Honest texts stay under twelve; what
 * writes documents goes down by calling itself, and a text of 3,000 `>` would end it.
 */
export const MAX_DEPTH = 30;

/** Every node of a text in its order, with how many are around it; without recursion. */
export function* withDepth(root: Nodes): Generator<{ node: Nodes; depth: number }> {
  const pending = [{ node: root, depth: 0 }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    yield next;
    const { node, depth } = next;
    if ('children' in node)
      for (const child of node.children.toReversed()) pending.push({ node: child, depth: depth + 1 });
  }
}

/** The first node that is nested too deep; undefined in an honest text. */
export const tooDeep = (root: Nodes): Nodes | undefined => withDepth(root).find(({ depth }) => depth > MAX_DEPTH)?.node;
