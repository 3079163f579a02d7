import { dayIn } from '#domain/zones.ts';

/** Takes the past days away, and itself when none is left. */
class UpcomingExceptions extends HTMLElement {
  connectedCallback() {
    const today = dayIn(this.dataset['zone'] ?? '', Date.now());
    for (const row of this.querySelectorAll('li')) row.hidden = (row.dataset['to'] ?? '') < today;
    this.hidden = !this.querySelector('li:not([hidden])');
  }
}

customElements.define('upcoming-exceptions', UpcomingExceptions);
