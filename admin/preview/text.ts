import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { typeset } from '#domain/typography.ts';

/**
 * A text as nodes of a page: its HTML is shown as it is typed, and an address that would run something is dropped, as
 * micromark does unless told otherwise.
 */
export function nodesOf(markdown: string, page: Document): Node[] {
  const html = micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode: text } = walker;
    if (!text.parentElement?.closest('code, pre')) text.nodeValue = typeset(text.nodeValue ?? '');
  }
  return [...body.childNodes].map((node) => page.importNode(node, true));
}
