import { z } from 'zod';

/** Something that an editor saved in this browser, and that is not known to be online. */
const save = z.object({
  /** The title of the entry. */
  title: z.string(),
  /** Milliseconds since 1970. */
  savedAt: z.number(),
  /** The commit that holds it; absent as long as the forge has not told it. */
  commit: z.string().optional(),
});

const kept = z.object({ version: z.literal(1), saves: z.array(save) });

export type Save = z.output<typeof save>;

const KEY = 'publication-en-attente';

/** Nobody waits longer: the commit is no longer among those that the site names. */
const KEPT_MS = 7 * 24 * 3_600_000;

/** The saves that wait, kept from one visit of the CMS to the next and shared by its tabs, the oldest first. */
export function readSaves(storage: Storage, now: number): Save[] {
  try {
    const { saves } = kept.parse(JSON.parse(storage.getItem(KEY) ?? ''));
    return saves.filter(({ savedAt }) => now - savedAt < KEPT_MS);
  } catch {
    return [];
  }
}

/** A browser that keeps nothing, or has no room left, forgets at the next reload. */
export function writeSaves(storage: Storage, saves: readonly Save[]): void {
  try {
    if (saves.length === 0) storage.removeItem(KEY);
    else storage.setItem(KEY, JSON.stringify({ version: 1, saves }));
  } catch {
    // The bar goes on with what it holds.
  }
}
