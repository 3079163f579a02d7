import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { collections, type CollectionName } from '#schemas/index.ts';
import { redirectsOf } from '../redirects.ts';
import { entryPath, FIXED_PAGES, hasOwnPages, PAGE_IDS, standInLists } from '../routes.ts';
import type { Entries, ReadEntry } from './entry.ts';

/** What answers at an address of the site: undefined when nothing does. */
type Answer = 'page' | 'file' | 'redirect' | NonNullable<ReadEntry['hidden']>;

/** Every address of the site that content may point at. */
export type SiteAddresses = ReadonlyMap<string, Answer>;

/** What the build adds to the sources of the pages. */
const GENERATED = ['/sitemap-index.xml'];

/** The addresses that one entry answers at. */
function addressesOf({ collection, slug }: ReadEntry): string[] {
  const own = hasOwnPages(collection) ? [entryPath(collection, slug)] : [];
  return collection === 'cantines' ? [...own, `/cantines/${slug}/affiche/`, `/cantines/${slug}.vcf`] : own;
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).split(sep).join('/'))
    .map((path) => (path.startsWith('/') ? path : `/${path}`));
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
export async function siteAddresses(
  entries: Entries,
  {
    publicDir,
    uploadsDir,
    pagesDir,
  }: { publicDir: string; uploadsDir?: string | undefined; pagesDir?: string | undefined },
): Promise<SiteAddresses> {
  const answers = new Map<string, Answer>();
  for (const path of await filesUnder(publicDir)) answers.set(path, 'file');
  for (const path of uploadsDir ? await filesUnder(uploadsDir) : []) answers.set(`/uploads${path}`, 'file');
  for (const path of pagesDir ? await filesUnder(pagesDir) : []) {
    for (const route of routeOf(path)) answers.set(route, 'page');
  }
  for (const path of [...Object.values(FIXED_PAGES), ...GENERATED]) answers.set(path, 'page');
  for (const ofCollection of entries.values()) {
    for (const entry of ofCollection.values()) {
      for (const path of addressesOf(entry)) answers.set(path, entry.hidden ?? 'page');
    }
  }
  for (const settings of entries.get('settings')?.values() ?? []) {
    for (const { from } of redirectsOf(settings.data)) if (!answers.has(from)) answers.set(from, 'redirect');
  }
  return answers;
}

/** The names that no entry of a collection may bear: what the site itself answers beside its entries. */
export type ReservedNames = ReadonlyMap<CollectionName, ReadonlySet<string>>;

/**
 * Reads them from the sources of the pages: `financements/suivi.astro` and `financements/page/[page].astro` make
 * `suivi` and `page` names that no opportunity may bear. `index` is nobody's name: hosts hide it. What stands in a list
 * bears no id of a page either.
 */
export async function reservedNames(pagesDir: string | undefined): Promise<ReservedNames> {
  const sources = pagesDir ? await filesUnder(pagesDir) : [];
  const names = Object.keys(collections) as CollectionName[];
  return new Map(
    names.map((name) => {
      const ids = standInLists(name) ? PAGE_IDS : [];
      if (!hasOwnPages(name)) return [name, new Set(ids)];
      const folder = entryPath(name, '').replace(/\/+$/, '/');
      const beside = sources
        .filter((source) => source.startsWith(folder))
        .map((source) => /^[^/]+(?=\/)|^[^/]+(?=\.(?:astro|md)$)/.exec(source.slice(folder.length))?.[0] ?? '[');
      return [name, new Set([...ids, ...beside.filter((each) => !each.includes('[')), 'index'])];
    }),
  );
}
