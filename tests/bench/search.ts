import { join } from 'node:path';
import { DomUtils, parseDocument } from 'htmlparser2';
import { createEngine } from '#search/engine.ts';
import { searchedPart } from '#search/index-pages.ts';
import { networkDist } from '../support/folders.ts';
import { pagesIn } from '../support/dist.ts';
import { loadPagefind } from '../support/search/load-pagefind.ts';
import { lunrSearch, miniSearch, pagefindSearch, type PlainPage } from '../support/search/others.ts';
import { keptQueries, measure, tunedQueries, type Search } from '../support/search/queries.ts';

const plain: PlainPage[] = pagesIn(networkDist).flatMap(({ path, html }) => {
  const part = searchedPart(html);
  if (part === undefined) return [];
  const document = parseDocument(part);
  const [title] = DomUtils.getElementsByTagName('h1', document);
  return [{ url: path, title: title ? DomUtils.textContent(title) : '', text: DomUtils.innerText(document) }];
});

const pagefind = await loadPagefind(join(networkDist, 'pagefind'));
const engine = await createEngine(pagefind);
const ours: Search = async (query) => (await (await engine.search(query)).hits(0, 5)).map(({ url }) => url);
const sets = process.argv.includes('--kept') ? { tuned: tunedQueries, kept: keptQueries } : { tuned: tunedQueries };
const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(8);
for (const [name, search] of Object.entries({
  'this site': ours,
  Pagefind: pagefindSearch(pagefind),
  MiniSearch: miniSearch(plain),
  Lunr: lunrSearch(plain),
})) {
  for (const [set, queries] of Object.entries(sets)) {
    const { atOne, atFive, misses } = await measure(queries, search);
    console.log(name.padEnd(12), set.padEnd(6), `${queries.length}`.padStart(4), percent(atOne), percent(atFive));
    if (name === process.env['MISSES'])
      for (const miss of misses) console.log('   ', miss.query, miss.rank ?? '-', miss.first.join(' '));
  }
}
