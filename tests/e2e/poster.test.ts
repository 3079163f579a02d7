/** The posters of the built site, printed by a real browser and read by a phone's eye. */
import jsQR from 'jsqr';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { doorSlipOf } from '#cantines/poster/door.ts';
import { builtSite } from '../support/built-site.ts';
import { readPages, siteUrl } from '../support/dist.ts';

const visit = builtSite();
const PATHS = readPages().map(({ path }) => path);
const POSTERS = PATHS.filter((path) => /^\/cantines\/[^/]+\/affiche\/$/.test(path));
const DOORS = PATHS.filter((path) => /^\/cantines\/[^/]+\/confirmer\/affiche\/$/.test(path));

test('every cantine has a poster, and a sheet for its door', () => {
  expect(POSTERS.length).toBeGreaterThan(0);
  expect(DOORS).toEqual(POSTERS.map((path) => path.replace('affiche/', 'confirmer/affiche/')));
});

/** Chromium writes the dictionaries of a PDF in clear; A4 is 595 × 842 points. */
function readPdf(bytes: Buffer) {
  const text = bytes.toString('latin1');
  const boxes = [...text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  return {
    pages: [...text.matchAll(/\/Type \/Page\b(?!s)/g)].length,
    sizes: new Set(boxes.map(([, width, height]) => `${Math.round(Number(width))} × ${Math.round(Number(height))}`)),
    bitmaps: [...text.matchAll(/\/Subtype \/Image/g)].length,
  };
}

/** The parts of a sheet that hold more than is seen of them; the cloth of a door is turned, and cut on purpose. */
const cutIn = (page: Page) =>
  page.evaluate(() => {
    const spills = (element: Element) =>
      element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1;
    return ['.sheet:not(:has(.runner))', '.plate', '.body', '.slip', '.words'].filter((each) =>
      [...document.querySelectorAll(each)].some(spills),
    );
  });

/** The only one whose cantine has a photo: the rest is drawn, and prints as sharp as the printer is. */
const WITH_PHOTO = '/cantines/exemple-ouverte/affiche/';

test('prints on one sheet of A4, whole and without a bitmap but its photo', async () => {
  await visit({}, async (page) => {
    for (const path of [...POSTERS, ...DOORS]) {
      await page.goto(path);
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(() => document.fonts.ready);
      const photos = await page
        .locator('img')
        .evaluateAll((images) => Promise.all(images.map((image) => (image as HTMLImageElement).decode())));
      expect(photos.length, path).toBe(path === WITH_PHOTO ? 1 : 0);
      const pdf = readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
      expect(pdf, path).toEqual({ pages: 1, sizes: new Set(['595 × 842']), bitmaps: photos.length });
      expect(await cutIn(page), path).toEqual([]);
      expect(await page.getByRole('button', { name: 'Imprimer' }).isVisible(), path).toBe(false);
    }
  });
});

test('a door says any name that the CMS accepts', async () => {
  const names = ['Une cantine de quartier au nom interminable, en vérité vraie', 'M'.repeat(60), 'Saint-'.repeat(10)];
  await visit({}, async (page) => {
    await page.goto(DOORS[0] ?? '');
    for (const name of names) {
      const { nameSize } = doorSlipOf({ title: name, status: 'open' });
      for (const place of await page.locator('.name').all()) {
        await place.evaluate(
          (element, [text, rule]) => {
            element.textContent = text;
            const old = [...element.classList].find((each) => each.startsWith('name-')) ?? '';
            element.classList.replace(old, rule);
          },
          [name, `name-${nameSize}`] as const,
        );
      }
      expect(await cutIn(page), name).toEqual([]);
    }
  });
});

test.each([
  ['a poster', POSTERS, /affiche\/$/],
  ['a door', DOORS, /(?<=confirmer\/)affiche\/$/],
])('%s carries a code that leads to the page it is for', async (_kind, paths, sheet) => {
  await visit({ viewport: { width: 900, height: 1300 } }, async (page) => {
    for (const path of paths) {
      await page.goto(path);
      for (const code of await page.locator('svg[role="img"]').all()) {
        const { data, info } = await sharp(await code.screenshot())
          .ensureAlpha()
          .raw()
          .toBuffer({ resolveWithObject: true });
        const read = jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data;
        expect(read, path).toBe(siteUrl + path.replace(sheet, ''));
      }
    }
  });
});
