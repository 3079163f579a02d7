import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { bodyOf, dialogOf, fieldOf, labelled, openCms, openForm, openList, typeOver } from '../../support/cms-page.ts';
import type { Take } from '../camera.ts';
import type { Walk } from '../studio.ts';

/** What is written in a form. */
export const forms: Walk = async ({ cms, editor }, take) => {
  await opportunityWithItsFunder(await editor('phone'), take);
  const page = await editor('phone');
  // What is uploaded is served by the host.
  const uploads = join(cms.content, '../public/uploads');
  await page.route('**/uploads/*', (route) => route.fulfill({ path: join(uploads, basename(route.request().url())) }));
  await storyWithItsPhoto(page, take);
  await cantine(await editor('phone'), take);
  await previewAndPublish(await editor('desk'), take);
};

async function opportunityWithItsFunder(page: Page, take: Take): Promise<void> {
  await openForm(page, 'opportunities/new');
  await typeOver(fieldOf(page, 'title'), 'Une cuisine pour le quartier');
  const create = page.getByRole('button', { name: 'Créer : financeur' });
  // Its list has come.
  await labelled(page, 'Financeur').locator('[class*="-loadingIndicator"]').waitFor({ state: 'detached' });
  await take('funder-create', labelled(page, 'Financeur'), create);
  await create.click();
  const dialog = dialogOf(page);
  await dialog.getByLabel('Nom', { exact: true }).fill('Fondation du Bol');
  await dialog.getByLabel('Résumé').fill('Elle aide les cuisines de quartier à s’équiper.');
  await dialog.getByLabel('Type').selectOption('fondation');
  await dialog.getByLabel('Échelle').selectOption('national');
  await dialog.getByLabel('Nom du territoire').fill('France');
  await take('funder-new', dialog, dialog.getByRole('button', { name: 'Créer' }));
  await page.close();
}

async function storyWithItsPhoto(page: Page, take: Take): Promise<void> {
  // By the list, which reads the photos that are there.
  await openCms(page);
  await openList(page, 'stories');
  await page.goto('/admin/#/collections/stories/new');
  await typeOver(fieldOf(page, 'title'), 'Un jeudi de décembre');
  await bodyOf(page).click();
  await page.keyboard.insertText('À midi, on pousse les tables.');
  const text = labelled(page, 'Texte');
  const add = text.locator('button[title="Ajouter"]');
  await add.click();
  const image = page.getByRole('menuitem', { name: 'Image' });
  await take('photo-insert', [image, text.locator('button[title="Gras"]'), bodyOf(page)]);
  await image.click();
  await page
    .getByRole('button', { name: /Choisir une image/ })
    .last()
    .click();
  const photo = page.getByText('exemple-table.jpg').first();
  await photo.click();
  const choose = page.getByRole('button', { name: 'Choisir', exact: true });
  await take('photo-library', [page.getByText('Images', { exact: true }), choose, photo], choose);
  await choose.click();
  const told = fieldOf(page, 'alt');
  await typeOver(told, 'Une longue table dressée, avant l’arrivée des convives.');
  const block = told.locator('xpath=ancestor::div[.//label[starts-with(@for, "image-field-")]][1]');
  await take('photo-told', block, told);
  await page.close();
}

async function cantine(page: Page, take: Take): Promise<void> {
  await openForm(page, 'cantines/entries/metz');
  const section = (title: string) => page.locator('.cms-section').getByRole('button', { name: title });
  await take('sections', [section('Où elle est'), section('L’accueil à table')], section('Où elle est'));
  await section('Où elle est').click();
  const finder = page.getByRole('combobox', { name: /^Chercher une commune/ });
  await finder.focus();
  await page.keyboard.type('metz');
  const found = page.getByRole('option').first();
  await found.waitFor();
  await take('commune', [page.getByText(/^Chercher une commune/), page.getByRole('option').nth(2)]);
  await page.keyboard.press('Escape');
  await page.locator('[id^="openingHours-field-"] button').first().click();
  const day = (name: string) => page.getByRole('group', { name, exact: true });
  await take('week', day('Mardi'));
  await page.close();
}

async function previewAndPublish(page: Page, take: Take): Promise<void> {
  await openForm(page, 'cantines/entries/annecy');
  await typeOver(fieldOf(page, 'summary'), 'Au bord du lac, on cuisine à dix et l’on mange à trente.');
  const shown = page.frameLocator('.cms-preview iframe[data-front]');
  await shown.getByText('on cuisine à dix').first().waitFor();
  await take('preview', [labelled(page, 'Nom de la cantine'), fieldOf(page, 'summary'), page.locator('.cms-preview')]);
  const menu = page.getByRole('button', { name: /^Publier/ }).first();
  await menu.click();
  const now = page.getByRole('menuitem', { name: 'Publier maintenant' });
  await take('publish', [menu, page.getByRole('menuitem').last(), now]);
  await page.close();
}
