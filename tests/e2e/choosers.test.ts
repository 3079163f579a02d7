/** What is chosen in a form in place of a code or of a list: by keyboard alone, and written as by hand. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { fieldOf, openForm, publish } from '../support/cms-page.ts';
import { builtCms } from '../support/opened-cms.ts';

const cms = builtCms();
let page: Page;

beforeEach(async () => {
  page = await cms.newPage();
});
afterEach(() => page.close());

const read = (file: string) => readFile(join(cms.content(), file), 'utf8');

/** Saves the form, and reads the file until it is what it should be. */
async function expectSaved(file: string, text: string): Promise<void> {
  await publish(page);
  await expect.poll(() => read(file)).toBe(text);
}

/** A text with some of its lines replaced, each of which it must hold. */
const replaced = (text: string, ...changes: readonly [from: string | RegExp, to: string][]): string =>
  changes.reduce((changed, [from, to]) => {
    expect(changed).toMatch(from);
    return changed.replace(from, to);
  }, text);

const HOSTILE = '"><img src=x onerror="document.title=1">\u0000‮69009';

describe('a commune', () => {
  const finder = () => page.getByRole('combobox', { name: /^Chercher une commune/ });
  const options = () => page.getByRole('option');

  test('found by its name fills its code and what is empty', async () => {
    const file = 'cantines/villefranche-sur-saone.md';
    const whole = await read(file);
    const bare = replaced(whole, [/  postalCode: .*\n/, ''], [/commune: .*\n/, ''], [/location:\n(?:  .*\n){3}/, '']);
    await writeFile(join(cms.content(), file), bare);
    await openForm(page, 'cantines/entries/villefranche-sur-saone');
    await finder().focus();
    await page.keyboard.type('villefranche-sur-s');
    await options().first().waitFor();
    expect(await axeFaults(page, 'commune', '.cms-chooser')).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText('code postal 69400 et point').waitFor();
    await page.getByText('69264 · Villefranche-sur-Saône (69)').waitFor();
    const point = 'location:\n  latitude: 45.99\n  longitude: 4.72\n  precision: commune\n';
    // Decap writes what comes into a group after what was there.
    const address = '  addressLocality: Villefranche-sur-Saône\n  postalCode: "69400"\n';
    await expectSaved(file, replaced(whole, [/  postalCode: .*\n.*\n/, address], [/location:\n(?:  .*\n){3}/, point]));
  });

  test('asks before it changes what is written', async () => {
    const before = await read('cantines/lyon-vaise.md');
    await openForm(page, 'cantines/entries/lyon-vaise');
    await finder().focus();
    await page.keyboard.type('42000');
    await options().first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    // The postcode among several, and the name of the address; its point is kept.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Continuer' }).press('Enter');
    await page.getByText('Rempli : code 42218, code postal 42000 et commune').waitFor();
    await expectSaved(
      'cantines/lyon-vaise.md',
      replaced(
        before,
        ['postalCode: "69009"', 'postalCode: "42000"'],
        ['addressLocality: Lyon', 'addressLocality: Saint-Étienne'],
        ['commune: "69389"', 'commune: "42218"'],
      ),
    );
  });

  test('leaves the code to be written by hand, and says what it is', async () => {
    await openForm(page, 'cantines/entries/metz');
    const before = await fieldOf(page, 'commune').inputValue();
    await finder().focus();
    await page.keyboard.insertText(HOSTILE);
    await page.getByText('Aucune commune n').waitFor();
    await page.keyboard.press('Enter');
    expect(await fieldOf(page, 'commune').inputValue()).toBe(before);
    expect(await page.title()).not.toBe('1');
    await fieldOf(page, 'commune').fill('42000');
    await page.getByText('42000 est un code postal').waitFor();
    await fieldOf(page, 'commune').press('ControlOrMeta+a');
    await page.keyboard.type('00000');
    await page.getByText('· aucune commune n’a ce code').waitFor();
    await page.route('**/lieux/**', (route) => route.abort());
    await finder().fill('perpignan');
    await page.getByText('La liste n’arrive pas').waitFor();
    expect(await fieldOf(page, 'commune').isEditable()).toBe(true);
  });
});
