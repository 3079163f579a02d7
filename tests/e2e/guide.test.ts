/** The guide of the CMS: its pictures are what the CMS shows, and its page holds whatever editors make of its text. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PICTURES } from '#admin/guide/pictures.ts';
import { walkGuide } from '../guide/walk.ts';
import { axeFaults } from '../support/axe.ts';
import { builtSite, troubles } from '../support/built-site.ts';
import { projectRoot } from '../support/folders.ts';

const open = builtSite();
const NAMES = PICTURES.map(({ name }) => name).toSorted();
const DRAW = 'What the CMS shows has changed: npm run draw:guide, then look at the pictures.';

test('every scene is walked, and says the words of its picture', async () => {
  const words: Record<string, string[]> = {};
  await walkGuide((name, read) => {
    words[name] = read;
  });
  expect(Object.keys(words).toSorted(), 'one scene for each picture of the guide').toEqual(NAMES);
  const drawn = JSON.parse(await readFile(join(projectRoot, 'tests/guide/words.json'), 'utf8')) as unknown;
  expect(words, DRAW).toEqual(drawn);
});

test('each picture of the guide is drawn, and none is left over', async () => {
  const files = await readdir(join(projectRoot, 'admin/guide/pictures'));
  expect(files.toSorted()).toEqual(NAMES.map((name) => `${name}.webp`));
});

test.each([360, 1280])('at %i px, the pictures stand beside their tasks, and are described', async (width) => {
  await open({ viewport: { width, height: 800 } }, async (page) => {
    const found = troubles(page);
    await page.goto('/admin/guide/');
    expect(await page.locator('.part').filter({ hasText: 'Autres écrans' }).count()).toBe(0);
    const images = page.locator('figure img');
    expect(await images.count()).toBe(NAMES.length);
    for (const image of await images.all()) {
      await image.scrollIntoViewIfNeeded();
      await expect.poll(() => image.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await axeFaults(page)).toEqual([]);
    expect(found).toEqual([]);
  });
});

test('by keyboard, from what the guide holds to a task', async () => {
  await open({}, async (page) => {
    await page.goto('/admin/guide/');
    await page.locator('summary', { hasText: 'Ce qui se passe quand' }).press('Enter');
    const link = page.getByRole('link', { name: 'Deux personnes écrivent dans la même fiche' });
    await link.press('Enter');
    const title = page.getByRole('heading', { name: 'Deux personnes écrivent dans la même fiche' });
    await expect.poll(() => title.evaluate((one) => one.matches(':target'))).toBe(true);
  });
});
