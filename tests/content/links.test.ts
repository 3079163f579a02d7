import { existsSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { attr, fileOf, readPages, siteUrl, stylesOf, urlsOfCss, urlsOfSrcset, type DistPage } from '../support/dist.ts';

const pages = readPages();
const idsOf = new Map(
  pages.map(({ path, elements }) => [path, new Set(elements.flatMap((element) => attr(element, 'id') ?? []))]),
);

/** The addresses that a page leads to or loads. */
const addressesOf = ({ elements }: DistPage): string[] =>
  elements.flatMap((element) => [
    ...['href', 'src', 'action', 'poster', 'data'].flatMap((name) => attr(element, name) ?? []),
    ...urlsOfSrcset(attr(element, 'srcset') ?? ''),
  ]);

/** What a visitor would meet behind an address of the site, or undefined when all is well. */
function fault(page: DistPage, address: string): string | undefined {
  const url = new URL(address, siteUrl + page.path);
  if (url.origin !== siteUrl) return undefined;
  const path = decodeURI(url.pathname);
  const file = fileOf(path);
  if (!existsSync(file)) return `${address} leads nowhere`;
  if (statSync(file).isDirectory()) return `${address} lacks its final slash`;
  const ids = idsOf.get(path);
  const anchor = decodeURIComponent(url.hash.slice(1));
  return anchor !== '' && ids && !ids.has(anchor) ? `${address}: no such anchor` : undefined;
}

test('every internal link, file and anchor exists', () => {
  const faults = pages.flatMap((page) =>
    [...new Set(addressesOf(page))]
      .flatMap((address) => fault(page, address) ?? [])
      .map((each) => `${page.path} : ${each}`),
  );
  expect(faults).toEqual([]);
});

const LOADS: Readonly<Record<string, readonly string[]>> = {
  img: ['src'],
  script: ['src'],
  iframe: ['src'],
  embed: ['src'],
  object: ['data'],
  source: ['src'],
  track: ['src'],
  video: ['src', 'poster'],
  audio: ['src'],
  input: ['src'],
};
const NOT_LOADED = new Set(['canonical', 'alternate', 'author', 'license', 'me', 'next', 'prev', 'search']);

/** The addresses that the browser asks for by itself. */
function loadedBy(page: DistPage): string[] {
  const elements = page.elements.flatMap((element) => {
    if (element.tagName === 'link')
      return NOT_LOADED.has(attr(element, 'rel') ?? '') ? [] : (attr(element, 'href') ?? []);
    const names = LOADS[element.tagName] ?? [];
    return [
      ...names.flatMap((name) => attr(element, name) ?? []),
      ...urlsOfSrcset(attr(element, 'srcset') ?? attr(element, 'imagesrcset') ?? ''),
    ];
  });
  return [...elements, ...stylesOf(page).flatMap(urlsOfCss)];
}

test('no page loads anything from another host', () => {
  const faults = pages.flatMap((page) =>
    loadedBy(page)
      .filter((address) => !address.startsWith('data:') && new URL(address, siteUrl + page.path).origin !== siteUrl)
      .map((address) => `${page.path} : ${address}`),
  );
  expect(faults).toEqual([]);
});

test('a link that opens elsewhere gives the other page no hold on this one', () => {
  const faults = pages.flatMap((page) =>
    page.elements
      .filter(
        (element) =>
          attr(element, 'target') === '_blank' && !/\bno(?:opener|referrer)\b/.test(attr(element, 'rel') ?? ''),
      )
      .map((element) => `${page.path} : ${attr(element, 'href')}`),
  );
  expect(faults).toEqual([]);
});
