import type { CollectionName } from '#schemas/index.ts';
import { citationsOf, namesOf } from './citations.ts';
import type { Hidden, ReadEntry } from './entry.ts';
import type { ParseMarkdown } from './markdown.ts';

/** Where the CMS reads it: a file of a build, the folders of the moment in development. */
export const INDEX_PATH = '/admin/fiches.json';

/** What a list of entries tells of one. */
export interface IndexedEntry {
  title: string;
  shown: 'shown' | NonNullable<Hidden>;
  /** What it points at on the site, as `citationsOf` names it. */
  cites: readonly string[];
}

/** Every entry of a site by its collection and its slug. */
export type EntryIndex = Partial<Record<CollectionName, Record<string, IndexedEntry>>>;

/** An entry, by where it is. */
export interface EntryPlace {
  collection: CollectionName;
  slug: string;
}

/** @param drafts false for a file that anyone may read: the name of a draft tells what is being prepared. */
export function indexOf(
  entries: readonly ReadEntry[],
  parse: ParseMarkdown,
  { drafts }: { drafts: boolean },
): EntryIndex {
  const index: EntryIndex = {};
  for (const { collection, slug, hidden, data, body } of entries) {
    if (hidden === 'draft' && !drafts) continue;
    const title = data?.['title'];
    (index[collection] ??= {})[slug] = {
      title: typeof title === 'string' ? title : slug,
      shown: hidden ?? 'shown',
      cites: citationsOf({ collection, data, body: body?.text ?? '' }, parse),
    };
  }
  return index;
}

/** The entries that point at one of these names, but for `except` and for drafts, which may point anywhere. */
export function citing(
  index: EntryIndex,
  names: readonly string[],
  except?: EntryPlace,
): (EntryPlace & Pick<IndexedEntry, 'title' | 'shown'>)[] {
  const sought = new Set(names);
  return everyEntry(index).flatMap(({ collection, slug, entry }) => {
    const isItself = collection === except?.collection && slug === except.slug;
    const cites = entry.shown !== 'draft' && entry.cites.some((each) => sought.has(each));
    return cites && !isItself ? { collection, slug, title: entry.title, shown: entry.shown } : [];
  });
}

/** The other entries that would be left with nothing to point at, were this one gone. */
export const citersOf = (index: EntryIndex, place: EntryPlace): ReturnType<typeof citing> =>
  citing(index, namesOf(place.collection, place.slug), place);

function everyEntry(index: EntryIndex): (EntryPlace & { entry: IndexedEntry })[] {
  return Object.entries(index).flatMap(([collection, entries]) =>
    Object.entries(entries).map(([slug, entry]) => ({ collection: collection as CollectionName, slug, entry })),
  );
}
