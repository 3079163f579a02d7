import { daysBetween } from '#domain/days.ts';
import type { Calendar } from '#domain/deadlines.ts';

/** A period of deposit in one year; parts of the year from 0 to 1. */
export interface Bar {
  from: number;
  to: number;
  /** Which of the two dates is known: the other end is drawn open. */
  known: 'both' | 'opens' | 'closes';
}

export interface YearOfWindows {
  year: number;
  bars: Bar[];
}

/** The years drawn at most: the latest. */
const MOST_YEARS = 5;
/** A period of which one date only is known is drawn about a month long. */
const UNKNOWN_SPAN = 1 / 12;

const daysIn = (year: number): number => daysBetween(`${year}-01-01`, `${year + 1}-01-01`);
const partOf = (day: string): number => {
  const year = Number(day.slice(0, 4));
  return daysBetween(`${year}-01-01`, day) / daysIn(year);
};
const yearOf = (day: string): number => Number(day.slice(0, 4));

/** The known windows by year, oldest first; one that crosses a new year is in both. */
export function yearsOfWindows({ windows }: Calendar): YearOfWindows[] {
  const years = new Map<number, Bar[]>();
  const add = (year: number, bar: Bar) => years.set(year, [...(years.get(year) ?? []), bar]);
  for (const { opensOn, closesOn } of windows) {
    if (opensOn !== undefined && closesOn !== undefined) {
      for (let year = yearOf(opensOn); year <= yearOf(closesOn); year += 1) {
        add(year, {
          from: year === yearOf(opensOn) ? partOf(opensOn) : 0,
          // The closing day counts.
          to: year === yearOf(closesOn) ? partOf(closesOn) + 1 / daysIn(year) : 1,
          known: 'both',
        });
      }
    } else if (closesOn !== undefined) {
      const to = partOf(closesOn) + 1 / daysIn(yearOf(closesOn));
      add(yearOf(closesOn), { from: Math.max(0, to - UNKNOWN_SPAN), to, known: 'closes' });
    } else if (opensOn !== undefined) {
      const from = partOf(opensOn);
      add(yearOf(opensOn), { from, to: Math.min(1, from + UNKNOWN_SPAN), known: 'opens' });
    }
  }
  return [...years]
    .map(([year, bars]) => ({ year, bars: bars.toSorted((a, b) => a.from - b.from) }))
    .toSorted((a, b) => a.year - b.year)
    .slice(-MOST_YEARS);
}
