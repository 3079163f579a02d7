/** The forms of the CMS, folded by subject. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { fieldOf, openCms, openForm } from '../support/cms-page.ts';
import { builtCms } from '../support/opened-cms.ts';

const cms = builtCms();
let page: Page;

beforeAll(async () => {
  page = await cms.newPage();
  page.on('dialog', (leave) => void leave.accept());
  await openCms(page);
});

/** From the list, as editors do. */
async function open(title: string): Promise<void> {
  await page.goto('/admin/#/collections/cantines');
  await page.locator('#nc-root').getByRole('link', { name: title }).first().click();
  await expect.poll(() => fieldOf(page, 'title').inputValue()).toBe(title);
}

const section = (title: string) => page.locator('.cms-section').getByRole('button', { name: title });
const said = async (title: string) => (await section(title).innerText()).replaceAll('\u00a0', ' ');
const isFolded = async (title: string) => (await section(title).getAttribute('aria-expanded')) === 'false';

test('a section says what is filled in it; unfolded by keyboard, it is so in the next entry', async () => {
  await open('Lyon Vaise');
  expect(await page.getByText('0 exceptions').isVisible()).toBe(true);
  expect(await said('Où elle est')).toMatch(/3 sur 4 : Adresse, Code INSEE de la commune, Point sur la carte/);
  expect(await fieldOf(page, 'commune').isVisible()).toBe(false);
  await section('Où elle est').press('Enter');
  expect(await fieldOf(page, 'commune').isVisible()).toBe(true);
  // The next stop of the keyboard is in it.
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('[data-section]') !== null)).toBe(true);

  await open('Metz');
  await expect.poll(() => page.locator('.cms-section').count()).toBe(6);
  expect(await isFolded('Où elle est')).toBe(false);
  await fieldOf(page, 'commune').fill('57464');
  await section('Où elle est').click();
  expect(await fieldOf(page, 'commune').isVisible()).toBe(false);
});

test('Ctrl + S publishes from anywhere in the form, and does nothing where there is nothing to', async () => {
  await open('Mâcon');
  const file = join(cms.content(), 'cantines/macon.md');
  await fieldOf(page, 'summary').fill('À deux pas de la Saône.');
  await page.keyboard.press('Control+s');
  await expect.poll(() => readFile(file, 'utf8')).toContain('summary: À deux pas de la Saône.');
  await page.getByRole('button', { name: 'Enregistré' }).waitFor();
  await page.keyboard.press('Control+s');
  expect(await page.getByRole('menuitem').count()).toBe(0);
});

test('an address that leads from one entry to another leaves nothing of the first in its form', async () => {
  await open('Annecy');
  for (const [form, title] of [
    ['cantines/entries/metz', 'Metz'],
    ['guides/entries/rediger-un-bilan', 'Rédiger un bilan'],
  ] as const) {
    await openForm(page, form);
    await expect.poll(() => fieldOf(page, 'title').inputValue()).toContain(title);
  }
});

test('a new entry shows the sections that it is not whole without', async () => {
  await openForm(page, 'opportunities/new');
  expect(await isFolded('Pour qui et où')).toBe(false);
  expect(await isFolded('Montants')).toBe(true);
  expect(await said('Montants')).toContain('Rien encore');
});
