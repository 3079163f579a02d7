import { entryPath, hasOwnPages } from '#content/routes.ts';
import { pagesIn } from './dist.ts';
import { feedFaults, feedsIn } from './read-feeds.ts';
import { pageFaults } from './read-pages.ts';
import type { WrittenEntry } from './hostile-site.ts';

/** How many places of one fault are told. */
const PLACES = 3;

/** All that is wrong with a built site, each fault once with the first places where it stands. */
export async function siteFaults(
  dist: string,
  entries: readonly WrittenEntry[],
): Promise<{ pages: number; feeds: number; faults: string[] }> {
  const found = new Map<string, string[]>();
  const note = (path: string, faults: readonly string[]) => {
    for (const fault of faults) found.set(fault, [...(found.get(fault) ?? []), path]);
  };
  const shown = entries.filter(({ collection, data }) => data['draft'] !== true && hasOwnPages(collection));
  const titles = new Map(
    shown.map(({ collection, slug, data }) => [entryPath(collection, slug), String(data['title'])]),
  );
  const pages = pagesIn(dist);
  for (const page of pages) note(page.path, await pageFaults(page, titles.get(page.path)));
  const missing = [...titles.keys()].filter((path) => !pages.some((page) => page.path === path));
  for (const path of missing) note(path, ['no page']);
  const feeds = feedsIn(dist);
  for (const feed of feeds) note(feed.path, await feedFaults(feed, feeds));
  const faults = [...found].map(
    ([fault, paths]) => `${fault} (${paths.length} ×: ${paths.slice(0, PLACES).join(', ')})`,
  );
  return { pages: pages.length, feeds: feeds.length, faults };
}
