import { distance } from 'fastest-levenshtein';

/** How many names a message may propose. */
const MOST = 3;

/** The names that look most like a mistyped one, best first; none when nothing is close. */
export function nearest(typed: string, names: Iterable<string>): string[] {
  const wanted = typed.slice(0, 80).toLowerCase();
  const furthest = Math.max(2, Math.floor(wanted.length / 3));
  return [...names]
    .map((name) => {
      const inside = wanted.length > 2 && (name.includes(wanted) || (name.length > 2 && wanted.includes(name)));
      const far = distance(wanted, name.slice(0, 80));
      return { name, far: inside ? Math.min(far, furthest) : far };
    })
    .filter(({ far }) => far <= furthest)
    .sort((one, other) => one.far - other.far || one.name.localeCompare(other.name, 'fr'))
    .slice(0, MOST)
    .map(({ name }) => name);
}
