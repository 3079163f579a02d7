import { dayInFrance } from '#domain/days.ts';

/** Shows the days that came since the page was made. */
class WatchChanges extends HTMLElement {
  connectedCallback() {
    const today = dayInFrance(new Date());
    for (const day of this.querySelectorAll<HTMLElement>('[data-on]')) day.hidden = (day.dataset['on'] ?? '') > today;
    for (const month of this.querySelectorAll<HTMLElement>('[data-month]')) {
      month.hidden = month.querySelector('[data-on]:not([hidden])') === null;
    }
  }
}

customElements.define('watch-changes', WatchChanges);
