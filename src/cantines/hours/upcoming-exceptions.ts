import { dayIn } from '#domain/zones.ts';

/** Takes the past days away, and itself when none is left. */
class UpcomingExceptions extends HTMLElement {
  connectedCallback() {
    const today = dayIn(this.dataset['zone'] ?? 'Europe/Paris', Date.now());
    const rows = [...this.querySelectorAll<HTMLLIElement>('li')];
    for (const row of rows) row.hidden = (row.dataset['to'] ?? '') < today;
    this.hidden = rows.every((row) => row.hidden);
  }
}

customElements.define('upcoming-exceptions', UpcomingExceptions);
