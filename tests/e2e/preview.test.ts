/** The pane of the preview in development: the page of a form, as the site would publish it, while one types. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PREVIEW_API } from '#admin/preview/address.ts';
import { entryPath } from '#content/routes.ts';
import { collections, type CollectionName } from '#schemas/index.ts';
import { launchBrowser } from '../support/browser.ts';
import { bodyOf, fieldOf, openForm, typeOver, unfold } from '../support/cms-page.ts';
import { startDevServer } from '../support/dev-server.ts';
import { WAIT_MS } from '../support/limits.ts';

const cleanups: (() => Promise<void>)[] = [];
let server: Awaited<ReturnType<typeof startDevServer>>;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  server = await startDevServer();
  cleanups.push(server.close);
  browser = await launchBrowser();
  cleanups.push(() => browser.close());
  page = await newPage();
});
afterAll(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
});

async function newPage(viewport = { width: 1280, height: 900 }): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.url, locale: 'fr-FR', viewport });
  const made = await context.newPage();
  made.setDefaultTimeout(WAIT_MS);
  made.on('dialog', (dialog) => void dialog.accept());
  return made;
}

/** The page that is in sight. */
const shown = (of: Page) => of.frameLocator('.cms-preview iframe[data-front]');

const words = (of: Page) => of.locator('.cms-preview [role="status"]');

const HOSTILE =
  ' <img src=x onerror="parent.hacked=1"><script>parent.hacked=1</script> [ici](javascript:parent.hacked=1)';

/** Every file of the content, as it is. */
async function written(): Promise<Map<string, string>> {
  const files = (await readdir(server.content, { recursive: true })).filter((file) => file.endsWith('.md'));
  return new Map(
    await Promise.all(files.map(async (file) => [file, await readFile(join(server.content, file), 'utf8')] as const)),
  );
}

test('what is typed in a cantine is in its page, where it was scrolled to, and nothing is written', async () => {
  const before = await written();
  await openForm(page, 'cantines/entries/annecy');
  await shown(page).getByRole('heading', { level: 1, name: 'Annecy' }).waitFor();
  await shown(page).locator('.prose').first().scrollIntoViewIfNeeded();
  const place = () =>
    shown(page)
      .locator('html')
      .evaluate((root) => root.scrollTop);
  const start = await place();
  expect(start).toBeGreaterThan(0);
  await typeOver(fieldOf(page, 'title'), 'Annecy sur lac');
  await shown(page).getByRole('heading', { level: 1, name: 'Annecy sur lac' }).waitFor();
  expect(await place()).toBe(start);
  expect(await written()).toEqual(before);
  const visited = await fetch(`${server.url}/cantines/annecy/`);
  expect(await visited.text()).not.toContain('sur lac');
});

test('another tab sees its own text', async () => {
  const other = await newPage();
  await openForm(other, 'cantines/entries/annecy');
  await typeOver(fieldOf(other, 'title'), 'Annecy d’en haut');
  await shown(other).getByRole('heading', { level: 1, name: 'Annecy d’en haut' }).waitFor();
  await typeOver(fieldOf(page, 'title'), 'Annecy d’en bas');
  await shown(page).getByRole('heading', { level: 1, name: 'Annecy d’en bas' }).waitFor();
  expect(await shown(other).getByRole('heading', { level: 1 }).textContent()).toContain('d’en haut');
  await other.context().close();
});

test('a value that is refused keeps the last page, and says why', async () => {
  await typeOver(fieldOf(page, 'title'), '');
  await words(page)
    .getByText(/Nom de la cantine/)
    .waitFor();
  expect(await shown(page).getByRole('heading', { level: 1 }).textContent()).toContain('d’en bas');
  await typeOver(fieldOf(page, 'title'), 'Annecy');
  await shown(page).getByRole('heading', { level: 1, name: 'Annecy', exact: true }).waitFor();
  await expect.poll(() => words(page).textContent()).toBe('');
});

test('a text is set in the page, and what would run something is told, and runs nothing', async () => {
  await bodyOf(page).click();
  await page.keyboard.type('Une fin neuve. ');
  await shown(page).locator('.prose').getByText('Une fin neuve.').waitFor();
  await page.getByRole('switch').last().click();
  await bodyOf(page).click();
  await page.keyboard.insertText(HOSTILE);
  await words(page)
    .getByText(/du HTML/)
    .waitFor();
  expect(await words(page).textContent()).toContain('javascript:');
  expect(await shown(page).locator('img[src="x"]').count()).toBe(0);
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
});

describe('every collection', () => {
  test.each(Object.keys(collections) as CollectionName[])('%s: the page says what is typed', async (name) => {
    const [first = ''] = (await readdir(join(server.content, name))).filter((file) => file.endsWith('.md')).toSorted();
    const slug = first.replace(/\.md$/, '');
    // Anew: what the form before held is not to be asked about.
    await page.goto('about:blank');
    await openForm(page, `${name}/entries/${slug}`);
    const front = page.locator('.cms-preview iframe[data-front]');
    const path = () => front.evaluate((frame: HTMLIFrameElement) => frame.contentWindow?.location.pathname);
    await expect.poll(path).toBe(new URL(entryPath(name, slug), server.url).pathname);
    // The name of a voice is for editors: its page says its words.
    await typeOver(fieldOf(page, name === 'quotations' ? 'text' : 'title'), 'Le goût des autres');
    await shown(page).locator('body').getByText('Le goût des autres').first().waitFor({ state: 'attached' });
    expect(await words(page).textContent()).toBe('');
  });
});

test('a new entry has its page as soon as it can, a draft too', async () => {
  const form = await newPage();
  await openForm(form, 'guides/new');
  await words(form).getByText('La page se montrera dès qu’elle pourra être faite.').waitFor();
  await typeOver(fieldOf(form, 'title'), 'Éplucher sans se presser');
  await typeOver(fieldOf(form, 'summary'), 'Un guide de la lenteur.');
  await form.getByRole('combobox').first().press('ArrowDown');
  await form.keyboard.press('Enter');
  await bodyOf(form).click();
  await form.keyboard.type('On commence par les carottes.');
  await shown(form).getByRole('heading', { level: 1, name: 'Éplucher sans se presser' }).waitFor();
  await shown(form).getByText('On commence par les carottes.').waitFor();
  await unfold(form, 'Sources et publication');
  await form.getByLabel('Brouillon', { exact: false }).first().click();
  await typeOver(fieldOf(form, 'summary'), 'Un guide au brouillon.');
  await shown(form).getByText('Un guide au brouillon.').waitFor();
  await form.context().close();
});

test('on a phone it takes the screen, by keyboard too, and gives it back where it was', async () => {
  const phone = await newPage({ width: 360, height: 740 });
  await openForm(phone, 'cantines/entries/annecy');
  const title = fieldOf(phone, 'title');
  await title.focus();
  expect(await phone.locator('.cms-preview').isVisible()).toBe(false);
  await phone.keyboard.press('Alt+a');
  await shown(phone).getByRole('heading', { level: 1 }).waitFor();
  await phone.getByRole('button', { name: 'Sombre' }).click();
  const paper = () =>
    shown(phone)
      .locator('body')
      .evaluate((body) => getComputedStyle(body).backgroundColor);
  await expect.poll(paper).toBe('rgb(23, 19, 15)');
  await phone.keyboard.press('Escape');
  await expect.poll(() => phone.locator('.cms-preview').isVisible()).toBe(false);
  await expect.poll(() => title.evaluate((field) => field === document.activeElement)).toBe(true);
  await phone.context().close();
});

test('another site cannot post a draft', async () => {
  const body = JSON.stringify({ key: 'aaaaaaaaaa', collection: 'cantines', slug: 'annecy', data: {} });
  const ask = (origin: string) =>
    fetch(server.url + PREVIEW_API, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: origin },
      body,
    });
  expect((await ask('https://exemple.org')).status).toBe(403);
  expect((await ask(server.url)).status).toBe(200);
});
