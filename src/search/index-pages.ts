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

/** The copy of a page that is indexed; none for a page that does not ask to be found. */
export function normalised(html: string): string | undefined {
  const page = parseDocument(html);
  if (!isSearchable(page)) return undefined;
  // Neither read nor found: half of a page.
  const unread = DomUtils.find(
    ({ type }) => type === ElementType.Script || type === ElementType.Style,
    page.children,
    true,
    Infinity,
  );
  for (const element of unread) DomUtils.removeElement(element);
  for (const node of DomUtils.filter(() => true, page)) {
    if (node.type === ElementType.Text) node.data = normalise(node.data);
    if (!('attribs' in node)) continue;
    for (const [name, value] of Object.entries(node.attribs)) node.attribs[name] = normalise(value);
  }
  return render(page, { encodeEntities: 'utf8' });
}

/**
 * Makes the index of the pages that carry `data-pagefind-body`; the others are passed over.
 * @param copyOf `normalised`, or what remembers its answers.
 * @throws Error when Pagefind refuses a page.
 */
export async function indexPages(pages: Iterable<RenderedPage>, copyOf = normalised): Promise<PageIndex> {
  const { index, errors } = await createIndex({ forceLanguage: 'fr', maxFragments: MAX_FRAGMENTS });
  if (!index) throw new Error(`Pagefind : ${errors.join(' ')}`);
  try {
    let found = 0;
    for (const { url, html } of pages) {
      const content = copyOf(html);
      if (content === undefined) continue;
      const added = await index.addHTMLFile({ url, content });
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
