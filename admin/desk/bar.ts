import { button, element } from '../elements.ts';
import { frenchError } from '../errors.ts';
import { placeIn, type Place } from './place.ts';

/** The links of the CMS to entries, in its lists. */
const CARD = '#nc-root a[href*="#/collections/"][href*="/entries/"]';

/**
 * The bar of the desk, on every screen: what can be done without opening an entry, and what was done last. Each card of
 * a list gets the same button, for its own entry.
 */
export class DeskBar {
  readonly #told: HTMLElement;
  readonly #act: (place: Place) => void;

  constructor(bar: HTMLElement, act: (place: Place) => void) {
    this.#act = act;
    this.#told = bar.querySelector('[role="status"]') ?? bar;
    bar.querySelector('button')?.addEventListener('click', () => act(placeIn(location.hash)));
    addEventListener('keydown', (event) => {
      if (!event.altKey || event.code !== 'KeyG' || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      act(placeIn(location.hash));
    });
    bar.hidden = false;
    // What is above it, and the end of the form, keep clear of it.
    new ResizeObserver(() => document.documentElement.style.setProperty('--desk', `${bar.offsetHeight}px`)).observe(
      bar,
    );
    const root = document.getElementById('nc-root');
    if (root) new MutationObserver(() => this.#extendCards()).observe(root, { childList: true, subtree: true });
    addEventListener('hashchange', () => this.#followAddress());
    this.#followAddress();
  }

  /** Says what was done, and offers to undo it, where it can be, until something else is done. */
  tell(told: string, undo?: () => Promise<void>): void {
    const close = button('Fermer', () => this.#told.replaceChildren());
    const tools = undo ? [this.#undoing(undo), close] : [close];
    this.#told.replaceChildren(element('p', '', told), element('p', 'cms-tools', ...tools));
  }

  #undoing(undo: () => Promise<void>): HTMLElement {
    const back = button('Défaire', () => {
      back.disabled = true;
      undo().then(
        () => this.#told.replaceChildren(element('p', '', 'C’est défait : la fiche est comme avant.')),
        (error: unknown) => this.#told.replaceChildren(element('p', '', frenchError(error))),
      );
    });
    return back;
  }

  /** A link of the board asks for a gesture: it is asked once. */
  #followAddress(): void {
    const place = placeIn(location.hash);
    if (place.gesture === undefined) return;
    history.replaceState(history.state, '', location.hash.replace(/\?.*$/, ''));
    this.#act(place);
  }

  #extendCards(): void {
    for (const link of document.querySelectorAll<HTMLAnchorElement>(CARD)) {
      const card = link.parentElement;
      if (!card) continue;
      const act = card.querySelector('.cms-card-gesture') ?? this.#cardButton(card);
      // Decap keeps the box of a card and changes what is in it.
      const name = `Gestes sur ${link.textContent.trim()}`;
      if (act.getAttribute('aria-label') !== name) act.setAttribute('aria-label', name);
    }
  }

  #cardButton(card: HTMLElement): HTMLElement {
    const act = button('Gestes', () => this.#act(placeIn(card.querySelector('a')?.hash ?? '')));
    act.className = 'cms-card-gesture';
    card.append(act);
    return act;
  }
}
