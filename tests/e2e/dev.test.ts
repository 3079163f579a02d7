/** `npm start`: the search, then the CMS writing into a copy of the content. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startDevServer } from '../support/dev-server.ts';

// The first page of the CMS has Vite prepare all of Decap.
const FIRST_LOAD_MS = 90_000;
const NEW_PHONE = '04 00 00 00 99';

const cleanups: (() => Promise<void>)[] = [];
let server: Awaited<ReturnType<typeof startDevServer>>;
let browser: Browser;
let page: Page;
const pageErrors: string[] = [];

beforeAll(async () => {
  server = await startDevServer();
  cleanups.push(server.close);
  browser = await launchBrowser();
  cleanups.push(() => browser.close());
  page = await browser.newPage({ baseURL: server.url, locale: 'fr-FR', viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(30_000);
  page.on('pageerror', (error) => pageErrors.push(error.message));
});
afterAll(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
});

const fiche = () => readFile(join(server.content, 'cantines/lyon-vaise.md'), 'utf8');

test('« Vaise » is found before any build', async () => {
  await page.goto('/');
  // On a cold start Vite reloads the page once, and with it goes what was typed.
  const ask = async () => {
    const field = page.locator('.site-header').getByRole('searchbox');
    await field.fill('Vaise');
    await field.press('Enter');
    await page.waitForURL('**/recherche/?q=Vaise', { timeout: 5_000 }).catch(() => undefined);
    return page.url();
  };
  await expect.poll(ask, { timeout: FIRST_LOAD_MS }).toContain('/recherche/?q=Vaise');
  const result = page.locator('[data-results] a').getByText('Lyon Vaise', { exact: true });
  await result.click({ timeout: FIRST_LOAD_MS });
  await page.waitForURL('**/cantines/lyon-vaise/');
  expect((await page.getByRole('heading', { level: 1 }).textContent())?.trim()).toBe('Lyon Vaise');
  expect(pageErrors).toEqual([]);
});

test('the CMS opens in French and lists the cantines', async () => {
  await page.goto('/admin/');
  await page.getByRole('button', { name: 'Se connecter' }).click({ timeout: FIRST_LOAD_MS });
  await page
    .getByRole('link', { name: /Lyon Vaise/ })
    .first()
    .waitFor({ timeout: FIRST_LOAD_MS });
  for (const name of ['Cantines', 'Sessions', 'Plaidoyer', 'Financements', 'Guides', 'Réglages']) {
    expect(await page.getByRole('link', { name }).count(), name).toBeGreaterThan(0);
  }
  expect(pageErrors).toEqual([]);
});

test('a wrong value is refused in the form, in French, and nothing is written', async () => {
  const before = await fiche();
  await page
    .getByRole('link', { name: /Lyon Vaise/ })
    .first()
    .click();
  await page.locator('[id^=contacts-field]').getByRole('button', { name: 'Déplier' }).click();
  await type('12');
  await publish();
  await page
    .getByText(/Écrivez les dix chiffres/)
    .first()
    .waitFor();
  expect(await fiche()).toBe(before);
});

test('a right value is saved: one line of the file changes, and the page shows it', async () => {
  const before = (await fiche()).split('\n');
  await type(NEW_PHONE);
  await publish();
  await expect.poll(fiche, { timeout: 30_000 }).toContain(NEW_PHONE);
  const after = (await fiche()).split('\n');
  const changed = after.filter((line, index) => line !== before[index]);
  expect(after).toHaveLength(before.length);
  expect(changed).toHaveLength(1);
  expect(changed[0]).toMatch(new RegExp(`^ {2}telephone: "?${NEW_PHONE}"?$`));

  const visitor = await browser.newPage({ baseURL: server.url });
  const shown = async () => {
    await visitor.goto('/cantines/lyon-vaise/');
    return (await visitor.locator('main').innerText()).replace(/[\u00a0\u202f]/g, ' ');
  };
  await expect.poll(shown, { timeout: 30_000, interval: 500 }).toContain(NEW_PHONE);
  await visitor.close();
});

test('another site cannot write through the local CMS', async () => {
  const body = JSON.stringify({ action: 'info', params: { branch: 'main' } });
  const ask = (origin: string) =>
    fetch(`${server.url}/admin/api/v1/`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: origin },
      body,
    });
  expect((await ask('https://exemple.org')).status).toBe(403);
  expect((await ask(server.url)).status).toBe(200);
});

/** Types over the telephone, key by key: Decap draws its form again meanwhile. */
async function type(telephone: string): Promise<void> {
  const field = page.getByLabel('Téléphone');
  await field.press('ControlOrMeta+A');
  await field.press('Delete');
  await expect.poll(() => field.inputValue()).toBe('');
  await field.pressSequentially(telephone);
  await expect.poll(() => field.inputValue()).toBe(telephone);
}

/** Decap’s « Publier », and the first line of its menu. */
async function publish(): Promise<void> {
  await page
    .getByRole('button', { name: /^Publier/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Publier maintenant' }).click();
}
