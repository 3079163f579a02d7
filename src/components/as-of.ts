import { dayInFrance, isFresh } from '#domain/days.ts';

/** Lifts the doubt, in its `<span>`, on a fact that is less than a year old. */
class AsOf extends HTMLElement {
  connectedCallback() {
    if (isFresh(this.dataset['date'], dayInFrance(new Date()))) this.querySelector('span')?.remove();
  }
}

customElements.define('as-of', AsOf);
