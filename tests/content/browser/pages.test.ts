/** One page of each kind of the built site, in a real browser. */
import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { builtSite, troubles } from '../support/built-site.ts';
import { onePerKind, readPages } from '../support/dist.ts';

const visit = builtSite();
const PAGES = onePerKind(readPages()).map(({ kind, path }) => [kind, path] as const);

describe.each(PAGES)('%s (%s)', (_kind, path) => {
  const missing = path === '/404.html';
  const address = missing ? '/cette-page-n-existe-pas/' : path;

  test('loads without an error, a cookie, or a request to another host', async () => {
    await visit({}, async (page, origin) => {
      const errors = troubles(page, { warnings: true });
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      const response = await page.goto(address, { waitUntil: 'networkidle' });
      expect(response?.status()).toBe(missing ? 404 : 200);
      // The browser tells in its console that the address asked for is not found, as it should.
      expect(errors.filter((error) => !(missing && error.includes('404')))).toEqual([]);
      const elsewhere = requests.filter((url) => !/^(?:data|blob):/.test(url) && new URL(url).origin !== origin);
      expect(elsewhere).toEqual([]);
      expect(await page.context().cookies()).toEqual([]);
      expect(await page.evaluate(() => document.cookie + Object.keys(localStorage).join())).toBe('');
    });
  });

  test.each(['light', 'dark'] as const)('has no accessibility fault that axe can see (%s)', async (colorScheme) => {
    await visit({ colorScheme, reducedMotion: 'reduce', bypassCSP: true }, async (page) => {
      await page.goto(address);
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() => window.axe.run());
      const faults = violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${help} [${target.join(' ')}] ${failureSummary ?? ''}`),
      );
      expect(faults).toEqual([]);
    });
  });

  test.each([320, 360])('fits a screen of %d px: nothing scrolls sideways', async (width) => {
    await visit({ viewport: { width, height: 740 } }, async (page) => {
      await page.goto(address);
      const wide = await page.evaluate(async () => {
        await document.fonts.ready;
        const limit = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= limit) return [];
        return [...document.body.querySelectorAll('*')]
          .filter((element) => element.getBoundingClientRect().right > limit + 0.5)
          .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`)
          .slice(0, 5);
      });
      expect(wide).toEqual([]);
    });
  });
});

test('axe sees a fault where there is one', async () => {
  await visit({}, async (page) => {
    await page.setContent(
      '<html lang="fr"><title>x</title><main><h1>x</h1><img src="x.png"><p style="color:#bbb">Un texte pâle</p></main>',
    );
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() => window.axe.run());
    expect(violations.map(({ id }) => id).toSorted()).toEqual(['color-contrast', 'image-alt']);
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

declare global {
  interface Window {
    axe: typeof axe;
  }
}
