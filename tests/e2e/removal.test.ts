/** Deleting what others point at: told, replaced, and led on; and what cannot go out of sight. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { dialogOf, openCms, openForm, publish, deskSays, unfold } from '../support/cms-page.ts';
import { builtCms } from '../support/opened-cms.ts';

const cms = builtCms();
let page: Page;

beforeEach(async () => {
  page = await cms.newPage();
  // Decap asks whether to delete; what follows is ours.
  page.on('dialog', (question) => void question.accept());
  await openCms(page);
  return () => page.close();
});

const entry = (path: string) => readFile(join(cms.content(), `${path}.md`), 'utf8');
const dialog = () => dialogOf(page);
const isThere = (path: string) =>
  stat(join(cms.content(), `${path}.md`)).then(
    () => true,
    () => false,
  );
const remove = async (form: string) => {
  await openForm(page, form);
  await page.getByRole('button', { name: 'Supprimer' }).click();
};

test('a funder that calls name stays when its editor keeps it', async () => {
  await remove('funders/entries/ville-de-paris');
  await dialog()
    .getByText(/fiches? y mèn/)
    .waitFor();
  expect(await dialog().getByRole('link').count()).toBeGreaterThan(0);
  expect(await axeFaults(page, 'removal', '.cms-dialog')).toEqual([]);
  await dialog().getByRole('button', { name: 'Garder la fiche' }).click();
  await page.getByText('vous avez préféré la garder').first().waitFor();
  expect(await isThere('funders/ville-de-paris')).toBe(true);
});

test('another takes its place everywhere, its address leads on, and the site can be published', async () => {
  await remove('funders/entries/ville-de-paris');
  await dialog().getByLabel('Y mettre à la place').selectOption('ademe');
  await dialog()
    .getByLabel(/arrivera/)
    .selectOption('/financeurs/ademe/');
  await dialog().getByRole('button', { name: 'Supprimer' }).click();
  await expect.poll(() => isThere('funders/ville-de-paris')).toBe(false);
  await expect.poll(() => entry('settings/site')).toContain('from: /financeurs/ville-de-paris/');
  expect(await entry('settings/site')).toContain('to: /financeurs/ademe/');
  expect(await cms.refused()).toEqual([]);
  // Nor can a new entry take that address.
  await openForm(page, 'funders/new');
  await page.locator('[id^="title-field-"]').first().fill('Ville de Paris');
  await publish(page);
  await page
    .getByText(/mène déjà ailleurs/)
    .first()
    .waitFor();
  expect(await isThere('funders/ville-de-paris')).toBe(false);
});

test('a second entry of the same name is not numbered without a word', async () => {
  await openForm(page, 'funders/new');
  await page.locator('[id^="title-field-"]').first().fill('Ademe');
  await publish(page);
  await page
    .getByText(/porte déjà ce nom/)
    .first()
    .waitFor();
  expect(await isThere('funders/ademe-1')).toBe(false);
});

test('what others point at cannot become a draft', async () => {
  await openForm(page, 'funders/entries/ademe');
  await unfold(page, 'Sources et publication');
  await page.locator('label[for^="draft-field-"]').locator('xpath=../..').getByRole('switch').click();
  await publish(page);
  await page
    .getByText(/fiches? y renvo/)
    .first()
    .waitFor();
  expect(await entry('funders/ademe')).not.toMatch(/^draft: true$/m);
});

test('a photo that a fiche shows stays in the library', async () => {
  await page.goto('/admin/#/collections/cantines');
  await page.getByRole('button', { name: 'Photos et fichiers' }).click();
  await page.getByText('exemple-table.jpg').first().click();
  await page.getByRole('button', { name: /Supprimer/ }).click();
  await page
    .getByText(/ce fichier sert dans/)
    .first()
    .waitFor();
  expect(await stat(join(cms.content(), '../public/uploads/exemple-table.jpg')).then(() => true)).toBe(true);
});

test('a page gets another address: those that lead there follow, and the old one leads on', async () => {
  await openForm(page, 'guides/entries/rediger-un-bilan');
  const rename = async (name: string) => {
    await dialog()
      .getByLabel(/Nouveau nom/)
      .fill(name);
    await dialog().getByRole('button', { name: 'Changer' }).click();
  };
  await page.keyboard.press('Alt+KeyG');
  await dialog().getByRole('button', { name: 'Changer l’adresse' }).click();
  await rename('Bilan & Co');
  await dialog()
    .getByRole('alert')
    .getByText(/comme.*bilan-co/)
    .waitFor();
  await rename('ecrire-un-bilan');
  await deskSays(page).getByText('/guides/ecrire-un-bilan/').waitFor();
  expect(await isThere('guides/rediger-un-bilan')).toBe(false);
  expect(await entry('settings/site')).toContain('to: /guides/ecrire-un-bilan/');
  expect(await cms.refused()).toEqual([]);
  await expect.poll(() => new URL(page.url()).hash).toContain('/guides/entries/ecrire-un-bilan');
  await page.locator('[id^="title-field-"]').first().waitFor();
});
