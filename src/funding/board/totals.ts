import { dayInFrance } from '#domain/days.ts';
import { groupBy } from '#domain/group-by.ts';
import { answerDay, type Followed } from './view.ts';

/** Money by funder, or by year. Euros. */
export interface Total {
  label: string;
  asked: number;
  obtained: number;
  /** How many were sent, won, lost. */
  sent: number;
  won: number;
  lost: number;
}

const nothing = (label: string): Total => ({ label, asked: 0, obtained: 0, sent: 0, won: 0, lost: 0 });

/** What was asked counts once the file is sent; what was obtained, once it is won. */
function add(total: Total, { state, asked = 0, obtained = 0 }: Followed): Total {
  if (state === 'study' || state === 'writing') return total;
  return {
    ...total,
    asked: total.asked + asked,
    obtained: total.obtained + (state === 'won' ? obtained : 0),
    sent: total.sent + 1,
    won: total.won + Number(state === 'won'),
    lost: total.lost + Number(state === 'lost'),
  };
}

export const totalOf = (cards: readonly Followed[], label = 'Total'): Total => cards.reduce(add, nothing(label));

/** The share of the answers that were a yes; undefined before the first answer. */
export const successRate = ({ won, lost }: Total): number | undefined =>
  won + lost === 0 ? undefined : won / (won + lost);

/** The year of an opportunity: that of the day to answer by when it was added, else of that day itself. */
export function yearOf(card: Followed): string {
  const added = dayInFrance(new Date(card.addedAt));
  return (answerDay(card, added) ?? added).slice(0, 4);
}

/** Totals of what was sent, by funder or by year: the largest obtained first, or the latest year. */
export function totalsBy(cards: readonly Followed[], by: 'funder' | 'year'): Total[] {
  const sent = cards.filter(({ state }) => state !== 'study' && state !== 'writing');
  const groups = groupBy(sent, (card) => (by === 'year' ? yearOf(card) : card.funder.trim() || 'Financeur non dit'));
  const totals = [...groups].map(([label, members]) => totalOf(members, label));
  return by === 'year'
    ? totals.sort((a, b) => b.label.localeCompare(a.label, 'fr'))
    : totals.sort((a, b) => b.obtained - a.obtained || b.asked - a.asked || a.label.localeCompare(b.label, 'fr'));
}
