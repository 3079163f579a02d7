/** `npm start`: the search, then the CMS writing into a copy of the content. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { again } from '../support/again.ts';
import { launchBrowser } from '../support/browser.ts';
import { openCms, publish, unfold } from '../support/cms-page.ts';
import { startDevServer } from '../support/dev-server.ts';
import { projectRoot } from '../support/folders.ts';
import { WAIT_MS } from '../support/limits.ts';

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
  page.setDefaultTimeout(WAIT_MS);
  page.on('pageerror', (error) => pageErrors.push(error.message));
});
afterAll(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
});

const fiche = () => readFile(join(server.content, 'cantines/lyon-vaise.md'), 'utf8');

test('« Vaise » is found before any build', async () => {
  await page.goto('/');
  const field = page.locator('.site-header').getByRole('searchbox');
  await again('vite-reloads-once', async () => {
    await field.fill('Vaise');
    await field.press('Enter');
    // Either the results, or the page again with an empty field.
    await page.waitForFunction(
      () =>
        location.pathname === '/recherche/' ||
        document.querySelector<HTMLInputElement>('.site-header [type=search]')?.value === '',
    );
    return new URL(page.url()).pathname === '/recherche/';
  });
  await page.waitForURL('**/recherche/?q=Vaise');
  await page.locator('[data-results] a').getByText('Lyon Vaise', { exact: true }).click();
  await page.waitForURL('**/cantines/lyon-vaise/');
  expect((await page.getByRole('heading', { level: 1 }).textContent())?.trim()).toBe('Lyon Vaise');
  expect(pageErrors).toEqual([]);
});

test('the CMS opens in French and lists the cantines', async () => {
  await openCms(page);
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
  await unfold(page, 'Contacts, inscription, prix');
  await page.locator('[id^=contacts-field]').getByRole('button', { name: 'Déplier' }).click();
  await type('12');
  await publish(page);
  await page
    .getByText(/Écrivez les dix chiffres/)
    .first()
    .waitFor();
  expect(await fiche()).toBe(before);
});

test('a right value is saved: one line of the file changes, and the page shows it', async () => {
  const before = (await fiche()).split('\n');
  await type(NEW_PHONE);
  await publish(page);
  await page.getByRole('status').filter({ hasText: 'Enregistré' }).waitFor();
  await expect.poll(fiche).toContain(NEW_PHONE);
  const after = (await fiche()).split('\n');
  const changed = after.filter((line, index) => line !== before[index]);
  expect(after).toHaveLength(before.length);
  expect(changed).toHaveLength(1);
  expect(changed[0]).toMatch(new RegExp(`^ {2}telephone: "?${NEW_PHONE}"?$`));

  const visitor = await browser.newPage({ baseURL: server.url });
  visitor.setDefaultTimeout(WAIT_MS);
  const shown = async () => {
    await visitor.goto('/cantines/lyon-vaise/');
    return (await visitor.locator('main').innerText()).replace(/[\u00a0\u202f]/g, ' ');
  };
  await expect.poll(shown, { interval: 500 }).toContain(NEW_PHONE);
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

test('no page of another port reads what it serves, or frames the CMS', async () => {
  const answer = (path: string) => fetch(server.url + path, { headers: { Origin: 'http://127.0.0.1:1' } });
  const answers = await Promise.all(['/', '/admin/', `/@fs${join(projectRoot, 'package.json')}`].map(answer));
  for (const { headers } of answers) {
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('content-security-policy')).toBe("frame-ancestors 'self'");
  }
  expect((await answer('/embed/cantines/')).headers.get('content-security-policy')).toBe('frame-ancestors *');
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
