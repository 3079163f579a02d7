import { citationsOf } from '#content/check/citations.ts';
import type { EntryIndex, EntryPlace, IndexedEntry } from '#content/check/entry-index.ts';
import type { Hidden } from '#content/check/entry.ts';
import type { Known } from '#content/check/known.ts';
import type { ParseMarkdown } from '#content/check/markdown.ts';
import { redirectsOf } from '#content/redirects.ts';
import type { CollectionName } from '#schemas/index.ts';
import type { Answers } from '../versions/answers.ts';

/** What this editor saved, and the served site may not know yet. */
export interface Saved {
  /** When, in milliseconds. */
  at: number;
  /** `null`: deleted. */
  entries: (EntryPlace & { entry: IndexedEntry | null })[];
  /** Addresses of uploads. */
  files: string[];
  /** The old addresses that the settings keep, when those were saved. */
  redirects?: string[] | undefined;
}

/** What others are to know of an entry that is saved. */
export interface Told {
  entry: IndexedEntry;
  redirects: string[] | undefined;
}

/** Reads it from what its form holds. */
export function toldOf(
  { collection, answers, hidden }: { collection: CollectionName; answers: Answers; hidden: Hidden },
  parse: ParseMarkdown,
): Told {
  const { title, body } = answers;
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    entry: {
      title: text(title),
      shown: hidden ?? 'shown',
      cites: citationsOf({ collection, data: answers, body: text(body) }, parse),
    },
    redirects: collection === 'settings' ? redirectsOf(answers).map(({ from }) => from) : undefined,
  };
}

const KEY = 'cms-fiches-enregistrees';

/** By then a build has told it, or never will. */
const KEPT_MS = 24 * 60 * 60 * 1000;

const fresh = (saved: readonly Saved[], now: number): Saved[] => saved.filter(({ at }) => now - at < KEPT_MS);

/** What is known, with what was saved since, the oldest first. */
export function withSaved(known: Known, saved: readonly Saved[], now: number): Known {
  const entries = structuredClone(known.entries);
  const files = new Set(known.listing.files);
  let { redirects } = known.listing;
  for (const change of fresh(saved, now)) {
    redirects = change.redirects ?? redirects;
    for (const file of change.files) files.add(file);
    for (const { collection, slug, entry } of change.entries)
      put((entries[collection] ??= {}), slug, entry && entry.shown);
  }
  return { ...known, entries, listing: { ...known.listing, files: [...files], redirects } };
}

/** The entries, with those that were saved since. */
export function indexWithSaved(index: EntryIndex, saved: readonly Saved[], now: number): EntryIndex {
  const entries = structuredClone(index);
  for (const { collection, slug, entry } of fresh(saved, now).flatMap((change) => change.entries))
    put((entries[collection] ??= {}), slug, entry);
  return entries;
}

function put<T>(into: Record<string, T>, slug: string, value: T | null): void {
  if (value === null) Reflect.deleteProperty(into, slug);
  else into[slug] = value;
}

/** What this browser keeps; none where it keeps nothing. */
export function readSaved(): Saved[] {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]') as Saved[];
  } catch {
    return [];
  }
}

/** Keeps that entries are gone. */
export const keepRemoved = (places: readonly EntryPlace[]): void =>
  keepSaved({ files: [], entries: places.map(({ collection, slug }) => ({ collection, slug, entry: null })) });

export function keepSaved(change: Omit<Saved, 'at'>): void {
  const at = Date.now();
  try {
    localStorage.setItem(KEY, JSON.stringify([...fresh(readSaved(), at), { at, ...change }]));
  } catch {
    // A browser that keeps nothing: the next build tells it.
  }
}
