import { daysBetween, lastDayOf } from './days.ts';
import { addMonths, monthOf } from './months.ts';
import { isRunning, seasonsFrom, type Season, type UsualMonths } from './seasons.ts';

/** What an opportunity says of its dates. Days are `YYYY-MM-DD`, in France. */
export interface Calendar {
  rhythm: 'permanent' | 'annual' | 'several' | 'one-off' | 'recurring' | 'unknown';
  windows: readonly { opensOn?: string | undefined; closesOn?: string | undefined }[];
  /** The months of its habit, which are never dates. */
  usualMonths?: UsualMonths | undefined;
  /** Partial date of what was read (see `factDate`); without it, nothing grows old. */
  asOf?: string | undefined;
}

export type DeadlineState =
  | { state: 'permanent' }
  /** `closesIn`: the month in which it usually closes, when no day is known. */
  | { state: 'open'; closesOn: string | undefined; days: number | undefined; closesIn?: string | undefined }
  | { state: 'closing'; closesOn: string; days: number }
  | { state: 'opens'; opensOn: string; days: number; closesOn?: string | undefined }
  /** No date is announced, and its habit says when it comes back, or that it may be open. */
  | { state: 'usual'; season: Season; closedOn: string | undefined }
  /** `returns`: it comes back, and nobody knows when. */
  | { state: 'closed'; closedOn: string; returns?: true }
  /** No date was found: neither open nor closed. */
  | { state: 'unknown'; returns?: true }
  /** What was read is too old to be relied upon: a habit, an opening without an end, « all year ». */
  | {
      state: 'stale';
      asOf: string;
      season: Season | undefined;
      closedOn: string | undefined;
      isPermanent: boolean;
    };

export const CLOSING_DAYS = 30;

/** After how many months what was read of a call without an announced date is to be confirmed again. */
export const RECONFIRM_MONTHS = 18;

/**
 * The state on a day: an open window first (the one that closes last), then the next to open; then what is said of all
 * years, all year long or by habit, unless it is too old; then the last window that closed. A closing day counts as
 * open. Usual months are never read as dates.
 */
export function deadlineState(calendar: Calendar, today: string): DeadlineState {
  const { rhythm, windows, asOf } = calendar;
  const open = windows
    .filter((window) => isOpen(calendar, window, today))
    .sort((a, b) => (b.closesOn ?? '9999').localeCompare(a.closesOn ?? '9999'))[0];
  if (open?.closesOn !== undefined) {
    const { closesOn } = open;
    const days = daysBetween(today, closesOn);
    return days <= CLOSING_DAYS ? { state: 'closing', closesOn, days } : { state: 'open', closesOn, days };
  }
  const isStale = asOf !== undefined && isToReconfirm(asOf, today);
  if (open && !isStale) {
    return { state: 'open', closesOn: undefined, days: undefined, closesIn: closingMonth(calendar, open.opensOn) };
  }
  const next = windows
    .flatMap(({ opensOn, closesOn }) => (opensOn !== undefined && opensOn > today ? { opensOn, closesOn } : []))
    .sort((a, b) => (a.opensOn < b.opensOn ? -1 : 1))[0];
  if (next) return { state: 'opens', ...next, days: daysBetween(today, next.opensOn) };
  const isPermanent = rhythm === 'permanent';
  if (isPermanent && !isStale) return { state: 'permanent' };
  const closedOn = windows
    .flatMap(({ closesOn }) => closesOn ?? [])
    .sort()
    .at(-1);
  const season = isPermanent ? undefined : seasonsFrom(calendar, today)[0];
  if (isStale && rhythm !== 'one-off') return { state: 'stale', asOf, season, closedOn, isPermanent };
  if (season) return { state: 'usual', season, closedOn };
  const comesBack = rhythm === 'recurring' ? { returns: true as const } : {};
  return closedOn === undefined ? { state: 'unknown', ...comesBack } : { state: 'closed', closedOn, ...comesBack };
}

/** The announced day by which one is to answer, of what is open or opens next. */
export const closingDay = (state: DeadlineState): string | undefined =>
  state.state === 'open' || state.state === 'closing' || state.state === 'opens' ? state.closesOn : undefined;

/** True from the day when what was read of a call is too old to be relied upon. */
export const isToReconfirm = (asOf: string, today: string): boolean =>
  addMonths(lastDayOf(asOf), RECONFIRM_MONTHS) <= today;

function isOpen(calendar: Calendar, { opensOn, closesOn }: Calendar['windows'][number], today: string): boolean {
  if (closesOn !== undefined) return closesOn >= today && (opensOn === undefined || opensOn <= today);
  if (opensOn === undefined || opensOn > today) return false;
  // Without a day of closing, its usual month closes it.
  const month = closingMonth(calendar, opensOn);
  return month === undefined || month >= monthOf(today);
}

/** The month in which a window that opens on a day usually closes; undefined without such a habit. */
export function closingMonth({ rhythm, usualMonths }: Calendar, opensOn: string | undefined): string | undefined {
  if (opensOn === undefined || !usualMonths?.closes.length) return undefined;
  return seasonsFrom({ rhythm, windows: [], usualMonths: { opens: [], closes: usualMonths.closes } }, opensOn)[0]
    ?.closesIn;
}

/** The order of a watch: what has a date first, by date; then its habits, by month; then the rest, the oldest last. */
export function deadlineRank(state: DeadlineState, today: string): number {
  switch (state.state) {
    case 'closing':
      return state.days;
    case 'open':
      return 1_000 + Math.min(state.days ?? 999, 999);
    case 'opens':
      return 2_000 + Math.min(state.days, 999);
    case 'usual':
      return 3_000 + seasonRank(state.season, today);
    case 'permanent':
      return 5_000;
    case 'unknown':
      return 6_000;
    case 'stale':
      return 7_000 + (state.season ? seasonRank(state.season, today) : state.isPermanent ? 500 : 600);
    case 'closed':
      return 9_000;
  }
}

/** Days until a round is expected: none once it runs. */
function seasonRank(season: Season, today: string): number {
  if (isRunning(season, today)) return 0;
  return daysBetween(today, `${season.opensIn ?? season.closesIn ?? monthOf(today)}-01`);
}
