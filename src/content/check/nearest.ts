/** How many names a message may propose. */
const MOST = 3;

/** Edits (insert, delete, replace one sign) that turn one word into the other (Levenshtein). */
function distance(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      current.push(Math.min((above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + same));
    }
    above = current;
  }
  return above.at(-1) ?? 0;
}

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

/** « a », « a ou b », « a, b ou c ». */
export function either(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ou ${names.at(-1)}`;
}
