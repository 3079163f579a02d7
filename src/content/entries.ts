import { createHash } from 'node:crypto';
import { getCollection, type CollectionEntry } from 'astro:content';
import type { CollectionName } from '#schemas/index.ts';
import { site } from '#site.ts';
import { hiddenBy } from './check/entry.ts';

const cache = new Map<CollectionName, Promise<unknown>>();

/** The entries to show: no draft, and no example in a live build. */
export function entriesOf<N extends CollectionName>(name: N): Promise<CollectionEntry<N>[]> {
  const load = () =>
    getCollection(name, ({ data }) => !data.draft && !(site.live && data.demo)) as Promise<CollectionEntry<N>[]>;
  if (import.meta.env.DEV) return load().then(async (all) => (await import('./draft.ts')).withDraft(name, all));
  const cached = cache.get(name) ?? load();
  cache.set(name, cached);
  return cached as Promise<CollectionEntry<N>[]>;
}

/** What a page that shows these entries is made of, for its `cacheKey`: they, and their order. */
export const digestOf = (entries: readonly { id: string; digest?: string | number }[]): string =>
  createHash('sha256')
    .update(entries.map(({ id, digest }) => `${id} ${digest}`).join('\n'))
    .digest('hex');

const indexes = new WeakMap<readonly object[], ReadonlyMap<string, unknown>>();

/** An index of a collection, made once for all the pages that ask for one of its entries. */
function bySlug<E extends { id: string }>(entries: readonly E[]): ReadonlyMap<string, E> {
  const index = indexes.get(entries) ?? new Map(entries.map((entry) => [entry.id, entry]));
  indexes.set(entries, index);
  return index as ReadonlyMap<string, E>;
}

/** For each entry of a collection, what hides it from visitors, if anything. */
export async function hiddenOf(name: CollectionName): Promise<ReturnType<typeof hiddenBy>[]> {
  return (await getCollection(name)).map(({ data }) => hiddenBy(data, site.live));
}

/** The entries that these slugs name, in their order; drafts and hidden examples are passed over. */
export async function entriesNamed<N extends CollectionName>(
  name: N,
  slugs: readonly string[],
): Promise<CollectionEntry<N>[]> {
  const all = bySlug(await entriesOf(name));
  return slugs.flatMap((slug) => all.get(slug) ?? []);
}

/** The entry of that slug, or undefined when there is none to show. */
export async function entryNamed<N extends CollectionName>(
  name: N,
  slug: string | undefined,
): Promise<CollectionEntry<N> | undefined> {
  return slug === undefined ? undefined : (await entriesNamed(name, [slug]))[0];
}

/** The first guide of a subject, in their order; undefined when editors show none. */
export async function guideOn(
  topic: CollectionEntry<'guides'>['data']['topic'],
): Promise<CollectionEntry<'guides'> | undefined> {
  const guides = (await entriesOf('guides')).filter(({ data }) => data.topic === topic);
  return guides.toSorted((one, other) => one.data.order - other.data.order)[0];
}
