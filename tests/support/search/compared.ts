import { DomUtils, parseDocument } from 'htmlparser2';
import { searchedPart, wordsOf, type RenderedPage } from '#search/index-pages.ts';
import { foundBy, loadEngine } from './load-engine.ts';
import { loadPagefind } from './load-pagefind.ts';
import { lunrSearch, miniSearch, pagefindSearch, type PlainPage } from './others.ts';
import type { Search } from './queries.ts';

/** The search of this site and those that one would take instead, over the same pages and the index in this folder. */
export async function comparedSearches(
  folder: string,
  pages: readonly RenderedPage[],
): Promise<Record<'this site' | 'Pagefind' | 'MiniSearch' | 'Lunr', Search>> {
  const plain: PlainPage[] = pages.flatMap(({ url, html }) => {
    const part = searchedPart(html);
    if (part === undefined) return [];
    const [title] = DomUtils.getElementsByTagName('h1', parseDocument(part));
    return [{ url, title: title ? DomUtils.textContent(title) : '', text: wordsOf(part) }];
  });
  const engine = await loadEngine(folder);
  return {
    'this site': (query) => foundBy(engine, query),
    Pagefind: pagefindSearch(await loadPagefind(folder)),
    MiniSearch: miniSearch(plain),
    Lunr: lunrSearch(plain),
  };
}
