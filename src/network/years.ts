import { formatDate, formatMonth } from '#domain/date-words.ts';
import { groupBy } from '#domain/group-by.ts';

/** A milestone, by what places it on the line: `2016`, `2016-09` or `2016-09-01`. */
export interface Dated {
  date: string;
  until?: string | undefined;
}

/** A year of the line: what marked it, in the order of its days, and what opened. */
export interface Year<M, O> {
  year: string;
  milestones: M[];
  openings: O[];
}

const yearOf = (date: string): string => date.slice(0, 4);

/** Within a year, what has no month comes last: nobody knows when it was. */
const inOrder = (one: string, other: string): number => (one.padEnd(10, '~') < other.padEnd(10, '~') ? -1 : 1);

const sortedBy = <T>(items: readonly T[], dateOf: (item: T) => string): T[] =>
  [...items].sort((one, other) => inOrder(dateOf(one), dateOf(other)));

/** The years in which something happened, from the first. */
export function yearsOf<M, O>(
  milestones: { of: readonly M[]; at: (milestone: M) => string },
  openings: { of: readonly O[]; at: (opening: O) => string },
): Year<M, O>[] {
  const marked = groupBy(sortedBy(milestones.of, milestones.at), (each) => yearOf(milestones.at(each)));
  const opened = groupBy(sortedBy(openings.of, openings.at), (each) => yearOf(openings.at(each)));
  return [...new Set([...marked.keys(), ...opened.keys()])].sort().map((year) => ({
    year,
    milestones: marked.get(year) ?? [],
    openings: opened.get(year) ?? [],
  }));
}

/** When in its year: `1er septembre`, `novembre, jusqu’en mars 2016`; undefined for a year alone. */
export function sayMoment({ date, until }: Dated): string | undefined {
  const [year = '', month, day] = date.split('-');
  const start = month && (day ? formatDate(date).replace(` ${year}`, '') : formatMonth(date));
  const end = until && `jusqu’${until.length > 7 ? 'au' : 'en'} ${formatDate(until)}`;
  return [start, end].filter(Boolean).join(', ') || undefined;
}
