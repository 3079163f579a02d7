import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  attr,
  fileOf,
  isWithin,
  linkHref,
  metaContent,
  named,
  readPages,
  siteUrl,
  textOf,
  type DistPage,
} from '../support/dist.ts';

const pages = readPages();

/** What is wrong, page by page: all of it at once. */
const faults = (find: (page: DistPage) => string | undefined) =>
  pages.flatMap((page) => {
    const fault = find(page);
    return fault === undefined ? [] : `${page.path} : ${fault}`;
  });

const length = (text: string | undefined, min: number, max: number) =>
  text === undefined || text.length < min || text.length > max
    ? `« ${text} » has ${text?.length ?? 0} signs, not ${min} to ${max}`
    : undefined;

/** A page that no one looks for or shares: the 404. */
const isHidden = (page: DistPage) => metaContent(page, 'robots') === 'noindex';

const titleOf = (page: DistPage) => named(page, 'title').map(textOf)[0];

test('the home page and its English summary name each other, the French one for everybody else', () => {
  const alternates = (page: DistPage) =>
    named(page, 'link')
      .filter((link) => attr(link, 'hreflang'))
      .map((link) => `${attr(link, 'hreflang')} ${attr(link, 'href')?.replace(siteUrl, '')}`);
  for (const path of ['/', '/en/']) {
    const page = pages.find((each) => each.path === path);
    expect(page && alternates(page)).toEqual(['fr /', 'en /en/', 'x-default /']);
  }
  expect(pages.filter((page) => alternates(page).length > 0)).toHaveLength(2);
});

describe('every page', () => {
  test('says its language, and that of what stands around its words', () => {
    expect(
      faults((page) => {
        const lang = page.path === '/en/' ? 'en' : 'fr';
        const around = named(page, 'header', 'footer').map((each) => attr(each, 'lang'));
        if (!named(page, 'html').some((html) => attr(html, 'lang') === lang)) return `no lang="${lang}"`;
        return lang === 'en' && around.some((each) => each !== 'fr')
          ? 'a French frame that does not say so'
          : undefined;
      }),
    ).toEqual([]);
  });

  test('has exactly one h1, with a text', () => {
    expect(
      faults((page) => {
        // The style guide shows the titles of other pages.
        const own = named(page, 'h1').filter((h1) => !isWithin(h1, 'data-shown'));
        const titles = own.map((h1) => textOf(h1).trim());
        return titles.length === 1 && titles[0] ? undefined : JSON.stringify(titles);
      }),
    ).toEqual([]);
  });

  test('skips no level of headings', () => {
    expect(
      faults((page) => {
        const levels = named(page, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6').map(({ tagName }) => Number(tagName[1]));
        const jump = levels.findIndex((level, index) => level > (levels[index - 1] ?? 0) + 1);
        return jump < 0 ? undefined : `h${levels[jump]} after h${levels[jump - 1] ?? 0}`;
      }),
    ).toEqual([]);
  });

  test('has a title that fits a tab and a search result', () => {
    expect(faults((page) => length(titleOf(page), 10, 70))).toEqual([]);
  });

  test('has a title of its own, unless two entries bear the same name', () => {
    const h1Of = (page: DistPage) => named(page, 'h1').map((h1) => textOf(h1).trim())[0];
    const shared = [...Map.groupBy(pages, titleOf)]
      .filter(([, same]) => new Set(same.map(h1Of)).size > 1)
      .map(([title, same]) => [title, same.map(({ path }) => path)]);
    expect(shared).toEqual([]);
  });

  test('has a description that fits a search result', () => {
    expect(faults((page) => (isHidden(page) ? undefined : length(metaContent(page, 'description'), 1, 240)))).toEqual(
      [],
    );
  });

  test('names its own address, when it is to be found', () => {
    expect(
      faults((page) => {
        const canonical = linkHref(page, 'canonical');
        const own = isHidden(page) ? undefined : siteUrl + page.path;
        return canonical === own ? undefined : `canonical is ${canonical}`;
      }),
    ).toEqual([]);
  });

  test('has a picture to share, PNG of 1200 × 630', () => {
    expect(
      faults((page) => {
        if (isHidden(page)) return undefined;
        const address = metaContent(page, 'og:image') ?? '';
        if (!address.startsWith(`${siteUrl}/`)) return `og:image is « ${address} »`;
        const file = fileOf(address.slice(siteUrl.length));
        if (!existsSync(file)) return `${address} does not exist`;
        const bytes = readFileSync(file);
        const isPng = bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
        // IHDR: width and height, 32 bits big-endian, at byte 16.
        const size = isPng ? `${bytes.readUInt32BE(16)} × ${bytes.readUInt32BE(20)}` : 'not a PNG';
        return size === '1200 × 630' ? undefined : `${address} is ${size}`;
      }),
    ).toEqual([]);
  });

  test('gives every picture a text alternative, empty for a decoration', () => {
    expect(
      faults((page) => {
        const mute = named(page, 'img').filter((image) => attr(image, 'alt') === undefined);
        return mute.length > 0 ? mute.map((image) => attr(image, 'src')).join(', ') : undefined;
      }),
    ).toEqual([]);
  });
});
