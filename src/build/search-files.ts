import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { close } from 'pagefind';
import { indexPages, searchedPart, type RenderedPage } from '#search/index-pages.ts';
import { codeHash } from './cache/code.ts';
import { buildCache, keyOf } from './cache/index.ts';

/**
 * Indexes the built pages of this folder into its `pagefind/`, in a thread of its own; returns how many can be found.
 * @throws Error when there is none.
 */
export default async function writeIndex(dist: string): Promise<number> {
  const { pages, files } = await indexPages(pagesOf(dist), keptPart());
  await close();
  if (pages === 0) {
    throw new Error('La recherche ne trouverait rien : aucune page ne porte data-pagefind-body.');
  }
  for (const [path, content] of files) {
    const target = join(dist, 'pagefind', path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
  return pages;
}

/** One at a time: a site may have ten thousand. */
function* pagesOf(dist: string): Generator<RenderedPage> {
  for (const path of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (basename(path) !== 'index.html') continue;
    const url = `/${dirname(path).split(sep).join('/')}/`.replace('/./', '/');
    yield { url, html: readFileSync(join(dist, path), 'utf8') };
  }
}

/** `searchedPart`, for pages that an earlier build has read. */
function keptPart(): typeof searchedPart {
  const code = codeHash(['src/search', 'package-lock.json']);
  return (html) => {
    const key = keyOf('search', [code, html]);
    const kept = buildCache().get(key);
    const part = kept ? new TextDecoder().decode(kept) : (searchedPart(html) ?? '');
    if (!kept) buildCache().put(key, new TextEncoder().encode(part));
    return part === '' ? undefined : part;
  };
}
