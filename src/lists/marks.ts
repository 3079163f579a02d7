import { piecesOf } from './words.ts';

/** Marks the words of an element that begin with one of the stems. */
export function mark(element: Element, stems: readonly string[]): void {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
  for (const text of texts) {
    const pieces = piecesOf(text.data, stems);
    if (!pieces.some(({ mark: marked }) => marked)) continue;
    text.replaceWith(...pieces.map((piece) => (piece.mark ? marked(piece.text) : piece.text)));
  }
}

function marked(text: string): HTMLElement {
  const element = document.createElement('mark');
  element.textContent = text;
  return element;
}

/** Takes the marks away, and joins the text that they had cut. */
export function unmark(element: Element): void {
  for (const each of element.querySelectorAll('mark')) {
    const parent = each.parentNode;
    each.replaceWith(each.textContent);
    parent?.normalize();
  }
}
