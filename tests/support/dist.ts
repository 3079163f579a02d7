import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { readSite } from '#site.ts';

/** The built site under test; `DIST_DIR` points at another one. */
export const distDir = resolve(import.meta.dirname, '../..', process.env['DIST_DIR'] ?? 'dist');

/** The origin that the build wrote into absolute links. */
export const siteUrl = readSite(process.env).url;

export interface DistPage {
  /** `/cantines/lyon-vaise/`, or `/404.html`. */
  path: string;
  /** The path with its entry as `*`: pages of one kind share a template. */
  kind: string;
  html: string;
  elements: readonly Tree.Element[];
}

const ENTRY =
  /^\/((?:cantines|sessions|plaidoyer|financeurs|guides|modeles|financements\/cantine|financements\/digest|financements\/ensemble|financements)\/)(?!suivi\/|profil\/|reponses\/|changements\/|cantine\/$|digest\/$|ensemble\/(?:$|ouvrir\/)|ouvrir\/|proposer\/)[^/]+\//;

export const kindOf = (path: string): string => path.replace(ENTRY, '/$1*/');

let pages: readonly DistPage[] | undefined;

/** Every built HTML page but the CMS, sorted by path: read once by the files that a worker runs. */
export function readPages(): readonly DistPage[] {
  pages ??= pagesIn(distDir);
  return pages;
}

/** Every HTML page of a built site but the CMS, sorted by path. */
export function pagesIn(dist: string): DistPage[] {
  if (!existsSync(join(dist, 'index.html'))) throw new Error(`No built site in ${dist}: run « npm run build » first.`);
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => `/${file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`)
    .filter((path) => path !== '/admin/')
    .toSorted()
    .map((path) => readPage(dist, path));
}

function readPage(dist: string, path: string): DistPage {
  const html = readFileSync(fileIn(dist, path), 'utf8');
  return { path, kind: kindOf(path), html, elements: [...descendants(parse(html))] };
}

const fileIn = (dist: string, path: string): string => join(dist, path.endsWith('/') ? `${path}index.html` : path);

/** The file that answers a site path. */
export const fileOf = (path: string): string => fileIn(distDir, path);

/** The heaviest page of each kind, in order of kind. */
export function onePerKind(pages: readonly DistPage[]): DistPage[] {
  const kinds = Map.groupBy(pages, ({ kind }) => kind);
  return [...kinds.values()].flatMap((group) => group.toSorted((a, b) => b.html.length - a.html.length).slice(0, 1));
}

export function* descendants(node: Tree.ParentNode): Generator<Tree.Element> {
  for (const child of node.childNodes) {
    if (!('tagName' in child)) continue;
    yield child;
    yield* descendants('content' in child ? child.content : child);
  }
}

export const attr = (element: Tree.Element, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value;

/** True when an element around this one has the attribute. */
export function isWithin({ parentNode }: Tree.Element, attribute: string): boolean {
  if (!parentNode || !('tagName' in parentNode)) return false;
  return attr(parentNode, attribute) !== undefined || isWithin(parentNode, attribute);
}

/** The text inside an element, as written. */
export function textOf(element: Tree.ParentNode): string {
  return element.childNodes
    .map((child) => ('value' in child ? child.value : 'childNodes' in child ? textOf(child) : ''))
    .join('');
}

export const named = (page: DistPage, ...tags: readonly string[]): Tree.Element[] =>
  page.elements.filter(({ tagName }) => tags.includes(tagName));

/** The content of a `<meta>`, by its `name` or `property`. */
export const metaContent = (page: DistPage, name: string): string | undefined =>
  named(page, 'meta')
    .filter((meta) => attr(meta, 'name') === name || attr(meta, 'property') === name)
    .map((meta) => attr(meta, 'content'))[0];

/** The `href` of the first `<link>` of that relation. */
export const linkHref = (page: DistPage, rel: string): string | undefined =>
  named(page, 'link')
    .filter((link) => attr(link, 'rel') === rel)
    .map((link) => attr(link, 'href'))[0];

/** `<style>` elements, linked style sheets and `style` attributes, as CSS texts. */
export function stylesOf(page: DistPage): string[] {
  const linked = named(page, 'link')
    .filter((link) => attr(link, 'rel') === 'stylesheet')
    .map((link) => readFileSync(fileOf(attr(link, 'href') ?? ''), 'utf8'));
  const attributes = page.elements.flatMap((element) => attr(element, 'style') ?? []);
  return [...named(page, 'style').map(textOf), ...linked, ...attributes];
}

/** The addresses that a style sheet makes the browser load. */
export const urlsOfCss = (css: string): string[] =>
  [...css.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)|@import\s+["']([^"']+)["']/g)].map(
    ([, a, b, c, d]) => a ?? b ?? c ?? d ?? '',
  );

/** Candidates of a `srcset`. */
export const urlsOfSrcset = (srcset: string): string[] =>
  srcset.split(',').flatMap((candidate) => candidate.trim().split(/\s+/)[0] ?? []);
