/**
 * The way out of Decap: Sveltia CMS opens the configuration that ours is made of, reads the same files and shows the
 * same forms. It has its own backend for tests, in the private files of the browser.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collections } from '#schemas/index.ts';
import { launchBrowser } from '../support/browser.ts';
import { networkContent } from '../support/folders.ts';
import { WAIT_MS } from '../support/limits.ts';
import { fillTestBackend, openSveltia, startSveltia, type Sveltia } from '../support/sveltia.ts';

let sveltia: Sveltia;
let browser: Browser;
let page: Page;
let elsewhere: string[];
const refused: string[] = [];

beforeAll(async () => {
  [sveltia, browser] = await Promise.all([startSveltia(), launchBrowser()]);
  page = await browser.newPage({ locale: 'fr-FR', viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(WAIT_MS);
  page.on('pageerror', (error) => refused.push(error.message));
  page.on('console', (message) => {
    // What it has against the configuration; it warns of the options that it leaves aside.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load')) refused.push(message.text());
  });
  elsewhere = await openSveltia(page, sveltia.url);
  await fillTestBackend(page);
  await page.getByRole('button', { name: 'Travailler avec un dépôt de test' }).click();
  await page.getByRole('row').first().waitFor();
});
afterAll(async () => {
  await browser.close();
  await sveltia.close();
});

test('every collection is there, opens, and lists its entries', async () => {
  for (const { name, label } of Object.values(collections)) {
    await page.getByRole('treeitem', { name: label }).first().click();
    await page.waitForURL(`**/#/collections/${name}`);
    const entries = readdirSync(join(networkContent, name)).filter((file) => file.endsWith('.md'));
    const shown = page.getByRole('grid', { name: 'Entrées' });
    await expect.poll(() => shown.getAttribute('aria-rowcount'), { message: name }).toBe(String(entries.length));
    await page.getByRole('row').first().waitFor();
  }
});

test('a form shows the fields of its collection, with what the entry says', async () => {
  await page.goto(`${sveltia.url}/#/collections/opportunities/entries/exemple-tables-ouvertes`);
  for (const field of ['title', 'summary', 'funder', 'territory', 'windows'])
    await page.locator(`[data-key-path="${field}"]`).first().waitFor();
  const title = page.locator('[data-key-path="title"]').getByRole('textbox').first();
  await expect.poll(() => title.inputValue()).toBe('Tables ouvertes');
});

test('nothing in the configuration was refused, and its fonts are all that it asked of others', () => {
  expect(refused).toEqual([]);
  expect(elsewhere.filter((url) => !url.endsWith('.woff2'))).toEqual([]);
});
