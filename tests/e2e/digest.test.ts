/** Someone of the network copies the letter of the month; a cantine looks at its watch. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { deadlineRank, deadlineState, type Calendar } from '#domain/deadlines.ts';
import { axeFaults } from '../support/axe.ts';
import { builtSite, troubles } from '../support/built-site.ts';
import { readPages } from '../support/dist.ts';

const open = builtSite();
const paths = readPages().map(({ path }) => path);
const months = paths.filter((path) => /^\/financements\/digest\/\d/.test(path));
const [first, second] = months;
const watch = paths.find((path) => /^\/financements\/cantine\/[^/]+\/$/.test(path));
if (!first || !second || !watch) throw new Error('These tests need two digests and a watch in the built site.');

const status = (page: Page) => page.locator('copy-mail [role="status"]').textContent();
const said = (page: Page) =>
  page.waitForFunction(() => document.querySelector('copy-mail [role="status"]')?.textContent);

test('the formatted version is copied with its text, then the text alone', async () => {
  await open({ permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
    const found = troubles(page);
    await page.goto(first);
    await page.getByRole('button', { name: 'Copier la version mise en forme' }).click();
    await said(page);
    const copied = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return Promise.all(['text/html', 'text/plain'].map(async (type) => (await item?.getType(type))?.text()));
    });
    expect(await status(page)).toBe('Copié');
    expect(copied[0]).toMatch(/<h2[\s\S]*<a href="https?:\/\/[^"]+\/financements\//);
    expect(copied[0]).not.toContain('<script');
    expect(copied[1]).toContain('Bonjour,');
    await page.getByRole('button', { name: 'Copier le texte' }).click();
    await said(page);
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toBe(copied[1]);
    expect(found).toEqual([]);
  });
});

test.each([
  ['Copier la version mise en forme', '[data-html]'],
  ['Copier le texte', '[data-text]'],
])('« %s », when the clipboard refuses: the message is selected', async (name, part) => {
  await open({}, async (page) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.goto(first);
    await page.getByRole('button', { name }).click();
    await said(page);
    expect(await status(page)).toContain('sélectionné');
    const selected = await page.evaluate(() => getSelection()?.toString().replace(/\s+/g, ' ').trim());
    const shown = await page.locator(`copy-mail ${part}`).innerText();
    expect(selected).toBe(shown.replace(/\s+/g, ' ').trim());
  });
});

test('the list of months marks the present one, whenever it is read', async () => {
  for (const path of [first, second]) {
    await open({}, async (page) => {
      const month = path.split('/').at(-2) ?? '';
      await page.clock.setFixedTime(`${month}-15T12:00:00Z`);
      await page.goto('/financements/digest/');
      expect(await page.locator('[data-month]:has(.chip:visible)').getAttribute('data-month')).toBe(month);
    });
  }
});

test('a watch puts first what closes first', async () => {
  await open({}, async (page) => {
    await page.clock.setFixedTime('2026-01-20T12:00:00Z');
    await page.goto(watch);
    await page.waitForFunction(() => customElements.get('by-deadline') !== undefined);
    const calendars = await page
      .locator('by-deadline')
      .first()
      .locator('deadline-chip')
      .evaluateAll((chips) => chips.map((chip) => chip.getAttribute('data-calendar') ?? ''));
    const ranks = calendars.map((json) =>
      deadlineRank(deadlineState(JSON.parse(json) as Calendar, '2026-01-20'), '2026-01-20'),
    );
    expect(ranks.length).toBeGreaterThan(2);
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  });
});

describe.each([watch, '/financements/digest/', first])('%s', (path) => {
  test('is complete without JavaScript', async () => {
    await open({ javaScriptEnabled: false }, async (page) => {
      await page.goto(path);
      expect(await page.locator('main a').count()).toBeGreaterThan(3);
      expect(await page.locator('copy-mail button:visible').count()).toBe(0);
    });
  });

  test('holds at 320 pixels, and axe finds nothing in either theme', async () => {
    await open({ viewport: { width: 320, height: 700 } }, async (page) => {
      await page.goto(path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      expect(await axeFaults(page)).toEqual([]);
    });
  });
});
