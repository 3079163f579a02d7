/**
 * The style guide, looked at in a browser: each example in both themes, on a phone and on a wide screen. Pictures of
 * one machine are not those of another (its fonts, its smoothing): they are compared with each other within one run,
 * and what a fault of layout would move is measured instead.
 */
import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { builtSite, troubles } from '../support/built-site.ts';

const open = builtSite();

const visit = (width: number, run: (page: Page) => Promise<void>) =>
  open({ viewport: { width, height: 800 }, reducedMotion: 'reduce' }, async (page) => {
    const found = troubles(page);
    await page.goto('/admin/styles/');
    await run(page);
    expect(found).toEqual([]);
  });

test.each([360, 1280])('at %i px, axe has nothing against any example, in either theme', async (width) => {
  await visit(width, async (page) => {
    expect(await axeFaults(page, `${width}`)).toEqual([]);
  });
});

test.each([320, 768, 1440])('at %i px, no example is wider than its place, nor flat', async (width) => {
  await visit(width, async (page) => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const faults = await page.locator('[data-example]').evaluateAll((examples) =>
      examples.flatMap((example) => {
        const box = example.querySelector('[data-shown]')?.getBoundingClientRect();
        const name = `${example.closest('[data-piece]')?.getAttribute('data-piece')}: ${example.getAttribute('data-example')}`;
        if (!box || box.height < 8) return [`${name} is flat`];
        const wide = [...example.querySelectorAll('[data-shown] *')].filter((part) => {
          const { right, left, width: own } = part.getBoundingClientRect();
          const clipped = part.closest('svg, .box, .cloth, table, .visually-hidden') !== null;
          return own > 0 && !clipped && (right > box.right + 1 || left < box.left - 1);
        });
        return wide.slice(0, 1).map((part) => `${name}: <${part.tagName.toLowerCase()} class="${part.className}">`);
      }),
    );
    expect(faults).toEqual([]);
  });
});

/** An example as pixels; how far its colours spread. */
async function picture(example: Locator): Promise<{ pixels: Buffer; spread: number }> {
  const png = await example.locator('[data-shown]').screenshot({ animations: 'disabled' });
  const { channels } = await sharp(png).stats();
  return { pixels: await sharp(png).raw().toBuffer(), spread: Math.max(...channels.map(({ stdev }) => stdev)) };
}

test('each example has something to see in both themes, and the evening is not the day', async () => {
  await visit(640, async (page) => {
    const examples = await page.locator('[data-example]').all();
    const names = await Promise.all(examples.map((example) => example.getAttribute('data-example')));
    const themes = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const pictures = [];
      for (const example of examples) pictures.push(await picture(example));
      themes.push(pictures);
    }
    const [light = [], dark = []] = themes;
    const faults = names.flatMap((name, index) => {
      const [day, evening] = [light[index], dark[index]];
      if (!day || !evening) return [`${name}: no picture`];
      return [
        ...(Math.min(day.spread, evening.spread) < 1 ? [`${name}: nothing to see`] : []),
        ...(day.pixels.equals(evening.pixels) ? [`${name}: the same in both themes`] : []),
      ];
    });
    expect(faults).toEqual([]);
  });
});

test('by keyboard, from the list of pieces to one of them', async () => {
  await visit(1280, async (page) => {
    await page.getByRole('navigation', { name: 'Les pièces' }).getByRole('link', { name: 'Steps' }).press('Enter');
    const piece = page.locator('[data-piece="Steps"]');
    await expect.poll(() => piece.evaluate((one) => one.matches(':target'))).toBe(true);
  });
});
