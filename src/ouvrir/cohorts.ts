import { addDays, lastDayOf } from '#domain/days.ts';
import { instantOf } from '#domain/zones.ts';

/** What an entry says of when teams may join a promotion. */
export interface CohortDates {
  season: 'march' | 'october';
  /** A year, a month or a day. */
  startsOn: string;
  /** The last day of the applications; undefined while nobody has set it. */
  applyBy?: string | undefined;
}

/** When a promotion begins, a month or a day: the month is that of the season when only the year is written. */
export const cohortStart = ({ season, startsOn }: CohortDates): string =>
  startsOn.length > 4 ? startsOn : `${startsOn}-${season === 'march' ? '03' : '10'}`;

/**
 * The first instant, in milliseconds since 1970, at which a team may no longer apply: the day after the deadline, or
 * the beginning of the promotion, as far as its date tells.
 */
export function joinableUntil(cohort: CohortDates, zone = 'Europe/Paris'): number {
  const start = cohortStart(cohort);
  const begins = instantOf(`${start.length > 7 ? start : `${start}-01`}T00:00`, zone);
  if (cohort.applyBy === undefined) return begins;
  return Math.min(begins, instantOf(`${addDays(cohort.applyBy, 1)}T00:00`, zone));
}

/** The first instant, in milliseconds since 1970, at which a promotion has surely begun, as far as its date tells. */
export const begunFrom = (cohort: CohortDates, zone = 'Europe/Paris'): number =>
  instantOf(`${addDays(lastDayOf(cohortStart(cohort)), 1)}T00:00`, zone);

/** The promotion that a team may apply to at an instant; undefined when the next one is not announced. */
export function nextCohort<C extends { until: number }>(cohorts: readonly C[], now: number): C | undefined {
  return cohorts.filter(({ until }) => now < until).sort((a, b) => a.until - b.until)[0];
}
