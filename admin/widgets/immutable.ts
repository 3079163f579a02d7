/** What is used of Immutable's Map and List, which Decap hands to its widgets. */
export interface Immutable {
  get(key: string): unknown;
  set(key: string, value: unknown): Immutable;
  forEach(visit: (value: Immutable) => void): void;
  toJS(): unknown;
  find(wanted: (value: Immutable) => boolean): Immutable | undefined;
}

export const isMap = (value: unknown): value is Immutable =>
  typeof value === 'object' && value !== null && 'set' in value;
