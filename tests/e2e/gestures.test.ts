/** What is done every week without opening an entry: by keyboard, by a thumb, from the board. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { dayInFrance } from '#domain/days.ts';
import { axeFaults } from '../support/axe.ts';
import { dialogOf, openCms, openList, deskSays } from '../support/cms-page.ts';
import { builtCms } from '../support/opened-cms.ts';

const cms = builtCms();
let page: Page;
const pageErrors: string[] = [];

beforeAll(async () => {
  page = await cms.newPage({ viewport: { width: 360, height: 740 }, hasTouch: true });
  page.on('pageerror', (error) => pageErrors.push(error.message));
  await openCms(page);
});
beforeEach(() => openList(page, 'cantines'));
afterAll(() => page.close());

const entry = (path: string) => readFile(join(cms.content(), `${path}.md`), 'utf8');
const dialog = () => dialogOf(page);
const told = () => deskSays(page);
let pressed = 0;
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
  pressed += keys.length;
};

test('by thumb, from its card: a cantine closed for a week in four taps, and undone', async () => {
  const before = await entry('cantines/metz');
  await page.getByRole('button', { name: 'Gestes sur Metz' }).tap();
  await dialog().getByRole('button', { name: 'Fermer du… au…' }).tap();
  await dialog().getByRole('button', { name: 'La semaine prochaine' }).tap();
  await dialog().getByRole('button', { name: 'Fermer', exact: true }).tap();
  await told()
    .getByText(/Metz.*fermée du/)
    .waitFor();
  const after = await entry('cantines/metz');
  expect(after).toMatch(/kind: closed/);
  expect(await cms.refused()).toEqual([]);
  expect(await axeFaults(page, 'told', '#desk')).toEqual([]);
  await told().getByRole('button', { name: 'Défaire' }).tap();
  await told().getByText('C’est défait').waitFor();
  expect(await entry('cantines/metz')).toBe(before);
});

test('by keyboard alone, in 25 keys at most', async () => {
  pressed = 0;
  await press('Alt+KeyG');
  await dialog().getByText('Un geste, sans ouvrir la fiche').waitFor();
  await press('Tab', 'Tab', 'm', 'a', 'c', 'o', 'n', 'Enter');
  await dialog()
    .getByText(/Fermer.*Mâcon/)
    .waitFor();
  // From the first shortcut to the second; once one is pressed, the next key sends.
  await press('Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Enter', 'Enter');
  await told()
    .getByText(/Mâcon.*fermée/)
    .waitFor();
  expect(pressed).toBeLessThanOrEqual(25);
  expect(await entry('cantines/macon')).toMatch(/exceptions:\n(?: {2}.*\n)*? {2}- .*\n? *from/);
});

test('what cannot be is said where it is asked, and nothing is lost nor written', async () => {
  const before = await entry('cantines/bordeaux');
  await page.getByRole('button', { name: 'Gestes sur Bordeaux' }).press('Enter');
  await dialog().getByRole('button', { name: 'Fermer du… au…' }).press('Enter');
  await dialog().getByLabel('Fermée du').fill('2027-01-10');
  await dialog().getByLabel('Au (inclus)').fill('2027-01-02');
  await dialog().getByLabel('Raison').fill('Travaux');
  await dialog().getByRole('button', { name: 'Fermer', exact: true }).press('Enter');
  await dialog().getByRole('alert').getByText('échangez les deux dates').waitFor();
  expect(await dialog().getByLabel('Raison').inputValue()).toBe('Travaux');
  expect(await axeFaults(page, 'asked', '.cms-dialog')).toEqual([]);
  expect(await entry('cantines/bordeaux')).toBe(before);
  await press('Escape');
});

test('five entries are confirmed at once', async () => {
  await page.getByRole('button', { name: 'Gestes', exact: true }).tap();
  await dialog()
    .getByLabel(/Que faire/)
    .selectOption('Vérifié aujourd’hui');
  const boxes = dialog().getByRole('checkbox');
  for (let index = 0; index < 5; index++) await boxes.nth(index).tap();
  await dialog().getByRole('button', { name: 'Continuer' }).tap();
  await told()
    .getByText(/vérifiée/)
    .waitFor();
  const files = await readdir(join(cms.content(), 'cantines'));
  const texts = await Promise.all(files.map((file) => entry(`cantines/${file.replace('.md', '')}`)));
  const today = dayInFrance(new Date());
  expect(
    texts.filter((text) => text.includes(`verifiedOn: ${today}`) || text.includes(`verifiedOn: '${today}'`)).length,
  ).toBe(5);
});

test('a session is repeated each week, under names of its own, and the list shows them', async () => {
  await openList(page, 'sessions');
  const before = await readdir(join(cms.content(), 'sessions'));
  await page.getByRole('button', { name: /^Gestes sur.*Ça mijote, en ligne/ }).press('Enter');
  await dialog()
    .getByRole('button', { name: /Répéter chaque semaine/ })
    .press('Enter');
  await dialog().getByLabel('Jusqu’au').press('Enter');
  await told()
    .getByText(/répétée chaque semaine/)
    .waitFor();
  const after = await readdir(join(cms.content(), 'sessions'));
  expect(after.length).toBe(before.length + 4);
  expect(await cms.refused()).toEqual([]);
  await told().getByRole('button', { name: 'Défaire' }).press('Enter');
  await told().getByText('C’est défait').waitFor();
  expect(await readdir(join(cms.content(), 'sessions'))).toEqual(before);
});

test('an entry that is being written is not changed under the hands of its editor', async () => {
  await page.goto('/admin/#/collections/cantines/entries/oullins');
  const title = page.locator('[id^="title-field-"]').first();
  await title.fill('Oullins en cours');
  await press('Alt+KeyG');
  await dialog().getByRole('button', { name: 'Vérifié aujourd’hui' }).press('Enter');
  await dialog().getByText('votre texte n’est pas enregistré').waitFor();
  await dialog().getByRole('button', { name: 'Fermer' }).press('Enter');
  expect(await title.inputValue()).toBe('Oullins en cours');
  page.once('dialog', (leave) => void leave.accept());
});

test('a link of the board asks before it does anything, once', async () => {
  const before = await entry('cantines/oullins');
  const board = await cms.newPage();
  await openCms(board);
  await board.goto('/admin/#/collections/cantines/entries/oullins?geste=verifie');
  const asked = dialogOf(board);
  await asked
    .getByText(/Vérifié aujourd’hui.*Oullins/)
    .first()
    .waitFor();
  expect(await entry('cantines/oullins')).toBe(before);
  expect(new URL(board.url()).hash).not.toContain('geste');
  await asked.getByRole('button', { name: 'Vérifié aujourd’hui' }).click();
  await deskSays(board)
    .getByText(/Oullins.*vérifiée/)
    .waitFor();
  expect(await entry('cantines/oullins')).not.toBe(before);
  await board.close();
});

test('a funder that is not there yet is made without leaving the call', async () => {
  const form = await cms.newPage();
  await openCms(form);
  await form.goto('/admin/#/collections/opportunities/new');
  await form.locator('[id^="title-field-"]').first().fill('Un appel');
  await form.getByRole('button', { name: 'Créer : financeur' }).click();
  const asked = dialogOf(form);
  await asked.getByLabel('Nom', { exact: true }).fill('Fondation du Bol');
  await asked.getByLabel('Résumé').fill('Elle aide les cuisines.');
  await asked.getByLabel('Type').selectOption('fondation');
  await asked.getByLabel('Échelle').selectOption('national');
  await asked.getByLabel('Nom du territoire').fill('France');
  await asked.getByRole('button', { name: 'Créer' }).click();
  await form.getByText('Fondation du Bol').first().waitFor();
  expect(await entry('funders/fondation-du-bol')).toContain('kind: fondation');
  expect(await form.locator('[id^="title-field-"]').first().inputValue()).toBe('Un appel');
  expect(await cms.refused()).toEqual([]);
  form.once('dialog', (leave) => void leave.accept());
  await form.close();
});

test('nothing went wrong in the page', () => {
  expect(pageErrors).toEqual([]);
});
