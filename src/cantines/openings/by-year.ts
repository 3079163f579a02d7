import { groupBy } from '#domain/group-by.ts';

/** What a cantine says of its opening. */
interface Opened {
  title: string;
  status: 'open' | 'preparing' | 'paused' | 'closed';
  /** Partial date. */
  openedOn?: string | undefined;
}

/** The cantines that opened in a year, be they closed since, and those that had before. */
export interface YearOfOpenings<C> {
  year: string;
  opened: C[];
  before: C[];
}

/** The years in which cantines opened, the first one first; within a year, by date then by name. */
export function openingsByYear<C extends Opened>(cantines: readonly C[]): YearOfOpenings<C>[] {
  const dated = cantines
    .filter(({ status, openedOn }) => status !== 'preparing' && openedOn !== undefined)
    .toSorted((a, b) => (a.openedOn ?? '').localeCompare(b.openedOn ?? '') || a.title.localeCompare(b.title, 'fr'));
  const years = groupBy(dated, ({ openedOn = '' }) => openedOn.slice(0, 4));
  return [...years].map(([year, opened]) => ({
    year,
    opened,
    before: dated.filter(({ openedOn = '' }) => openedOn.slice(0, 4) < year),
  }));
}

/** Those that are open, since a day that nobody wrote. */
export const openSinceUnknown = <C extends Opened>(cantines: readonly C[]): C[] =>
  cantines
    .filter(({ status, openedOn }) => status === 'open' && openedOn === undefined)
    .toSorted((a, b) => a.title.localeCompare(b.title, 'fr'));
