/** What every job that sends e-mails remembers of those who receive them. */
import { z } from 'zod';

/** What is remembered of one recipient. */
export interface Remembered<M, P> {
  /** What it knows. */
  memory?: M | undefined;
  /** A message handed to the server, of which no answer was read yet. */
  pending?: (P & { messageId: string }) | undefined;
  /** How many runs in a row an address was refused. */
  refusals?: { email: string; count: number } | undefined;
}

/** By the name under which each is remembered: `cantines/lyon-vaise`, `reseau`. */
export type Recipients<M, P> = Readonly<Record<string, Remembered<M, P>>>;

export const rememberedOf = <M extends z.ZodType, P extends z.ZodType>(memory: M, pending: P) =>
  z.strictObject({
    memory: memory.optional(),
    pending: pending.optional(),
    refusals: z.strictObject({ email: z.string(), count: z.int().positive() }).optional(),
  });

/** The same values under the names of today; what is already known under a new name stays. */
export function renamed<T>(values: Readonly<Record<string, T>>, names: ReadonlyMap<string, string>): Record<string, T> {
  const entries = Object.entries(values);
  const moved = entries.flatMap(([name, value]): [string, T][] => {
    const now = names.get(name);
    return now === undefined ? [] : [[now, value]];
  });
  return Object.fromEntries([...moved, ...entries.filter(([name]) => !names.has(name))]);
}

/** The names of recipients that are cantines, by the slugs that changed. */
export const renamedCantines = (slugs: ReadonlyMap<string, string>): Map<string, string> =>
  new Map([...slugs].map(([old, slug]) => [`cantines/${old}`, `cantines/${slug}`]));
