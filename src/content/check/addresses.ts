import { collections, type CollectionName } from '#schemas/index.ts';
import { doorSheetPath, entryPath, FIXED_PAGES, hasOwnPages, PAGE_IDS, standInLists } from '../routes.ts';
import type { Entries, Hidden } from './entry.ts';

/** What answers at an address of the site: undefined when nothing does. */
type Answer = 'page' | 'file' | 'redirect' | NonNullable<Hidden>;

/** Every address of the site that content may point at. */
export type SiteAddresses = ReadonlyMap<string, Answer>;

/** What stands beside the entries; each path starts with `/`, from its folder. */
export interface Listing {
  /** The files of the public folder, at their addresses. */
  files: readonly string[];
  /** The sources of the pages: `/embed/cantines.astro`. */
  pages: readonly string[];
  /** The old addresses that the settings lead on. */
  redirects: readonly string[];
}

/** What the build adds to the sources of the pages. */
const GENERATED = ['/sitemap-index.xml'];

/** The addresses that one entry answers at. */
export function addressesOf(collection: CollectionName, slug: string): string[] {
  const own = hasOwnPages(collection) ? [entryPath(collection, slug)] : [];
  const beside = [`/cantines/${slug}/affiche/`, doorSheetPath(slug), `/cantines/${slug}.vcf`];
  return collection === 'cantines' ? [...own, ...beside] : own;
}

/** `/embed/cantines.astro` → `/embed/cantines/`, `/sessions.ics.ts` → `/sessions.ics`; none for a pattern. */
function routeOf(source: string): string[] {
  if (/[[\]]|\/_/.test(source)) return [];
  const endpoint = /^(.+\.[a-z0-9]+)\.[jt]s$/.exec(source)?.[1];
  if (endpoint) return [endpoint];
  const page = /^(.*)\.(?:astro|md)$/.exec(source)?.[1];
  return page === undefined ? [] : [`${page.replace(/\/index$/, '')}/`];
}

/** Gathers what the entries, the fixed pages, the sources of pages and the public folder answer at. */
export function siteAddresses(entries: Entries, { files, pages, redirects }: Listing): SiteAddresses {
  const answers = new Map<string, Answer>();
  for (const path of files) answers.set(path, 'file');
  for (const path of pages) for (const route of routeOf(path)) answers.set(route, 'page');
  for (const path of [...Object.values(FIXED_PAGES), ...GENERATED]) answers.set(path, 'page');
  for (const [collection, ofCollection] of entries) {
    for (const [slug, { hidden }] of ofCollection) {
      for (const path of addressesOf(collection, slug)) answers.set(path, hidden ?? 'page');
    }
  }
  for (const path of redirects) if (!answers.has(path)) answers.set(path, 'redirect');
  return answers;
}

/** The names that no entry of a collection may bear: what the site itself answers beside its entries. */
export type ReservedNames = ReadonlyMap<CollectionName, ReadonlySet<string>>;

/**
 * Reads them from the sources of the pages: `financements/suivi.astro` and `financements/page/[page].astro` make
 * `suivi` and `page` names that no opportunity may bear. `index` is nobody's name: hosts hide it. What stands in a list
 * bears no id of a page either.
 */
export function reservedNames({ pages }: Pick<Listing, 'pages'>): ReservedNames {
  const names = Object.keys(collections) as CollectionName[];
  return new Map(
    names.map((name) => {
      const ids = standInLists(name) ? PAGE_IDS : [];
      if (!hasOwnPages(name)) return [name, new Set(ids)];
      const folder = entryPath(name, '').replace(/\/+$/, '/');
      const beside = pages
        .filter((source) => source.startsWith(folder))
        .map((source) => /^[^/]+(?=\/)|^[^/]+(?=\.(?:astro|md)$)/.exec(source.slice(folder.length))?.[0] ?? '[');
      return [name, new Set([...ids, ...beside.filter((each) => !each.includes('[')), 'index'])];
    }),
  );
}
