import { dayInFrance } from '#domain/days.ts';
import { deadlineRank, deadlineState, type Calendar } from '#domain/deadlines.ts';

/** Puts a list in the order of the deadlines, as they stand today. */
class ByDeadline extends HTMLElement {
  connectedCallback() {
    const list = this.querySelector('ul');
    const today = dayInFrance(new Date());
    const rank = (row: Element) => {
      const { calendar = '{}' } = row.querySelector<HTMLElement>('deadline-chip')?.dataset ?? {};
      return deadlineRank(deadlineState(JSON.parse(calendar) as Calendar, today), today);
    };
    const ranks = new Map([...(list?.children ?? [])].map((row) => [row, rank(row)]));
    list?.append(...[...ranks.keys()].sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0)));
  }
}

customElements.define('by-deadline', ByDeadline);
