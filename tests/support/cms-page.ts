/** The gestures of an editor in the CMS, without Vitest: the guide is drawn by them too. */
import type { Locator, Page } from 'playwright-core';
import { until } from './until.ts';

/** Opens the CMS of a server, logged in, on the list of the cantines. */
export async function openCms(page: Page): Promise<void> {
  await page.goto('/admin/#/');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page
    .getByRole('link', { name: /Lyon Vaise/ })
    .first()
    .waitFor();
}

/**
 * Opens a form of the local CMS, by its address after `/admin/#/collections/`, logged in or not.
 * @param site the address of its server, where the page has none of its own
 */
export async function openForm(page: Page, form: string, site = ''): Promise<void> {
  await page.goto(`${site}/admin/#/collections/${form}`);
  const login = page.getByRole('button', { name: 'Se connecter' });
  await login.or(fieldOf(page, 'title')).first().waitFor();
  if (await login.isVisible()) await login.click();
  await fieldOf(page, 'title').waitFor();
}

/** A field at the top of the form, by its name in the file. */
export const fieldOf = (page: Page, name: string): Locator => page.locator(`[id^="${name}-field-"]`).first();

/** Unfolds a section of the form, by its title. */
export async function unfold(page: Page, section: string): Promise<void> {
  await page.locator('.cms-section').getByRole('button', { name: section, expanded: false }).click();
}

/** Unfolds every section of the form. */
export async function unfoldAll(page: Page): Promise<void> {
  const folded = page.locator('.cms-section button[aria-expanded="false"]');
  for (let left = await folded.count(); left > 0; left = await folded.count()) await folded.first().click();
}

/** A field with its label and what is told of it, by the first words of its label. */
export const labelled = (page: Page, label: string): Locator =>
  page
    .locator('label[for*="-field-"]')
    .filter({ hasText: new RegExp(`^${label}`) })
    .first()
    .locator('xpath=../..');

/** Opens the list of a collection, once its entries offer their gestures. */
export async function openList(page: Page, collection: string): Promise<void> {
  await page.goto(`/admin/#/collections/${collection}`);
  await page
    .getByRole('button', { name: /^Gestes sur/ })
    .first()
    .waitFor();
}

/** What is asked over the screen. */
export const dialogOf = (page: Page): Locator => page.locator('dialog[open]');

/** What the desk says was done. */
export const deskSays = (page: Page): Locator => page.locator('#desk [role=status]');

/** The rich text of the entry. */
export const bodyOf = (page: Page): Locator => page.locator('[data-slate-editor]').last();

/** Writes another value, at once: Decap draws its form again between two keys, and loses those that come faster. */
export async function typeOver(field: Locator, value: string): Promise<void> {
  await field.fill(value);
  await until(`the field holds « ${value} »`, async () => (await field.inputValue()) === value);
}

/** Decap’s « Publier », and the first line of its menu. */
export async function publish(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Publier/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Publier maintenant' }).click();
}
