/** One page of each kind of the built site, in a real browser. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFaults } from '../../support/axe.ts';
import { builtSite, troubles } from '../../support/built-site.ts';
import { onePerKind, readPages } from '../../support/dist.ts';

const visit = builtSite();
const PAGES = onePerKind(readPages()).map(({ kind, path }) => [kind, path] as const);

/** What is wider than a window, when something is: the elements that stand out of it. */
const tooWide = (page: Page, width: number) =>
  page.setViewportSize({ width, height: 740 }).then(() =>
    page.evaluate(async () => {
      await document.fonts.ready;
      const limit = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= limit) return [];
      return [...document.body.querySelectorAll('*')]
        .filter((element) => element.getBoundingClientRect().right > limit + 0.5)
        .map((element) => `${limit} px: ${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`)
        .slice(0, 5);
    }),
  );

describe.concurrent('a page is whole', () => {
  test.each(PAGES)('%s (%s)', async (_kind, path) => {
    const missing = path === '/404.html';
    await visit({}, async (page, origin) => {
      const errors = troubles(page, { warnings: true });
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      const response = await page.goto(missing ? '/cette-page-n-existe-pas/' : path);
      expect(response?.status()).toBe(missing ? 404 : 200);
      expect(await axeFaults(page), 'what axe sees').toEqual([]);
      expect(await tooWide(page, 360), 'what scrolls sideways').toEqual([]);
      expect(await tooWide(page, 320), 'what scrolls sideways').toEqual([]);
      // The browser tells in its console that the address asked for is not found, as it should.
      expect(errors.filter((error) => !(missing && error.includes('404')))).toEqual([]);
      const elsewhere = requests.filter((url) => !/^(?:data|blob):/.test(url) && new URL(url).origin !== origin);
      expect(elsewhere, 'what is asked of other hosts').toEqual([]);
      expect(await page.context().cookies()).toEqual([]);
      expect(await page.evaluate(() => document.cookie + Object.keys(localStorage).join())).toBe('');
    });
  });
});

test('axe sees a fault where there is one, in either theme', async () => {
  await visit({}, async (page) => {
    const style = 'p { color: #bbb } @media (prefers-color-scheme: dark) { p { color: #000 } b { color: #bbb } }';
    await page.setContent(
      `<html lang="fr"><title>x</title><style>${style}</style><main><h1>x</h1><img src="x.png"><p>Pâle</p><b>Le soir</b></main>`,
    );
    const found = (await axeFaults(page)).map((line) => line.split(':')[0]);
    expect(found).toEqual(['light color-contrast', 'light image-alt', 'dark color-contrast']);
  });
});

test('a warm room in the evening: the dark theme is dark', async () => {
  await visit({ colorScheme: 'dark' }, async (page) => {
    await page.goto('/');
    const colour = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const [red = 255, green = 255, blue = 255] = (colour.match(/\d+/g) ?? []).map(Number);
    expect(Math.max(red, green, blue)).toBeLessThan(60);
  });
});
