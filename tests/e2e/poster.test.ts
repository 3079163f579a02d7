/** The posters of the built site, printed by a real browser and read by a phone's eye. */
import jsQR from 'jsqr';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { builtSite } from '../support/built-site.ts';
import { readPages, siteUrl } from '../support/dist.ts';

const visit = builtSite();
const POSTERS = readPages()
  .map(({ path }) => path)
  .filter((path) => /^\/cantines\/[^/]+\/affiche\/$/.test(path));

test('every cantine has a poster', () => {
  expect(POSTERS.length).toBeGreaterThan(0);
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

/** The only one whose cantine has a photo: the rest is drawn, and prints as sharp as the printer is. */
const WITH_PHOTO = '/cantines/exemple-ouverte/affiche/';

test('prints on one sheet of A4, whole and without a bitmap but its photo', async () => {
  await visit({}, async (page) => {
    for (const path of POSTERS) {
      await page.goto(path);
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(() => document.fonts.ready);
      const photos = await page
        .locator('img')
        .evaluateAll((images) => Promise.all(images.map((image) => (image as HTMLImageElement).decode())));
      expect(photos.length, path).toBe(path === WITH_PHOTO ? 1 : 0);
      const pdf = readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
      expect(pdf, path).toEqual({ pages: 1, sizes: new Set(['595 × 842']), bitmaps: photos.length });
      const cut = await page.evaluate(() => {
        const spills = (element: Element) =>
          element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1;
        return ['.sheet', '.plate', '.body', '.words'].filter((each) =>
          [...document.querySelectorAll(each)].some(spills),
        );
      });
      expect(cut, path).toEqual([]);
      expect(await page.getByRole('button', { name: 'Imprimer' }).isVisible(), path).toBe(false);
    }
  });
});

test('carries a code that leads to the fiche', async () => {
  await visit({ viewport: { width: 900, height: 1300 } }, async (page) => {
    for (const path of POSTERS) {
      await page.goto(path);
      const { data, info } = await sharp(await page.locator('svg[role="img"]').screenshot())
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      const read = jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data;
      expect(read, path).toBe(siteUrl + path.replace(/affiche\/$/, ''));
    }
  });
});
