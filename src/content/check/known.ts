import type { CollectionName } from '#schemas/index.ts';
import type { Listing } from './addresses.ts';
import type { Entries, Hidden } from './entry.ts';
import { siteOf, type Site, type Stage } from './site.ts';

/** Where the CMS reads it: a file of a build, the folders of the moment in development. */
export const KNOWN_PATH = '/admin/contenu.json';

/** A site as JSON tells it: all that a form needs to check an entry as the build does. */
export interface Known extends Stage {
  listing: Listing;
  entries: Partial<Record<CollectionName, Record<string, 'shown' | NonNullable<Hidden>>>>;
}

/** @param drafts false for a file that anyone may read: the name of a draft tells what is being prepared. */
export function knownOf({ live, finished, listing, entries }: Site, { drafts }: { drafts: boolean }): Known {
  const told = [...entries].map(([collection, ofCollection]) => [
    collection,
    Object.fromEntries(
      [...ofCollection]
        .filter(([, { hidden }]) => drafts || hidden !== 'draft')
        .map(([slug, { hidden }]) => [slug, hidden ?? 'shown']),
    ),
  ]);
  return { live, finished, listing, entries: Object.fromEntries(told) as Known['entries'] };
}

export function siteOfKnown({ entries, listing, ...stage }: Known): Site {
  const read = Object.entries(entries).map(
    ([collection, ofCollection]): [CollectionName, Map<string, { hidden: Hidden }>] => [
      collection as CollectionName,
      new Map(
        Object.entries(ofCollection).map(([slug, shown]) => [slug, { hidden: shown === 'shown' ? undefined : shown }]),
      ),
    ],
  );
  const all: Entries = new Map(read);
  return siteOf(all, listing, stage);
}
