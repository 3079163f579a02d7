import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { attr, distDir, fileOf, named, stylesOf, textOf, type DistPage } from './dist.ts';

/** A script or a style that a visitor's browser reads, by its path or that of the first page that has it inline. */
export interface Shipped {
  path: string;
  code: string;
}

/** The CMS has its own floor: see the editors' guide. */
const CMS = '/admin/';

/** Every script of the public pages: inline, linked, imported at once or at need, and the service worker's. */
export function shippedScripts(pages: readonly DistPage[]): Shipped[] {
  const inline = new Map<string, Shipped>();
  const found = new Set(['/sw.js', ...searchFiles()]);
  for (const page of pages.filter(({ path }) => path !== CMS)) {
    for (const script of named(page, 'script').filter((each) => !/json/.test(attr(each, 'type') ?? ''))) {
      const src = attr(script, 'src');
      const code = textOf(script);
      if (src) found.add(src);
      else inline.set(code, inline.get(code) ?? { path: `${page.path}#script-${inline.size}`, code });
    }
    for (const island of named(page, 'astro-island'))
      for (const url of ['component-url', 'renderer-url']) found.add(attr(island, url) ?? '');
  }
  for (const { path, code } of inline.values()) addImports(found, path, code);
  // A set is walked to the end of what is added to it meanwhile.
  for (const path of found) addImports(found, path, read(path));
  return [...inline.values(), ...[...found].filter(isThere).map((path) => ({ path, code: read(path) }))];
}

/** Every script of the CMS, which is bundled apart. */
export const cmsScripts = (): Shipped[] =>
  readdirSync(join(distDir, '_astro'))
    .filter((name) => /^cms[.-].*\.js$/.test(name))
    .map((name) => ({ path: `/_astro/${name}`, code: read(`/_astro/${name}`) }));

/** Every style of the public pages, inline or linked. */
export function shippedStyles(pages: readonly DistPage[]): Shipped[] {
  const all = new Map<string, Shipped>();
  for (const page of pages.filter(({ path }) => path !== CMS))
    for (const code of stylesOf(page).filter((each) => each.includes('{')))
      all.set(code, all.get(code) ?? { path: page.path, code });
  return [...all.values()];
}

function addImports(found: Set<string>, path: string, code: string): void {
  for (const [, named = ''] of code.matchAll(/["'`]((?:\.\.?|\/?_astro)\/[\w./-]+\.js)["'`]/g))
    found.add(named.startsWith('.') ? posix.join(posix.dirname(path), named) : posix.join('/', named));
}

const isThere = (path: string): boolean => path !== '' && existsSync(fileOf(path));
const read = (path: string): string => (isThere(path) ? readFileSync(fileOf(path), 'utf8') : '');

/** The search asks for its engine by an address that it makes. */
const searchFiles = (): string[] =>
  ['pagefind', 'recherche']
    .filter((folder) => existsSync(`${distDir}/${folder}`))
    .flatMap((folder) =>
      readdirSync(`${distDir}/${folder}`)
        .filter((name) => name.endsWith('.js'))
        .map((name) => `/${folder}/${name}`),
    );
