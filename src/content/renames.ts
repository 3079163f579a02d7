import type { CollectionName } from '#schemas/index.ts';
import type { Redirect } from './redirects.ts';
import { entryPath } from './routes.ts';

/** The entries of a collection, by their slugs. */
export interface Slugs {
  /** Those of today: an entry that is there keeps its name, wherever its old address leads. */
  there: ReadonlySet<string>;
  /** Those that are there no longer: a name may have led to one. */
  gone?: ReadonlySet<string>;
}

/** The slug that each entry took, by the one that it had, as the redirects of the site say, in as many steps as it takes. */
export function renamedSlugs(
  collection: CollectionName,
  redirects: readonly Redirect[],
  slugs: Slugs,
): Map<string, string> {
  const leadsTo = new Map(redirects.map(({ from, to }) => [from, to.replace(/[?#].*$/, '')]));
  const renamed = new Map<string, string>();
  for (const from of leadsTo.keys()) {
    const old = slugOf(collection, from);
    const slug = endOf(from, leadsTo, collection, slugs);
    if (old !== undefined && slug !== undefined && !slugs.there.has(old)) renamed.set(old, slug);
  }
  return renamed;
}

/** The first entry of today on the way from an address, else the last one that is gone; a circle leads to none. */
function endOf(
  from: string,
  leadsTo: ReadonlyMap<string, string>,
  collection: CollectionName,
  { there, gone }: Slugs,
): string | undefined {
  const passed = new Set([from]);
  let last: string | undefined;
  for (let path = leadsTo.get(from); path !== undefined; path = leadsTo.get(path)) {
    if (passed.has(path)) return undefined;
    passed.add(path);
    const slug = slugOf(collection, path);
    if (slug !== undefined && there.has(slug)) return slug;
    if (slug !== undefined && gone?.has(slug)) last = slug;
  }
  return last;
}

function slugOf(collection: CollectionName, path: string): string | undefined {
  const slug = path.split('/').at(-2) ?? '';
  return entryPath(collection, slug) === path ? slug : undefined;
}
