/** When a cantine is asked: each quarter, and one month before a season. Days are `YYYY-MM-DD`. */
import { addDays, daysAfterMonday, daysBetween } from '#domain/days.ts';
import { addMonths } from '#domain/months.ts';

/** What a cantine announced: `closed` on each day of it, the last included. */
export interface Announced {
  from: string;
  to: string;
  kind: string;
}

/** A reason to ask, from its day until the next one. */
export interface Occasion {
  from: string;
  /** The first day of the season that it precedes; undefined for a quarter. */
  season?: string | undefined;
}

/** Days: two occasions that are nearer than that are one, the season's; and two questions are never nearer. */
export const APART = 42;

/** Days of a closure after which a season begins. */
const LONG = 21;

/** Days before a closure by which a team must be asked, when the month before a season is spent in it. */
const BEFORE_CLOSING = 7;

/** The occasion of a day. */
export function occasionOn(today: string, announced: readonly Announced[]): Occasion {
  const year = Number(today.slice(0, 4));
  const seasons = [...returnsAfter(announced), `${year - 1}-09-01`, `${year}-09-01`, `${year + 1}-09-01`];
  const quarters = [year - 1, year].flatMap((each) => ['01', '04', '07', '10'].map((month) => `${each}-${month}`));
  const wanted: Occasion[] = [
    ...seasons.map((season) => ({ from: askingDay(season, announced), season })),
    ...quarters.map((month) => ({ from: firstTuesday(month) })),
  ];
  const kept: Occasion[] = [];
  // What a cantine announced weighs more than the usual September, and a season more than a quarter.
  for (const each of wanted)
    if (kept.every(({ from }) => Math.abs(daysBetween(from, each.from)) >= APART)) kept.push(each);
  const begun = kept.filter(({ from }) => from <= today).toSorted((a, b) => a.from.localeCompare(b.from, 'en'));
  return begun.at(-1) ?? { from: today };
}

export const isClosedOn = (day: string, announced: readonly Announced[]): boolean =>
  announced.some((each) => covers(each, day));

const covers = ({ from, to, kind }: Announced, day: string): boolean => kind === 'closed' && from <= day && day <= to;

/** Not a Monday, when the alerts leave, nor New Year's Day most years. */
const firstTuesday = (month: string): string => addDays(`${month}-01`, (8 - daysAfterMonday(`${month}-01`)) % 7);

/** The days of return after the long closures. */
const returnsAfter = (announced: readonly Announced[]): string[] =>
  announced
    .filter(({ from, to, kind }) => kind === 'closed' && daysBetween(from, to) >= LONG - 1)
    .map(({ to }) => addDays(to, 1))
    .toSorted();

/** One month before a season, or a week before the closure that this day would fall in, or be too near. */
function askingDay(season: string, announced: readonly Announced[]): string {
  const day = addMonths(season, -1);
  const closure = announced.find((each) => covers({ ...each, from: addDays(each.from, -BEFORE_CLOSING) }, day));
  return closure ? addDays(closure.from, -BEFORE_CLOSING) : day;
}
