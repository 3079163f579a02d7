/** True for milliseconds since 1970 that a date can tell: a format throws on the others. */
export const isInstant = (value: unknown): value is number =>
  typeof value === 'number' && !Number.isNaN(new Date(value).getTime());
