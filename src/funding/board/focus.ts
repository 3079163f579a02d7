import type { State } from './view.ts';

const isSeen = (element: Element | null): element is HTMLElement =>
  element instanceof HTMLElement && element.getClientRects().length > 0;

/**
 * Puts the focus on a part of a card, once drawn; else, when its column is not shown or has not come to it, on what
 * leads to that column: its button on a small screen, its title on a wide one.
 */
export function focusCard(id: string, part: '.open' | 'select', state: State): void {
  requestAnimationFrame(() => {
    const places = [`#carte-${CSS.escape(id)} ${part}`, `#voir-${state}`, `#colonne-${state}`];
    places
      .map((place) => document.querySelector(place))
      .find(isSeen)
      ?.focus();
  });
}
