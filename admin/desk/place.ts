import { collections, type CollectionName } from '#schemas/index.ts';

/** What the CMS shows: the list of a collection, or an entry of it. */
export interface Place {
  collection: CollectionName | undefined;
  slug: string | undefined;
  /** A gesture that the address asks for. */
  gesture: string | undefined;
}

/** Reads the part of an address after its `#`: `/collections/cantines/entries/metz?geste=fermer`. */
export function placeIn(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?');
  const [, name, slug] = /^\/collections\/([^/]+)(?:\/entries\/([^/]+))?/.exec(path) ?? [];
  const collection = name !== undefined && Object.hasOwn(collections, name) ? (name as CollectionName) : undefined;
  return { collection, slug, gesture: new URLSearchParams(query).get('geste') ?? undefined };
}
