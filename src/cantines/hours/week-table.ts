/** Marks today in the week of a cantine, in its own zone. */
class WeekTable extends HTMLElement {
  connectedCallback() {
    const today = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: this.dataset['zone'] })
      .format()
      .toLowerCase();
    const row = this.querySelector(`[data-day="${today}"]`);
    row?.setAttribute('aria-current', 'date');
    row?.querySelector('th')?.append(', aujourd’hui');
  }
}

customElements.define('week-table', WeekTable);
