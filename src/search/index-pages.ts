import { createIndex } from 'pagefind';
import { normalise } from './normalise.ts';

/** A rendered page: its site path and its whole HTML. */
export interface RenderedPage {
  url: string;
  html: string;
}

/** The files of `/pagefind/`, by path below it. */
export type IndexFiles = Map<string, Uint8Array>;

export interface PageIndex {
  /** How many pages can be found. */
  pages: number;
  files: IndexFiles;
}

// Hosts count files, and a page found costs one small request: past this many pages, they share files.
const MAX_FRAGMENTS = 2000;

// Pagefind's own interfaces: this site has its own.
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

const ENTITIES: Readonly<Record<string, string>> = {
  '&rsquo;': '’',
  '&lsquo;': '‘',
  '&#8217;': '’',
  '&#x2019;': '’',
  '&oelig;': 'œ',
  '&OElig;': 'Œ',
  '&aelig;': 'æ',
  '&AElig;': 'Æ',
  '&shy;': '\u00ad',
};

/** The copy of a page that is indexed. An apostrophe inside a tag stays escaped: it could close an attribute. */
function normaliseHtml(html: string): string {
  return html
    .replace(/&(?:[lr]squo|#8217|#x2019|oelig|OElig|aelig|AElig|shy);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/<[^>]*>|[^<]+/g, (part) =>
      part.startsWith('<') ? normalise(part.replace(/[‘’ʼ′]/g, '&#39;')) : normalise(part),
    );
}

/** True for a page that asks to be found: one of its elements carries `data-pagefind-body`. */
export function isSearchable(html: string): boolean {
  return /<[a-z][^>]*\sdata-pagefind-body[\s=>]/.test(html);
}

/**
 * Makes the index of the pages that carry `data-pagefind-body`; the others are passed over.
 * @throws Error when Pagefind refuses a page.
 */
export async function indexPages(pages: Iterable<RenderedPage>): Promise<PageIndex> {
  const { index, errors } = await createIndex({ forceLanguage: 'fr', maxFragments: MAX_FRAGMENTS });
  if (!index) throw new Error(`Pagefind : ${errors.join(' ')}`);
  try {
    let found = 0;
    for (const { url, html } of pages) {
      if (!isSearchable(html)) continue;
      const added = await index.addHTMLFile({ url, content: normaliseHtml(html) });
      if (added.errors.length > 0) throw new Error(`Pagefind, ${url} : ${added.errors.join(' ')}`);
      found += 1;
    }
    const built = await index.getFiles();
    if (built.errors.length > 0) throw new Error(`Pagefind : ${built.errors.join(' ')}`);
    const kept = built.files.filter(({ path }) => !UNUSED.test(path));
    return { pages: found, files: new Map(kept.map(({ path, content }) => [path, content])) };
  } finally {
    await index.deleteIndex();
  }
}
