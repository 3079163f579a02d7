import render from 'dom-serializer';
import { DomUtils, ElementType, parseDocument } from 'htmlparser2';
import { createIndex } from 'pagefind';
import { normalise } from './normalise.ts';

type Document = ReturnType<typeof parseDocument>;

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

/** True for a page that asks to be found: one of its elements carries `data-pagefind-body`. */
const isSearchable = (page: Document) =>
  DomUtils.existsOne(({ attribs }) => Object.hasOwn(attribs, 'data-pagefind-body'), page.children);

/** The copy of a page that is indexed. */
function normalised(page: Document): string {
  for (const node of DomUtils.filter(() => true, page)) {
    if (node.type === ElementType.Text) node.data = normalise(node.data);
    if (!('attribs' in node)) continue;
    for (const [name, value] of Object.entries(node.attribs)) node.attribs[name] = normalise(value);
  }
  return render(page, { encodeEntities: 'utf8' });
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
      const page = parseDocument(html);
      if (!isSearchable(page)) continue;
      const added = await index.addHTMLFile({ url, content: normalised(page) });
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
