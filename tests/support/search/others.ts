import lunr from 'lunr';
import installFrench from 'lunr-languages/lunr.fr.js';
import installStemmers from 'lunr-languages/lunr.stemmer.support.js';
import MiniSearch from 'minisearch';
import type { Pagefind } from '#search/pagefind.ts';
import type { Search } from './queries.ts';

/** A page as the other libraries read it. */
export interface PlainPage {
  url: string;
  title: string;
  text: string;
}

/** Pagefind as it answers out of the box. */
export function pagefindSearch(pagefind: Pagefind): Search {
  return async (query) => {
    const { results } = await pagefind.search(query);
    return (await Promise.all(results.slice(0, 5).map((result) => result.data()))).map(({ url }) => url);
  };
}

/** MiniSearch, with the title first, beginnings of words and one letter in five that may differ, as its guide advises. */
export function miniSearch(pages: readonly PlainPage[]): Search {
  const index = new MiniSearch({
    idField: 'url',
    fields: ['title', 'text'],
    processTerm: (term) => term.toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''),
  });
  index.addAll(pages);
  return (query) => {
    const found = index.search(query, { boost: { title: 2 }, prefix: true, fuzzy: 0.2 });
    return Promise.resolve(found.slice(0, 5).map(({ id }) => String(id)));
  };
}

/** Lunr with its French stemmer and stop words, the title first. */
export function lunrSearch(pages: readonly PlainPage[]): Search {
  installStemmers(lunr);
  installFrench(lunr);
  const index = lunr(function () {
    this.use((lunr as typeof lunr & { fr: lunr.Builder.Plugin }).fr);
    this.ref('url');
    this.field('title', { boost: 10 });
    this.field('text');
    for (const page of pages) this.add(page);
  });
  // Signs of its query language are typed by visitors without meaning it.
  return (query) =>
    Promise.resolve(
      index
        .search(query.replace(/[-+~^:*]/g, ' '))
        .slice(0, 5)
        .map(({ ref }) => ref),
    );
}
