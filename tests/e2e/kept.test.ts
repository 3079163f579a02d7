/** What is typed in the CMS and not saved comes back, however the page ended. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { startBuiltCms } from '../support/built-cms.ts';
import { bodyOf, fieldOf, openForm, publish, typeOver, unfold } from '../support/cms-page.ts';
import { killableBrowser, type KillableBrowser } from '../support/killable-browser.ts';

/** More, to be sure: `KILLS=50 npx vitest run --project e2e tests/e2e/kept.test.ts`. */
const KILLS = Number(process.env['KILLS'] ?? 4);

/** What was typed that long before the end comes back. */
const KEPT_AFTER_MS = 1_000;

const ENDS = ['browser killed', 'tab closed', 'server stopped', 'network cut'] as const;

/** A question of Decap's about the copies that it keeps itself. */
const questions: string[] = [];
let cms: Awaited<ReturnType<typeof startBuiltCms>>;
let browser: KillableBrowser;

beforeAll(async () => {
  cms = await startBuiltCms();
  browser = await killableBrowser();
});
afterAll(async () => {
  await browser.close();
  await cms.close();
});

async function open(form: string): Promise<Page> {
  const context = await browser.open();
  const page = await context.newPage();
  page.on('dialog', (dialog) => {
    if (dialog.type() !== 'beforeunload') questions.push(dialog.message());
    void dialog.accept();
  });
  await openForm(page, form, cms.url);
  return page;
}

const kept = (page: Page) => page.locator('#kept');
const restore = (page: Page) => kept(page).getByRole('button', { name: 'Reprendre ce texte' }).first();

/** What the form shows in a title, the text and the list of sources. */
async function shownIn(page: Page): Promise<string[]> {
  const sources = page.locator('[id^="url-field-"]');
  return [
    await fieldOf(page, 'title').inputValue(),
    await bodyOf(page).innerText(),
    ...(await sources.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))),
  ];
}

/** Types in a title, the text and a list, and tells what the form shows then. */
async function typeIn(page: Page, words: string): Promise<string[]> {
  await fieldOf(page, 'title').press('End');
  await fieldOf(page, 'title').pressSequentially(` ${words}`, { delay: 50 });
  const sources = page.locator('[id^="url-field-"]');
  const before = await sources.count();
  await unfold(page, 'Sources et publication');
  await page.getByRole('button', { name: 'Ajouter : source' }).click();
  await expect.poll(() => sources.count()).toBe(before + 1);
  await page.locator('[id^="url-field-"][value=""]').fill(`https://exemple.org/${words}`);
  // Clear of what is told at the bottom of the screen.
  await bodyOf(page).evaluate((body) => body.scrollIntoView({ block: 'center' }));
  await bodyOf(page).click();
  await page.keyboard.insertText(`(${words})`);
  await expect.poll(() => bodyOf(page).innerText()).toContain(words);
  return shownIn(page);
}

async function end(page: Page, how: (typeof ENDS)[number]): Promise<void> {
  if (how === 'server stopped') await page.route('**/admin/api/**', (route) => route.abort());
  if (how === 'network cut') await page.context().setOffline(true);
  if (how === 'server stopped' || how === 'network cut') {
    await publish(page);
    await page.locator('.Toastify__toast').first().waitFor();
    await page.context().setOffline(false);
  }
  if (how === 'tab closed') await page.close();
  else await browser.kill();
}

test(`${KILLS} forms that end at any moment`, async () => {
  const files = await readdir(join(cms.content, 'cantines'));
  for (let kill = 0; kill < KILLS; kill++) {
    const how = ENDS[(kill + Math.floor(kill / 4)) % ENDS.length] ?? 'tab closed';
    const slug = files[(kill / 2) % files.length]?.replace(/\.md$/, '');
    const form = slug === undefined ? 'cantines/new' : `cantines/entries/${slug}`;
    const page = await open(form);
    const typed = await typeIn(page, `essai-${kill}`);
    await delay(KEPT_AFTER_MS + Math.random() * 1_500);
    await end(page, how);
    const again = await open(form);
    await restore(again).click();
    await expect.poll(() => shownIn(again), { message: `${kill}, ${form}, ${how}` }).toEqual(typed);
    await again.close();
  }
  expect(questions).toEqual([]);
});

const summaryOf = (page: Page) => fieldOf(page, 'summary');
const told = (page: Page) => kept(page).getByText('Un texte non enregistré vous attend');

/** Types a summary in an entry, closes its tab a second later, and opens it again. */
async function leaveWith(form: string, words: string): Promise<Page> {
  const page = await open(form);
  await typeOver(summaryOf(page), words);
  await delay(KEPT_AFTER_MS);
  await page.close();
  const again = await open(form);
  await told(again).waitFor();
  return again;
}

test('what would come back is shown beside what is there; thrown away, it is gone', async () => {
  const page = await leaveWith('cantines/entries/metz', 'Un résumé pour voir.');
  expect(await axeFaults(page, 'banner', '#kept')).toEqual([]);
  // The next Tab leads there.
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Reprendre ce texte');
  await kept(page).getByText('Comparer', { exact: true }).click();
  expect(await kept(page).locator('h3').allInnerTexts()).toEqual(['Résumé']);
  expect(await kept(page).locator('.cms-version-text').last().innerText()).toBe('Un résumé pour voir.');
  await kept(page).getByRole('button', { name: 'Le jeter' }).click();
  await expect.poll(() => kept(page).isHidden()).toBe(true);
  await page.close();
  const again = await open('cantines/entries/metz');
  await expect.poll(() => copies(again)).toEqual([]);
  expect(await kept(again).isHidden()).toBe(true);
  await again.close();
});

test('once saved, or as it was, nothing is kept', async () => {
  const page = await open('cantines/entries/roanne');
  const before = await summaryOf(page).inputValue();
  await typeOver(summaryOf(page), 'Un autre.');
  await expect.poll(() => copies(page)).toEqual(['Un autre.']);
  await typeOver(summaryOf(page), before);
  await expect.poll(() => copies(page)).toEqual([]);
  await typeOver(summaryOf(page), 'Un résumé que l’on publie.');
  await expect.poll(() => copies(page)).toEqual(['Un résumé que l’on publie.']);
  await publish(page);
  await expect.poll(() => copies(page)).toEqual([]);
  await page.close();
});

test('an entry that changed since says so, and the save shows both versions', async () => {
  const file = join(cms.content, 'cantines/macon.md');
  const page = await open('cantines/entries/macon');
  await typeOver(summaryOf(page), 'Mon résumé.');
  await delay(KEPT_AFTER_MS);
  await page.close();
  const theirs = (await readFile(file, 'utf8')).replace(/^title: .*$/m, 'title: Mâcon, ailleurs');
  await writeFile(file, theirs);
  const again = await open('cantines/entries/macon');
  await kept(again).getByText('deux versions diffèrent').waitFor();
  await restore(again).click();
  await expect.poll(() => summaryOf(again).inputValue()).toBe('Mon résumé.');
  await publish(again);
  await again.getByRole('dialog').getByText('Mâcon, ailleurs').waitFor();
  expect(await readFile(file, 'utf8')).toBe(theirs);
  await again.close();
});

test('a tab that still writes keeps its text to itself', async () => {
  const first = await open('cantines/entries/oullins');
  await typeOver(summaryOf(first), 'Dans le premier onglet.');
  await expect.poll(() => copies(first)).toEqual(['Dans le premier onglet.']);
  const second = await open('cantines/entries/oullins');
  await kept(second).getByText('ouverte dans un autre onglet').waitFor();
  expect(await restore(second).count()).toBe(0);
  await typeOver(summaryOf(second), 'Dans le second.');
  await expect.poll(() => copies(second)).toEqual(['Dans le premier onglet.', 'Dans le second.']);
  await browser.kill();
  const again = await open('cantines/entries/oullins');
  await kept(again).getByText('2 textes non enregistrés vous attendent').waitFor();
  // The form stays in sight: the newest is offered, the other on demand.
  const buttons = kept(again).getByRole('button', { name: 'Reprendre ce texte' });
  expect(await buttons.count()).toBe(1);
  await kept(again)
    .getByText(/^Et 1.autre$/)
    .click();
  expect(await buttons.count()).toBe(2);
  await restore(again).click();
  await expect.poll(() => summaryOf(again).inputValue()).toBe('Dans le second.');
  await again.close();
});

/** The summaries that are kept of the entry that is open, the older ones first. */
async function copies(page: Page): Promise<unknown[]> {
  const slug = page.url().split('/').at(-1) ?? '';
  return page.evaluate(
    (wanted) =>
      new Promise<unknown[]>((found) => {
        const opening = indexedDB.open('redaction');
        opening.onsuccess = () => {
          const asked = opening.result.transaction('copies').objectStore('copies').index('keptAt').getAll();
          asked.onsuccess = () => {
            const all = asked.result as { slug: string; data: { summary?: unknown } }[];
            found(all.filter((copy) => copy.slug === wanted).map(({ data }) => data.summary));
            opening.result.close();
          };
        };
      }),
    slug,
  );
}
