import { PROPOSAL_FRAGMENT } from '#proposals/link.ts';

/** Where one is led by an address that holds a proposal, once it was taken out of it. */
const NOWHERE = '#/';

/**
 * Takes proposals out of the address before Decap reads it, when the page opens and each time it changes: nothing of
 * them stays in it, nor in the history of the browser.
 * @param take is given the whole fragment
 */
export function watchAddress(take: (fragment: string) => void): void {
  const takeFrom = (back: string): boolean => {
    const { hash } = location;
    if (!hash.startsWith(PROPOSAL_FRAGMENT)) return false;
    history.replaceState(history.state, '', back);
    take(hash);
    return true;
  };
  takeFrom(NOWHERE);
  addEventListener(
    'hashchange',
    (event) => {
      // Decap listens too, and would show a page that does not exist.
      if (takeFrom(new URL(event.oldURL).hash || NOWHERE)) event.stopImmediatePropagation();
    },
    { capture: true },
  );
}
