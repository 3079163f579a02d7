import { deadlineState, type Calendar, type DeadlineState } from '#domain/deadlines.ts';
import { addToMonth, monthOf } from '#domain/months.ts';
import { seasonsFrom } from '#domain/seasons.ts';
import type { Round } from './memory.ts';

/**
 * The rounds of an opportunity that habit makes expect this month or the next: they open, close, or run. None when its
 * date is announced. An opportunity that nobody confirmed for long is among them, told as such: left out, it would be
 * missed the year it comes back.
 */
export function nearRounds(calendar: Calendar, today: string): Round[] {
  const state = deadlineState(calendar, today);
  if (calendar.rhythm === 'permanent') return [];
  const next = addToMonth(monthOf(today), 1);
  const isNear = ({ opensIn, closesIn }: Round) =>
    (opensIn !== undefined && opensIn <= next) || (closesIn !== undefined && closesIn <= next);
  return [...closingOf(state), ...seasonsFrom(calendar, today)].filter(isNear);
}

/** An open call whose day of closing is not announced closes by habit too. */
const closingOf = (state: DeadlineState): Round[] =>
  state.state === 'open' && state.closesIn !== undefined ? [{ closesIn: state.closesIn }] : [];

/** The same round, even when the other of its months was corrected since. */
export const isSameRound = (one: Round, other: Round): boolean =>
  (one.opensIn !== undefined && one.opensIn === other.opensIn) ||
  (one.closesIn !== undefined && one.closesIn === other.closesIn);

/** True once a round cannot be expected any longer: what was told of it may be forgotten. */
export const isOver = ({ opensIn, closesIn }: Round, today: string): boolean =>
  (closesIn ?? opensIn ?? '') < monthOf(today);
