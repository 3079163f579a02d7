import { dayInFrance } from '#domain/days.ts';

/** Marks the digest of this month. */
class DigestMonths extends HTMLElement {
  connectedCallback() {
    const month = dayInFrance(new Date()).slice(0, 7);
    const current = this.querySelector(`[data-month="${month}"]`);
    const chip = current?.querySelector<HTMLElement>('.chip');
    if (chip) chip.hidden = false;
    current?.querySelector('a')?.setAttribute('aria-current', 'date');
  }
}

customElements.define('digest-months', DigestMonths);
