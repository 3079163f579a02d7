/** What a page tells of the network is traced: each source named beside a text is one that the page lists, or its entry. */
import { expect, test } from 'vitest';
import { attr, named, readPages, textOf, type DistPage } from '../support/dist.ts';

const hasClass = (element: DistPage['elements'][number], name: string) =>
  (attr(element, 'class') ?? '').split(' ').includes(name);

/** The small lines « Sources : … » of a page. */
const linesOf = (page: DistPage) => named(page, 'p').filter((element) => hasClass(element, 'read-in'));
const linksIn = (element: DistPage['elements'][number]) =>
  element.childNodes.flatMap((child) => (child.nodeName === 'a' && 'attrs' in child ? [child] : []));
// The style guide shows lines alone, as examples.
const pages = readPages().filter((page) => !page.path.startsWith('/admin/') && linesOf(page).length > 0);

/** A date of the line of years, whose sources are its own. */
function isOfDate(line: DistPage['elements'][number]): boolean {
  for (let above = line.parentNode; above && 'attrs' in above; above = above.parentNode)
    if (hasClass(above, 'year')) return true;
  return false;
}

test.each(pages)('$path names no source that it does not list', (page) => {
  const listed = new Set(
    named(page, 'details')
      .filter((element) => hasClass(element, 'sources'))
      .flatMap((details) => page.elements.filter(({ parentNode }) => isWithin(parentNode, details)))
      .map((element) => attr(element, 'href')),
  );
  const unlisted = linesOf(page)
    .filter((line) => !isOfDate(line))
    .flatMap(linksIn)
    .map((link) => attr(link, 'href'))
    .filter((href) => !listed.has(href));
  expect(unlisted).toEqual([]);
});

test.each(pages)('$path gives each source a name that is no address', (page) => {
  const names = linesOf(page)
    .flatMap(linksIn)
    .map((link) => textOf(link).trim());
  expect(names.filter((name) => name === '' || name.includes('://'))).toEqual([]);
});

function isWithin(node: DistPage['elements'][number]['parentNode'], details: unknown): boolean {
  if (node === details) return true;
  return node !== null && 'parentNode' in node ? isWithin(node.parentNode, details) : false;
}
