import { distance } from 'fastest-levenshtein';

/** One slip in four letters, two letters that changed places being one. */
const slipsIn = (key: string): number => Math.max(1, Math.floor(key.length / 4));

/** How many letters of a key differ from another; two neighbours that changed places count for one. */
export function slipsBetween(key: string, other: string): number {
  if (key.length === other.length) {
    const first = Array.from(key).findIndex((letter, rank) => letter !== other[rank]);
    const swapped = key.slice(0, first) + (key[first + 1] ?? '') + (key[first] ?? '') + key.slice(first + 2);
    if (first !== -1 && swapped === other) return 1;
  }
  return distance(key, other);
}

/** Those of which a name is spelled nearly as a key (see `keyOf`), the nearest first; none for three letters. */
export function nearestFirst<T>(things: readonly T[], key: string, keysOf: (thing: T) => readonly string[]): T[] {
  if (key.length < 4) return [];
  const most = slipsIn(key);
  return things
    .map((thing) => ({ thing, slips: Math.min(...keysOf(thing).map((each) => slipsBetween(key, each))) }))
    .filter(({ slips }) => slips <= most)
    .sort((one, other) => one.slips - other.slips)
    .map(({ thing }) => thing);
}
