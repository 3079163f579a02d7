/** The rounds of a call in the twelve months to come: those announced, then those that its habit leads to expect. */
import { lastDayOf } from '#domain/days.ts';
import { deadlineState, isToReconfirm, type Calendar } from '#domain/deadlines.ts';
import { addToMonth, monthOf } from '#domain/months.ts';
import { seasonsFrom } from '#domain/seasons.ts';

/** How many months are looked at, the month of today included. */
export const MONTHS_AHEAD = 12;

/** An opening or a closing: a day, `YYYY-MM-DD`, that is announced, or the first of its usual month. */
export interface Milestone {
  on: string;
  isUsual: boolean;
}

/** One of the two is known at least. */
export interface Round {
  opens: Milestone | undefined;
  closes: Milestone | undefined;
}

const announced = (on: string | undefined): Milestone | undefined =>
  on === undefined ? undefined : { on, isUsual: false };
const usual = (month: string | undefined): Milestone | undefined =>
  month === undefined ? undefined : { on: `${month}-01`, isUsual: true };

/** What comes of a call, in order: rounds that are open or to come. A call that is always open has none. */
export function roundsAhead(calendar: Calendar, today: string): Round[] {
  if (calendar.rhythm === 'permanent') return [];
  const end = addToMonth(monthOf(today), MONTHS_AHEAD);
  return [
    ...calendar.windows.flatMap((window) => announcedRound(calendar, window, today) ?? []),
    ...seasonsFrom(calendar, today, MONTHS_AHEAD).map(({ opensIn, closesIn }) => ({
      opens: usual(opensIn),
      closes: usual(closesIn),
    })),
  ]
    .filter((round) => startOf(round, today) < end)
    .sort((a, b) => startOf(a, today).localeCompare(startOf(b, today)));
}

/** A window that is not over, its closing month by habit when no day is announced. */
function announcedRound(calendar: Calendar, window: Calendar['windows'][number], today: string): Round | undefined {
  const { opensOn, closesOn } = window;
  if (closesOn !== undefined) {
    return closesOn < today ? undefined : { opens: announced(opensOn), closes: announced(closesOn) };
  }
  if (opensOn === undefined) return undefined;
  const state = deadlineState({ ...calendar, windows: [window] }, opensOn > today ? opensOn : today);
  if (state.state !== 'open') return undefined;
  return { opens: announced(opensOn), closes: usual(state.closesIn) };
}

/** The first day on which a round is to be seen: what opened before is open today. */
export function startOf({ opens, closes }: Round, today: string): string {
  if (opens) return opens.on > today ? opens.on : today;
  return closes?.isUsual && closes.on > today ? closes.on : today;
}

/** A part of a round to draw: days, both included. */
export interface Span {
  from: string;
  to: string;
  isUsual: boolean;
}

/**
 * What is drawn of a round: whole months of what is usual, days of what is announced; a round of which only the opening
 * is announced is sure on that day, usual until the end of its month.
 */
export function spansOf(round: Round, today: string): Span[] {
  const { opens, closes } = round;
  const from = startOf(round, today);
  if (closes && !closes.isUsual) {
    // An announced end makes the round sure, whatever the habit of its opening.
    return [{ from, to: closes.on, isUsual: false }];
  }
  const to = lastDayOf(monthOf(closes && closes.on > from ? closes.on : from));
  if (!opens || opens.isUsual) return [{ from, to, isUsual: true }];
  if (!closes) return [{ from, to, isUsual: false }];
  const sure = lastDayOf(monthOf(from));
  const rest = addToMonth(monthOf(from), 1);
  return [
    { from, to: sure < to ? sure : to, isUsual: false },
    ...(sure < to ? [{ from: `${rest}-01`, to, isUsual: true }] : []),
  ];
}

/** How sure a round is: announced by one of its dates, usual, or usual and too old to be relied upon. */
export type Certainty = 'announced' | 'usual' | 'stale';

export function certaintyOf({ opens, closes }: Round, { asOf }: Calendar, today: string): Certainty {
  if ((opens && !opens.isUsual) || (closes && !closes.isUsual)) return 'announced';
  return asOf !== undefined && isToReconfirm(asOf, today) ? 'stale' : 'usual';
}
