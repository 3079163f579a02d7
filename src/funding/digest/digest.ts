import { lastDayOf } from '#domain/days.ts';
import { closingMonth, deadlineState, type Calendar } from '#domain/deadlines.ts';
import { addToMonth, monthOf } from '#domain/months.ts';
import { isRunning, seasonsFrom } from '#domain/seasons.ts';
import type { Change } from '../changes/changes.ts';

/** What the monthly digest knows of an opportunity. Days are `YYYY-MM-DD`, months `YYYY-MM`. */
export interface DigestOpportunity {
  /** The day on which the watch first knew it; undefined when nobody wrote it. */
  firstSeen: string | undefined;
  /** The days on which someone read a source or confirmed the fiche. */
  readOn: readonly string[];
  calendar: Calendar;
  /** All that happened to it, by the log. */
  changes: readonly Change[];
}

export interface Digest<T> {
  month: string;
  /** A window closes that month, by date. */
  closing: { opportunity: T; day: string }[];
  /** A window is known to open that month, by date. */
  opening: { opportunity: T; day: string }[];
  /** Closes that month as a rule: no date is known. */
  usuallyClosing: T[];
  /** Opens that month as a rule: no date is known. */
  returning: T[];
  /** First seen the month before, and may be answered in this one. */
  fresh: T[];
  /** First seen the month before, and closed, to be confirmed again, or not open yet. */
  idle: T[];
  /** What happened the month before to those that were known, each in one line. */
  changed: { opportunity: T; changes: Change[] }[];
}

/** How long after the latest fact a month still has its digest. */
const MONTHS_AFTER = 12;

/**
 * The months that have a digest: that of each fact since the first day of the watch, and a year after it. A day typed
 * in another century brings its own year only, not all those between.
 */
export function digestMonths(opportunities: readonly DigestOpportunity[]): string[] {
  const first = opportunities.flatMap(({ firstSeen }) => firstSeen ?? []).toSorted()[0];
  if (first === undefined) return [];
  const facts = opportunities.flatMap(({ firstSeen, readOn, calendar: { windows }, changes }) => [
    firstSeen ?? [],
    readOn,
    changes.map(({ on }) => on),
    windows.flatMap(({ opensOn, closesOn }) => [opensOn ?? [], closesOn ?? []]),
  ]);
  const months = new Set<string>();
  for (let month of new Set(facts.flat(3).map(monthOf))) {
    for (let after = 0; after <= MONTHS_AFTER; after++, month = addToMonth(month, 1)) months.add(month);
  }
  return [...months].filter((month) => month >= monthOf(first)).toSorted();
}

/**
 * What a month brings, by what is written and never by today's date: the letter leaves on its first days, and tells what
 * happened since the one before.
 */
export function digestOf<T extends DigestOpportunity>(opportunities: readonly T[], month: string): Digest<T> {
  const dated = (which: 'opensOn' | 'closesOn') =>
    opportunities
      .flatMap((opportunity) =>
        opportunity.calendar.windows.flatMap((window) => {
          const day = window[which];
          return day !== undefined && monthOf(day) === month ? { opportunity, day } : [];
        }),
      )
      .toSorted((a, b) => a.day.localeCompare(b.day));
  const [closing, opening] = [dated('closesOn'), dated('opensOn')];
  const habits = opportunities.map((opportunity) => ({ opportunity, ...habitIn(opportunity.calendar, month) }));
  const usuallyClosing = without(
    closing,
    habits.flatMap(({ opportunity, closes }) => (closes ? opportunity : [])),
  );
  const returning = without(
    opening,
    habits.flatMap(({ opportunity, opens }) => (opens ? opportunity : [])),
  );
  const told = new Set([
    ...[...closing, ...opening].map(({ opportunity }) => opportunity),
    ...usuallyClosing,
    ...returning,
  ]);
  const before = addToMonth(month, -1);
  const seen = opportunities.filter(({ firstSeen }) => firstSeen !== undefined && monthOf(firstSeen) === before);
  const isFresh = (opportunity: T) => told.has(opportunity) || isOpenIn(opportunity.calendar, month);
  return {
    month,
    closing,
    opening,
    usuallyClosing,
    returning,
    fresh: seen.filter(isFresh),
    idle: seen.filter((opportunity) => !isFresh(opportunity)),
    changed: without(
      seen.map((opportunity) => ({ opportunity })),
      opportunities,
    ).flatMap((opportunity) => {
      const changes = opportunity.changes.filter((change) => monthOf(change.on) === before && isToTell(change, month));
      return changes.length === 0 ? [] : [{ opportunity, changes }];
    }),
  };
}

/** Its coming is told as such, and its closing by the letter of its month; what opened may have closed since. */
function isToTell(change: Change, month: string): boolean {
  if (change.kind === 'new') return false;
  if (change.kind === 'closed') return change.closesOn === undefined;
  return change.kind !== 'opened' || change.closesOn === undefined || change.closesOn >= `${month}-01`;
}

/** Those whose day of the month is not known. */
function without<T>(dated: readonly { opportunity: T }[], opportunities: readonly T[]): T[] {
  const known = new Set(dated.map(({ opportunity }) => opportunity));
  return opportunities.filter((opportunity) => !known.has(opportunity));
}

/** Whether a round without a known date usually opens, or closes, in a month. */
function habitIn(calendar: Calendar, month: string): { opens: boolean; closes: boolean } {
  if (calendar.rhythm === 'permanent') return { opens: false, closes: false };
  const seasons = seasonsFrom(calendar, `${month}-01`);
  const opened = calendar.windows.filter(({ closesOn }) => closesOn === undefined);
  return {
    opens: seasons.some(({ opensIn }) => opensIn === month),
    closes:
      seasons.some(({ closesIn }) => closesIn === month) ||
      opened.some(({ opensOn }) => closingMonth(calendar, opensOn) === month),
  };
}

/** Whether one may answer on the first or the last day of a month, by what is sure enough. */
const isOpenIn = (calendar: Calendar, month: string): boolean =>
  [`${month}-01`, lastDayOf(month)].some((day) => {
    const found = deadlineState(calendar, day);
    if (found.state === 'usual') return isRunning(found.season, day);
    return found.state === 'permanent' || found.state === 'open' || found.state === 'closing';
  });

/** The opportunities that may be acted upon in the month of a digest. */
export const toActUpon = <T>({ closing, opening, usuallyClosing, returning, fresh }: Digest<T>): ReadonlySet<T> =>
  new Set([
    ...[...closing, ...opening].map(({ opportunity }) => opportunity),
    ...usuallyClosing,
    ...returning,
    ...fresh,
  ]);
