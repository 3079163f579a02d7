/** The form of the CMS checks what the build checks: what it saves stops no build, and what it refuses is shown. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { checkContent } from '#content/check/index.ts';
import { launchBrowser } from '../support/browser.ts';
import { startDevServer } from '../support/dev-server.ts';
import { projectRoot } from '../support/folders.ts';
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
});
beforeEach(async () => {
  page = await browser.newPage({ baseURL: server.url, locale: 'fr-FR', viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(WAIT_MS);
  return () => page.close();
});
afterAll(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
});

const STORY = 'stories/ce-que-la-table-change';
const story = () => readFile(join(server.content, `${STORY}.md`), 'utf8');

/** What the build would say now. */
const refused = () =>
  checkContent({
    root: server.content,
    publicDir: join(projectRoot, 'public'),
    uploadsDir: join(dirname(server.content), 'public/uploads'),
    pagesDir: join(projectRoot, 'src/pages'),
    whole: true,
  });

test('what the build refuses is not saved: each error is on its field, unfolded, the first with the cursor', async () => {
  const before = await story();
  await openStory();
  const sources = fieldOf('Sources');
  const address = page.locator('input[id^=url-field]').nth(8);
  await sources.getByRole('button', { name: 'Déplier' }).first().click();
  await address.fill('exemple');
  await sources.getByRole('button', { name: 'Replier' }).first().click();
  await write('# Titre\n\n[x](javascript:alert(1))');
  await publish();
  const message = page.getByRole('alert').filter({ hasText: 'Rien n’est enregistré' });
  await message.waitFor();
  await expect.poll(() => address.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await address.isVisible()).toBe(true);
  expect(await errorsOf('Texte')).toMatch(/titre de premier niveau[^]*exécuter du code/);
  expect(await errorsOf('Sources')).toMatch(/Copiez l’adresse entière/);
  expect(await story()).toBe(before);

  await address.fill('https://exemple.org/');
  await write('## Titre\n\nUn texte.');
  await publish();
  await page.getByRole('status').filter({ hasText: 'Enregistré' }).waitFor();
  await message.waitFor({ state: 'detached' });
  await expect.poll(story).toContain('## Titre');
  expect(await refused()).toEqual([]);
});

test('a draft is saved with its errors, which are told, and stops no build; a right one is published', async () => {
  await openStory();
  await fieldOf('Titre').getByRole('textbox').first().fill('');
  await write('# Titre');
  await fieldOf('Brouillon').getByRole('switch').click();
  await publish();
  const remaining = page.getByRole('alert').filter({ hasText: 'Avant de le publier, il reste' });
  await remaining.waitFor();
  expect(await remaining.innerText()).toMatch(/Titre[^]*obligatoire[^]*premier niveau/);
  await expect.poll(story).toMatch(/^draft: true$/m);
  expect(await refused()).toEqual([]);

  await fieldOf('Brouillon').getByRole('switch').click();
  await publish();
  await page.getByRole('alert').filter({ hasText: 'Rien n’est enregistré' }).waitFor();
  expect(await errorsOf('Titre')).toMatch(/obligatoire/);
  expect(await story()).toMatch(/^draft: true$/m);
});

async function openStory(): Promise<void> {
  const [collection, slug] = STORY.split('/');
  await page.goto(`/admin/#/collections/${collection}/entries/${slug}`);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.locator('label[for^=title-field]').first().waitFor();
}

/** The field of that name, with its label and what is told of it. */
const fieldOf = (label: string) =>
  page
    .locator('label[for*="-field-"]')
    .filter({ hasText: new RegExp(`^${label}`) })
    .first()
    .locator('xpath=../..');

const errorsOf = async (label: string) => {
  const told = await fieldOf(label).locator('label + ul').allTextContents();
  return told.join('\n').replace(/[\u00a0\u202f]/g, ' ');
};

/** Types the text of the entry as Markdown. */
async function write(text: string): Promise<void> {
  const body = fieldOf('Texte');
  const mode = body.getByRole('switch').last();
  if ((await mode.getAttribute('aria-checked')) !== 'true') await mode.click();
  await body.locator('[contenteditable=true]').click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
}

/** Decap’s « Publier », and the first line of its menu. */
async function publish(): Promise<void> {
  await page
    .getByRole('button', { name: /^Publier/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Publier maintenant' }).click();
}
