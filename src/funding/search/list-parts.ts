/**
 * How many opportunities a page of the list holds: at most 100 kB compressed with its scripts, whatever their number.
 */
const PER_PAGE = 120;

/** A part of the list, and its neighbours. */
export interface ListPart<T> {
  /** From 1. */
  number: number;
  last: number;
  items: readonly T[];
}

/** Cuts a list into parts; an empty list has one, empty. */
export function partsOf<T>(items: readonly T[]): ListPart<T>[] {
  const last = Math.max(1, Math.ceil(items.length / PER_PAGE));
  return Array.from({ length: last }, (_, index) => ({
    number: index + 1,
    last,
    items: items.slice(index * PER_PAGE, (index + 1) * PER_PAGE),
  }));
}

/** Where a part is. */
export const partPath = (number: number): string => (number === 1 ? '/financements/' : `/financements/page/${number}/`);
