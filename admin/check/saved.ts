import type { Known } from '#content/check/known.ts';
import type { CollectionName } from '#schemas/index.ts';

/** What this editor saved, and the served site may not know yet. */
export interface Saved {
  /** When, in milliseconds. */
  at: number;
  /** `null`: deleted. */
  entries: { collection: CollectionName; slug: string; shown: 'shown' | 'draft' | 'demo' | null }[];
  /** Addresses of uploads. */
  files: string[];
}

const KEY = 'cms-enregistre';

/** By then a build has told it, or never will. */
const KEPT_MS = 24 * 60 * 60 * 1000;

const fresh = (saved: readonly Saved[], now: number): Saved[] => saved.filter(({ at }) => now - at < KEPT_MS);

/** What is known, with what was saved since, the oldest first. */
export function withSaved(known: Known, saved: readonly Saved[], now: number): Known {
  const entries = structuredClone(known.entries);
  const files = new Set(known.listing.files);
  for (const change of fresh(saved, now)) {
    for (const file of change.files) files.add(file);
    for (const { collection, slug, shown } of change.entries) {
      const ofCollection = (entries[collection] ??= {});
      if (shown === null) Reflect.deleteProperty(ofCollection, slug);
      else ofCollection[slug] = shown;
    }
  }
  return { ...known, entries, listing: { ...known.listing, files: [...files] } };
}

/** What this browser keeps; none where it keeps nothing. */
export function readSaved(): Saved[] {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]') as Saved[];
  } catch {
    return [];
  }
}

export function keepSaved(change: Saved): void {
  try {
    localStorage.setItem(KEY, JSON.stringify([...fresh(readSaved(), change.at), change]));
  } catch {
    // A browser that keeps nothing: the next build tells it.
  }
}
