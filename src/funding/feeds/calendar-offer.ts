import { dayInFrance } from '#domain/days.ts';

/** Withdraws what has passed since the page was built. */
class CalendarOffer extends HTMLElement {
  connectedCallback() {
    this.hidden = (this.dataset['until'] ?? '') < dayInFrance(new Date());
  }
}

customElements.define('calendar-offer', CalendarOffer);
