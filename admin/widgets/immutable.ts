/** What is used of Immutable's Map and List, which Decap hands to its widgets. */
export interface Immutable {
  get(key: string): unknown;
  set(key: string, value: unknown): Immutable;
  delete(key: string): Immutable;
  /** An empty one of its kind. */
  clear(): Immutable;
  forEach(visit: (value: Immutable) => void): void;
  find(wanted: (value: Immutable) => boolean): Immutable | undefined;
  toList(): ImmutableList;
  toJS(): unknown;
}

/** A list, told apart by its indexes. */
export interface ImmutableList {
  readonly size: number;
  get(index: number): unknown;
  set(index: number, value: unknown): ImmutableList;
  insert(index: number, value: unknown): ImmutableList;
  delete(index: number): ImmutableList;
  clear(): ImmutableList;
  concat(values: readonly unknown[]): ImmutableList;
  toArray(): unknown[];
}

export const isMap = (value: unknown): value is Immutable =>
  typeof value === 'object' && value !== null && 'set' in value;

/** A group with another part, its parts in the order in which files have them; without it when it is emptied. */
export function withPart(group: Immutable, part: string, value: string, order: readonly string[]): Immutable {
  if (value === '') return group.delete(part);
  if (group.get(part) !== undefined) return group.set(part, value);
  const parts = { ...(group.toJS() as Readonly<Record<string, unknown>>), [part]: value };
  const names = [...new Set([...order, ...Object.keys(parts)])].filter((name) => name in parts);
  return names.reduce((ordered, name) => ordered.set(name, parts[name]), group.clear());
}
