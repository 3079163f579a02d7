import { HtmlValidate, FileSystemConfigLoader } from 'html-validate';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { expect, test } from 'vitest';
import { readPages, textOf, type DistPage } from '../support/dist.ts';
import { slipsIn } from '../support/typing-slips.ts';

const pages = readPages();

/** Fault → pages, as lines. */
const summed = (found: ReadonlyMap<string, readonly string[]>) =>
  [...found].map(([fault, paths]) => `${fault} (${paths.length} ×, ${paths[0]})`);

test('every page is valid HTML', async () => {
  const validator = new HtmlValidate(new FileSystemConfigLoader());
  // One line for a fault that a template repeats on every page.
  const found = new Map<string, string[]>();
  for (const { path, html } of pages) {
    // As if it stood at the root of the project, where the configuration is.
    // Astro writes this style before the first island, in the body: browsers accept it, the standard does not.
    const own = html.replace(/<style>astro-island[^<]*<\/style>/, '');
    const { results } = await validator.validateString(own, `page.html`);
    for (const { ruleId, message, selector } of results.flatMap(({ messages }) => messages)) {
      const fault = `${ruleId}: ${message} [${selector}]`;
      found.set(fault, [...(found.get(fault) ?? []), path]);
    }
  }
  expect(summed(found)).toEqual([]);
});

test('no element has a style of its own, which the policy of the page refuses', () => {
  const styled = pages.flatMap(({ path, elements }) =>
    elements
      .filter(({ attrs }) => attrs.some(({ name }) => name === 'style'))
      .map(({ tagName }) => `${path} : <${tagName}>`),
  );
  expect(styled).toEqual([]);
});

const INLINE = new Set(['a', 'strong', 'em', 'b', 'i', 'code', 'time', 'abbr', 'mark', 'cite']);
const WORD_START = /^[\p{L}\p{N}«(]/u;
const WORD_END = /[\p{L}\p{N}.,;:!?)»%€]$/u;

/** Text of an inline element that touches the text beside it: « lesite », « ici.Puis ». */
function glued({ elements }: DistPage): string[] {
  return elements
    .filter(({ tagName }) => INLINE.has(tagName))
    .flatMap((element) => {
      const own = textOf(element);
      const siblings = element.parentNode?.childNodes ?? [];
      const at = siblings.indexOf(element);
      const [before, after] = [inlineText(siblings[at - 1]), inlineText(siblings[at + 1])];
      const start = WORD_END.test(before) && WORD_START.test(own) ? [`…${before.slice(-20)}|${own.slice(0, 20)}`] : [];
      const end = WORD_END.test(own) && WORD_START.test(after) ? [`${own.slice(-20)}|${after.slice(0, 20)}…`] : [];
      return [...start, ...end];
    });
}

function inlineText(node: Tree.ChildNode | undefined): string {
  if (!node) return '';
  if ('value' in node) return node.value;
  return 'tagName' in node && INLINE.has(node.tagName) ? textOf(node) : '';
}

test('no word is glued to a link or an emphasis', () => {
  expect(pages.flatMap((page) => glued(page).map((text) => `${page.path} : ${text}`))).toEqual([]);
});

/** What is to be typed over stays as it was typed. */
const NO_PROSE = new Set(['script', 'style', 'code', 'title', 'textarea']);

test('French typography: curly apostrophes, spaces that do not break before ; ! ? : » € %', () => {
  // One line for a slip that a template repeats on every page.
  const found = new Map<string, string[]>();
  // Typography is that of a language: what is French there is around every page.
  for (const { path, elements } of pages.filter((page) => page.path !== '/en/')) {
    const texts = elements
      .filter(({ tagName }) => !NO_PROSE.has(tagName))
      .flatMap(({ childNodes }) => childNodes.flatMap((node) => ('value' in node ? node.value : [])));
    for (const text of new Set(texts)) {
      for (const slip of slipsIn(text)) {
        const fault = `« ${slip} » in « ${text.trim().slice(0, 70)} »`;
        found.set(fault, [...(found.get(fault) ?? []), path]);
      }
    }
  }
  expect(summed(found)).toEqual([]);
});
