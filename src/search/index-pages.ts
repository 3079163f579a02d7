import render from 'dom-serializer';
import { DomUtils, ElementType, parseDocument } from 'htmlparser2';
import { createIndex } from 'pagefind';
import { repeatsPages } from '#content/routes.ts';
import { normalise } from './normalise.ts';
import { VOCABULARY_FILE } from './vocabulary-file.ts';
import { VocabularyMaker } from './vocabulary.ts';

type AnyNode = ReturnType<typeof parseDocument>['children'][number];
type Element = NonNullable<ReturnType<typeof DomUtils.findOne>>;

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

/** The mark that Demo.astro puts in the title of an invented entry. */
const isExampleMark = ({ name, attribs, parent }: Element): boolean =>
  name === 'span' && attribs['class'] === 'demo' && isTag(parent, TITLE);

const EXAMPLE = '<meta data-pagefind-filter="exemple:oui">';

const isUnread = (node: AnyNode): boolean =>
  node.type === ElementType.Script ||
  node.type === ElementType.Style ||
  ('attribs' in node && Object.hasOwn(node.attribs, 'data-pagefind-ignore'));

/**
 * What a page says of a fact that nobody told, in a few words of its own: `Non renseigné`, `Horaires à demander`, `Pas
 * encore connu : les places.` A page is not found by what it does not know.
 */
const UNKNOWN =
  /^(?:[^.;:!?]{0,40}\s)?(?:(?:non|pas(?: encore)?) renseigné|pas(?: encore)? connu)e?s?(?!\p{L})|^Ni [^.;:!?]{1,60} renseignée?s?\.?$|^Horaires à demander$/iu;

const isTag = (node: AnyNode | null, names: ReadonlySet<string>): node is AnyNode & { name: string } =>
  node?.type === ElementType.Tag && names.has(node.name);

const TITLE = new Set(['h1']);
const SAYING = new Set(['dd', 'p', 'li', 'span', 'opening-badge']);

/** The elements that only say that something is unknown, each with its label. What editors write stays whole. */
function unknownFacts(within: readonly AnyNode[]): AnyNode[] {
  return within.flatMap((node): AnyNode[] => {
    if (!('children' in node)) return [];
    if ('attribs' in node && /\bprose\b/.test(node.attribs['class'] ?? '')) return [];
    if (!isTag(node, SAYING) || !UNKNOWN.test(DomUtils.textContent(node).trim())) return unknownFacts(node.children);
    const label = node.name === 'dd' ? DomUtils.prevElementSibling(node) : null;
    return label ? [label, node] : [node];
  });
}

const SECTION = new Set(['section']);
const HEADINGS = new Set(['h2', 'h3', 'h4']);

/** The sections of which only the title is left. */
const bareSections = (bodies: readonly AnyNode[]): AnyNode[] =>
  DomUtils.filter(
    (node) => {
      if (!isTag(node, SECTION)) return false;
      const titles = DomUtils.filter((each) => isTag(each, HEADINGS), [node]).map((title) =>
        DomUtils.textContent(title),
      );
      return DomUtils.textContent(node).replace(/\s/g, '') === titles.join('').replace(/\s/g, '');
    },
    [...bodies],
  );

/** What Pagefind reads of an element: an anchor, a picture, its own instructions. */
const READ = /^(?:id|src|alt|data-pagefind-.*)$/;

/**
 * The part of a page that is indexed, a fifth of it: what `data-pagefind-body` marks, without what is ignored; none for
 * a page that does not ask to be found.
 */
export function searchedPart(html: string): string | undefined {
  if (!html.includes('data-pagefind-body')) return undefined;
  const document = parseDocument(html).children;
  const bodies = DomUtils.find(
    (node) => 'attribs' in node && Object.hasOwn(node.attribs, 'data-pagefind-body'),
    document,
    true,
    Infinity,
  );
  if (bodies.length === 0) return undefined;
  const isExample = bodies.some((body) => DomUtils.findOne(isExampleMark, [body]) !== null);
  for (const element of bodies.flatMap((body) => DomUtils.find(isUnread, [body], true, Infinity)))
    DomUtils.removeElement(element);
  for (const fact of unknownFacts(bodies)) DomUtils.removeElement(fact);
  for (const section of bareSections(bodies)) DomUtils.removeElement(section);
  const description = DomUtils.findOne(
    (node) => node.name === 'meta' && node.attribs['name'] === 'description',
    document,
  );
  if (description) {
    const { content = '' } = description.attribs;
    description.attribs = { 'data-pagefind-meta': 'description[content]', content: normalise(content) };
  }
  for (const node of DomUtils.filter(() => true, bodies)) {
    if (node.type === ElementType.Text) node.data = normalise(node.data);
    if (!('attribs' in node)) continue;
    const read = Object.entries(node.attribs).filter(([name]) => READ.test(name));
    node.attribs = Object.fromEntries(read.map(([name, value]) => [name, normalise(value)]));
  }
  const head = render(description ?? [], { encodeEntities: 'utf8' }) + (isExample ? EXAMPLE : '');
  return `<!doctype html><html lang="fr"><head>${head}</head><body>${render(bodies, { encodeEntities: 'utf8' })}</body></html>`;
}

/**
 * What the address of a page says of it: the section that it is (`/cantines/`, whose title asks where to eat), and
 * whether it repeats the first words of pages that are found themselves.
 */
function named(url: string, part: string): string {
  const [, section] = /^\/([a-z]+)\/$/.exec(url) ?? [];
  const facts = [
    section && `<meta data-pagefind-meta="address:${section}">`,
    repeatsPages(url) && '<meta data-pagefind-filter="sommaire:oui">',
  ];
  return part.replace('<head>', `<head>${facts.filter(Boolean).join('')}`);
}

/** The words of an HTML text, two elements never in one. */
export const wordsOf = (html: string): string =>
  DomUtils.filter((node) => node.type === ElementType.Text, parseDocument(html))
    .map((node) => DomUtils.textContent(node))
    .join(' ');

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
    const vocabulary = new VocabularyMaker();
    for (const { url, html } of pages) {
      const content = partOf(html);
      if (content === undefined) continue;
      const added = await index.addHTMLFile({ url, content: named(url, content) });
      if (added.errors.length > 0) throw new Error(`Pagefind, ${url} : ${added.errors.join(' ')}`);
      vocabulary.add(wordsOf(content));
      found += 1;
    }
    const built = await index.getFiles();
    if (built.errors.length > 0) throw new Error(`Pagefind : ${built.errors.join(' ')}`);
    const kept = built.files.filter(({ path }) => !UNUSED.test(path));
    const files: IndexFiles = new Map(kept.map(({ path, content }) => [path, content]));
    files.set(VOCABULARY_FILE, new TextEncoder().encode(vocabulary.file()));
    return { pages: found, files };
  } finally {
    await index.deleteIndex();
  }
}
