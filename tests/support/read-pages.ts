import { createHash } from 'node:crypto';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { parse } from 'parse5';
import { typeset } from '#domain/typography.ts';
import { attr, metaContent, named, textOf, urlsOfCss, urlsOfSrcset, type DistPage } from './dist.ts';

const validator = new HtmlValidate(new FileSystemConfigLoader());

/** A text as one reads it, but for its spaces: typography moves them. */
const asRead = (text: string): string => typeset(text).replace(/\s+/gu, '');

const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Elements that a page makes the browser load something for, and the attribute that says what. */
const LOADS: readonly (readonly [tag: string, attribute: string])[] = [
  ...(['img', 'script', 'iframe', 'audio', 'video', 'source', 'track', 'embed', 'input'] as const).map(
    (tag) => [tag, 'src'] as const,
  ),
  ['object', 'data'],
  ['video', 'poster'],
  ['use', 'href'],
  ['image', 'href'],
  ['form', 'action'],
  ['base', 'href'],
];
const LOADED_RELS = /\b(?:stylesheet|preload|modulepreload|icon|manifest|apple-touch-icon|prefetch|preconnect)\b/;

const isOwn = (url: string) => /^(?:\/(?!\/)|data:|#|\?|$)/.test(url);

/** What a page asks of other hosts: it must ask nothing. */
function foreign(page: DistPage): string[] {
  const sources = LOADS.flatMap(([tag, attribute]) =>
    named(page, tag).map((element) => attr(element, attribute) ?? ''),
  );
  const links = named(page, 'link').flatMap((link) =>
    LOADED_RELS.test(attr(link, 'rel') ?? '') ? (attr(link, 'href') ?? '') : [],
  );
  const sets = page.elements.flatMap((element) => urlsOfSrcset(attr(element, 'srcset') ?? ''));
  const styles = [...named(page, 'style').map(textOf), ...page.elements.map((each) => attr(each, 'style') ?? '')];
  return [...sources, ...links, ...sets, ...styles.flatMap(urlsOfCss)]
    .filter((url) => !isOwn(url))
    .map((url) => `asks « ${url} »`);
}

/** Scripts and styles that are not the site's: the policy of the page knows the hashes of its own. */
function unknownCode(page: DistPage): string[] {
  const policy =
    named(page, 'meta')
      .filter((meta) => attr(meta, 'http-equiv')?.toLowerCase() === 'content-security-policy')
      .map((meta) => attr(meta, 'content') ?? '')[0] ?? '';
  const allowed = (directive: string) => new RegExp(`(?:^|;)\\s*${directive}([^;]*)`).exec(policy)?.[1] ?? '';
  const unsafe = /unsafe-(?:inline|eval)/.exec(policy) ? ['an unsafe policy'] : [];
  const scripts = named(page, 'script').flatMap((script) => {
    if (attr(script, 'src') !== undefined) return [];
    if (/^application\/(?:ld\+)?json$/.test(attr(script, 'type') ?? '')) return jsonFault(textOf(script));
    return allowed('script-src').includes(sha256(textOf(script))) ? [] : [`a script: ${textOf(script).slice(0, 80)}`];
  });
  const styles = named(page, 'style').flatMap((style) =>
    allowed('style-src').includes(sha256(textOf(style))) ? [] : [`a style: ${textOf(style).slice(0, 80)}`],
  );
  const attributes = page.elements.flatMap(({ tagName, attrs }) =>
    attrs.flatMap(({ name, value }) => {
      if (/^on|^style$/.test(name)) return [`<${tagName} ${name}>`];
      return /^(?:href|src|action|formaction|data)$/.test(name) && /^\s*(?:javascript|vbscript|data:text)/i.test(value)
        ? [`<${tagName} ${name}="${value}">`]
        : [];
    }),
  );
  const elements = page.elements.flatMap(({ tagName }) => (tagName.startsWith('x-hostile') ? [`<${tagName}>`] : []));
  return [...(policy ? [] : ['no policy']), ...unsafe, ...scripts, ...styles, ...attributes, ...elements];
}

function jsonFault(text: string): string[] {
  try {
    JSON.parse(text);
    return [];
  } catch (error) {
    return [`JSON in a page: ${String(error)}`];
  }
}

/** Words that a program leaves where a value is missing. */
function leftovers(page: DistPage): string[] {
  const texts = page.elements
    .filter(({ tagName }) => !['script', 'style'].includes(tagName))
    .flatMap(({ childNodes }) => childNodes.flatMap((node) => ('value' in node ? node.value : [])));
  return texts.flatMap((text) => /\[object |\bundefined\b|\bNaN\b/.exec(text)?.slice(0, 1) ?? []);
}

async function invalid(page: DistPage): Promise<string[]> {
  // Astro writes this style before the first island, in the body: browsers accept it, the standard does not.
  const own = page.html.replace(/<style>astro-island[^<]*<\/style>/, '');
  const { results } = await validator.validateString(own, 'page.html');
  return results.flatMap(({ messages }) => messages).map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

/** What a parser of browsers corrects in a page, silently. */
function corrected({ html }: DistPage): string[] {
  const found: string[] = [];
  parse(html, {
    onParseError: ({ code, startOffset }) => found.push(`${code} at « ${html.slice(startOffset, startOffset + 40)} »`),
    sourceCodeLocationInfo: true,
  });
  return found;
}

/** All that is wrong with a page; `title` is what its entry is called. */
export async function pageFaults(page: DistPage, title?: string): Promise<string[]> {
  const h1 = named(page, 'h1').map((each) => asRead(textOf(each)));
  const untitled =
    title === undefined || h1.some((text) => text.includes(asRead(title))) ? [] : [`h1 is ${JSON.stringify(h1)}`];
  const shared = metaContent(page, 'og:title');
  const unshared =
    title === undefined || asRead(shared ?? '').includes(asRead(title))
      ? []
      : [`og:title is ${JSON.stringify(shared)}`];
  return [
    ...corrected(page),
    ...(await invalid(page)),
    ...unknownCode(page),
    ...foreign(page),
    ...leftovers(page),
    ...untitled,
    ...unshared,
  ];
}
