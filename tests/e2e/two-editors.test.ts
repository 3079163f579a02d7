/** Two editors, or two tabs, on one entry: no version replaces another that nobody has seen. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { fieldOf, openForm, publish, typeOver } from '../support/cms-page.ts';
import { builtCms } from '../support/opened-cms.ts';

const MINE = 'Un résumé que j’ai écrit moi-même, et que je garde.';
const THEIRS = 'Un résumé que quelqu’un d’autre a enregistré entre-temps.';
const FORM = 'cantines/entries/lyon-vaise';

const cms = builtCms();
let original = '';

beforeAll(async () => {
  original = await fiche();
});
beforeEach(() => writeFile(path(), original));

const path = () => join(cms.content(), 'cantines/lyon-vaise.md');
const fiche = () => readFile(path(), 'utf8');

/** An editor with a browser of their own, on the entry. */
async function editor(): Promise<Page> {
  const page = await cms.newPage();
  await openForm(page, FORM);
  return page;
}

const saved = (page: Page) => page.locator('#publication [role=status]').filter({ hasText: 'Enregistré' }).waitFor();

async function save(page: Page, summary: string): Promise<void> {
  await typeOver(fieldOf(page, 'summary'), summary);
  await publish(page);
}

/** Both have the entry open, the other saves, then I do. */
async function conflict(): Promise<Page> {
  const [mine, other] = [await editor(), await editor()];
  await save(other, THEIRS);
  await saved(other);
  await other.context().close();
  await save(mine, MINE);
  await mine.getByRole('dialog', { name: /a changé pendant que vous écriviez/ }).waitFor();
  return mine;
}

const choose = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name }).click();

test('the second is shown both versions, and nothing is written', async () => {
  const page = await conflict();
  const dialog = page.getByRole('dialog');
  expect(await dialog.locator('h3').allInnerTexts()).toEqual(['Résumé']);
  expect(await dialog.locator('.cms-version-text').allInnerTexts()).toEqual([THEIRS, MINE]);
  expect(await fiche()).toContain(THEIRS);
  expect(await axeFaults(page, 'conflict', '.cms-conflict')).toEqual([]);
  // A key leaves the dialogue as the first button does.
  await page.keyboard.press('Escape');
  await page.getByText('votre texte est toujours dans le formulaire').waitFor();
  expect(await fieldOf(page, 'summary').inputValue()).toBe(MINE);
  expect(await fiche()).toContain(THEIRS);
  await page.context().close();
});

test('« Continuer d’écrire », then publish again: asked again, until they choose', async () => {
  const page = await conflict();
  await choose(page, 'Continuer d’écrire');
  await save(page, `${MINE} Encore.`);
  await choose(page, 'Garder mon texte et remplacer l’autre');
  await saved(page);
  expect(await fiche()).toContain(`${MINE} Encore.`);
  // From there on nothing is asked.
  await save(page, `${MINE} Et encore.`);
  await expect.poll(fiche).toContain(`${MINE} Et encore.`);
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.context().close();
});

test('« Prendre l’autre version »: the form shows it, mine is offered beside', async () => {
  const page = await conflict();
  await choose(page, 'Prendre l’autre version');
  await expect.poll(() => fieldOf(page, 'summary').inputValue()).toBe(THEIRS);
  await page.locator('#kept').getByText('Un texte non enregistré vous attend').waitFor();
  expect(await page.locator('#kept').innerText()).toContain('deux versions diffèrent');
  await page.getByRole('button', { name: 'Reprendre ce texte' }).click();
  await expect.poll(() => fieldOf(page, 'summary').inputValue()).toBe(MINE);
  expect(await fiche()).toContain(THEIRS);
  await page.context().close();
});

test('saves of one editor, one after the other, ask nothing', async () => {
  const page = await editor();
  for (const summary of [MINE, THEIRS, `${MINE} Fin.`]) {
    await save(page, summary);
    await expect.poll(fiche).toContain(summary);
  }
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.context().close();
});

test('an entry deleted meanwhile is made again only when its editor says so', async () => {
  const page = await editor();
  await rm(path());
  await save(page, MINE);
  await page.getByRole('dialog', { name: /a été supprimée pendant que vous écriviez/ }).waitFor();
  await expect(fiche()).rejects.toThrow('ENOENT');
  await choose(page, 'Recréer la fiche avec mon texte');
  await expect.poll(() => fiche().catch(() => '')).toContain(MINE);
  await page.context().close();
});

test('an entry changed meanwhile is deleted only when its editor has seen it', async () => {
  const page = await editor();
  page.on('dialog', (dialog) => void dialog.accept());
  const changed = original.replace(/^summary: .*$/m, `summary: ${THEIRS}`);
  await writeFile(path(), changed);
  await page.getByRole('button', { name: 'Supprimer' }).click();
  const dialog = page.getByRole('dialog', { name: /a changé depuis que vous l’avez ouverte/ });
  await dialog.waitFor();
  expect(await dialog.innerText()).toContain(THEIRS);
  await choose(page, 'Ne pas supprimer');
  await page.getByText('vous avez préféré la garder').waitFor();
  expect(await fiche()).toBe(changed);
  await page.getByRole('button', { name: 'Supprimer' }).click();
  await choose(page, 'Supprimer quand même');
  // Others point at it.
  await page.getByRole('dialog').getByLabel('Y mettre à la place').selectOption('metz');
  await choose(page, 'Supprimer');
  await page.waitForURL('**/#/collections/cantines');
  await expect(fiche()).rejects.toThrow('ENOENT');
  await page.context().close();
});
