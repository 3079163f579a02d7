import { button, element } from '../elements.ts';
import { showDifferences } from '../versions/view.ts';
import { OFFER, sayOffer, type Offer } from './words.ts';

/** A copy that may come back, and what its two buttons do. */
export interface OfferWithGestures extends Offer {
  restore: () => void;
  discard: () => void;
}

/** What is said of unsaved texts, before the form in the page. */
export class Banner {
  readonly #view: HTMLElement;
  readonly #status: HTMLElement;
  readonly #body: HTMLElement;

  /** @param view an empty element, which the page keeps throughout */
  constructor(view: HTMLElement) {
    this.#view = view;
    this.#status = element('div', 'cms-kept-status');
    this.#status.role = 'status';
    this.#body = element('div', 'cms-kept-body');
    view.replaceChildren(this.#status, this.#body);
    view.tabIndex = -1;
  }

  clear(): void {
    this.#fill([], []);
  }

  /** Says something that needs no choice. */
  say(lines: readonly string[]): void {
    this.#fill(
      lines.map((line) => element('p', '', line)),
      [button(OFFER.close, () => this.clear())],
    );
  }

  /** Shows the copies of the entry that is open; nothing when there is none. */
  offer(offers: readonly OfferWithGestures[], isOpenElsewhere: boolean): void {
    const title = offers.length === 1 ? OFFER.one : OFFER.several(offers.length);
    const elsewhere = isOpenElsewhere ? [element('p', '', OFFER.elsewhere)] : [];
    if (offers.length === 0) {
      this.#fill(elsewhere, isOpenElsewhere ? [button(OFFER.close, () => this.clear())] : []);
      return;
    }
    this.#fill([element('p', '', element('strong', '', title)), ...elsewhere], folded(offers.map(showOffer)));
    // The next Tab leads to its buttons, unless somebody already writes.
    if (document.activeElement === document.body) this.#view.focus();
  }

  #fill(status: readonly Node[], body: readonly Node[]): void {
    this.#status.replaceChildren(...status);
    this.#body.replaceChildren(...body);
    this.#view.hidden = status.length + body.length === 0;
    // The form ends above it.
    document.documentElement.style.setProperty('--cms-kept', `${this.#view.offsetHeight}px`);
  }
}

/** The first of them; the others on demand, which leaves the form in sight. */
function folded([first, ...others]: readonly HTMLElement[]): HTMLElement[] {
  if (!first) return [];
  if (others.length === 0) return [first];
  return [first, element('details', 'cms-kept-others', element('summary', '', OFFER.others(others.length)), ...others)];
}

function showOffer(offer: OfferWithGestures): HTMLElement {
  const compared = element(
    'details',
    '',
    element('summary', '', OFFER.compare),
    showDifferences(offer.differences, OFFER.columns),
  );
  compared.open = offer.changedSince;
  return element(
    'div',
    'cms-kept-offer',
    element('p', '', sayOffer(offer, Date.now(), new Intl.DateTimeFormat().resolvedOptions().timeZone).join(' ')),
    element('div', 'cms-tools', button(OFFER.restore, offer.restore), button(OFFER.discard, offer.discard)),
    ...(offer.differences.length > 0 ? [compared] : []),
  );
}
