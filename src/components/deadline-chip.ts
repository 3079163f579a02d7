import { sayDeadline } from '#domain/deadline-words.ts';
import { dayInFrance } from '#domain/days.ts';
import { deadlineState, type Calendar } from '#domain/deadlines.ts';

/** Says today’s state of an opportunity, over the facts that the page holds. */
class DeadlineChip extends HTMLElement {
  connectedCallback() {
    const calendar = JSON.parse(this.dataset['calendar'] ?? '{}') as Calendar;
    const today = dayInFrance(new Date());
    const { words, tone } = sayDeadline(deadlineState(calendar, today), today);
    this.textContent = words;
    this.classList.remove('tone-good');
    if (tone) this.classList.add(tone);
  }
}

customElements.define('deadline-chip', DeadlineChip);
