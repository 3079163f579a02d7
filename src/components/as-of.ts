import { dayInFrance, isFresh } from '#domain/days.ts';

/** Lifts the doubt on a fact that is less than a year old. */
class AsOf extends HTMLElement {
  connectedCallback() {
    const { date, known = '' } = this.dataset;
    if (isFresh(date, dayInFrance(new Date()))) this.textContent = `${known}.`;
  }
}

customElements.define('as-of', AsOf);
