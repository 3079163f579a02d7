/** What is used of Immutable's Map and List, which Decap hands over. */
export interface Immutable {
  get(key: string | number): unknown;
  map(change: (value: unknown) => unknown): Immutable;
  filter(keep: (value: unknown) => boolean): Immutable;
  isEmpty(): boolean;
  toJS(): unknown;
}

export const isImmutable = (value: unknown): value is Immutable =>
  typeof value === 'object' && value !== null && 'toJS' in value && 'isEmpty' in value;

/**
 * Drops what Decap leaves behind in cleared or untouched fields (`''`, `null`, empty lists and
 * groups): the site reads them as absent, and the file keeps only what is said.
 */
export const tidied = (values: Immutable): Immutable => values.map(tidy).filter((value) => value !== undefined);

function tidy(value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (!isImmutable(value)) return value;
  const kept = tidied(value);
  return kept.isEmpty() ? undefined : kept;
}

/** Where a value of the tidied data stands in the form, whose lists still hold their empty items. */
export function placeInForm(form: Immutable, path: readonly (string | number)[]): (string | number)[] {
  const place: (string | number)[] = [];
  let level: unknown = form;
  for (const step of path) {
    const real = typeof step === 'number' ? keptAt(level, step) : step;
    place.push(real);
    level = isImmutable(level) ? level.get(real) : undefined;
  }
  return place;
}

function keptAt(list: unknown, index: number): number {
  if (!isImmutable(list)) return index;
  const kept: number[] = [];
  let position = 0;
  list.map((item) => {
    if (tidy(item) !== undefined) kept.push(position);
    position += 1;
    return item;
  });
  return kept[index] ?? index;
}
