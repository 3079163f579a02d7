import { dayInFrance } from '#domain/days.ts';
import { sayYearOn } from '#domain/yearly.ts';

/** Says of a figure of a past year that the one of this year is to be confirmed. */
class FigureYear extends HTMLElement {
  connectedCallback() {
    this.textContent = sayYearOn(this.dataset['asOf'] ?? '', dayInFrance(new Date()));
  }
}

customElements.define('figure-year', FigureYear);
