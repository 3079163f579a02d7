import render from 'dom-serializer';
import { DomUtils, ElementType, parseDocument } from 'htmlparser2';
import { createIndex } from 'pagefind';
import { normalise } from './normalise.ts';

type AnyNode = ReturnType<typeof parseDocument>['children'][number];

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

const isUnread = (node: AnyNode): boolean =>
  node.type === ElementType.Script ||
  node.type === ElementType.Style ||
  ('attribs' in node && Object.hasOwn(node.attribs, 'data-pagefind-ignore'));

/** What Pagefind reads of an element: an anchor, a picture, its own instructions. */
const READ = /^(?:id|src|alt|data-pagefind-.*)$/;

/**
 * The part of a page that is indexed, a fifth of it: what `data-pagefind-body` marks, without what is ignored; none for
 * a page that does not ask to be found.
 */
export function searchedPart(html: string): string | undefined {
  if (!html.includes('data-pagefind-body')) return undefined;
  const bodies = DomUtils.find(
    (node) => 'attribs' in node && Object.hasOwn(node.attribs, 'data-pagefind-body'),
    parseDocument(html).children,
    true,
    Infinity,
  );
  if (bodies.length === 0) return undefined;
  for (const element of bodies.flatMap((body) => DomUtils.find(isUnread, [body], true, Infinity)))
    DomUtils.removeElement(element);
  for (const node of DomUtils.filter(() => true, bodies)) {
    if (node.type === ElementType.Text) node.data = normalise(node.data);
    if (!('attribs' in node)) continue;
    const read = Object.entries(node.attribs).filter(([name]) => READ.test(name));
    node.attribs = Object.fromEntries(read.map(([name, value]) => [name, normalise(value)]));
  }
  return `<!doctype html><html lang="fr"><body>${render(bodies, { encodeEntities: 'utf8' })}</body></html>`;
}

/**
 * Makes the index of the pages that carry `data-pagefind-body`; the others are passed over.
 * @param partOf `searchedPart`, or what remembers its answers.
 * @throws Error when Pagefind refuses a page.
 */
export async function indexPages(pages: Iterable<RenderedPage>, partOf = searchedPart): Promise<PageIndex> {
  const { index, errors } = await createIndex({ forceLanguage: 'fr', maxFragments: MAX_FRAGMENTS });
  if (!index) throw new Error(`Pagefind : ${errors.join(' ')}`);
  try {
    let found = 0;
    for (const { url, html } of pages) {
      const content = partOf(html);
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
