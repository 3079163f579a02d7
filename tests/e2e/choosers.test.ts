/** What is chosen in a form in place of a code or of a list: by keyboard alone, and written as by hand. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { fieldOf, openForm, publish, unfoldAll } from '../support/cms-page.ts';
import { builtCms } from '../support/opened-cms.ts';

const cms = builtCms();
let page: Page;

beforeEach(async () => {
  page = await cms.newPage();
});
afterEach(() => page.close());

/** A form with all its sections unfolded. */
async function open(form: string): Promise<void> {
  await openForm(page, form);
  await unfoldAll(page);
}

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

/** The name of what has the focus. */
const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label')?.replace(/\s/g, ' '));

/** A slot of a file. */
const slot = (day: string, kind: string, ...parts: readonly string[]): string =>
  [`    - day: ${day}`, ...[`kind: ${kind}`, ...parts].filter(Boolean).map((part) => `      ${part}`), ''].join('\n');

const HOSTILE = '"><img src=x onerror="document.title=1">\u0000‮69009';

describe('a commune', () => {
  const finder = () => page.getByRole('combobox', { name: /^Chercher une commune/ });
  const options = () => page.getByRole('option');

  test('found by its name fills its code and what is empty', async () => {
    const file = 'cantines/villefranche-sur-saone.md';
    const whole = await read(file);
    const bare = replaced(whole, [/  postalCode: .*\n/, ''], [/commune: .*\n/, ''], [/location:\n(?:  .*\n){3}/, '']);
    await writeFile(join(cms.content(), file), bare);
    await open('cantines/entries/villefranche-sur-saone');
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
    await open('cantines/entries/lyon-vaise');
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
    await open('cantines/entries/metz');
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

describe('the week', () => {
  const SLOTS = 'cantines/bagnolet.md';
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const openWeek = async (slug: string) => {
    await open(`cantines/entries/${slug}`);
    await page.locator('[id^="openingHours-field-"] button').first().press('Enter');
    await page.locator('.cms-week').waitFor();
  };

  test('is written in a grid, in the order of the week', async () => {
    const before = await read('cantines/aix-en-provence.md');
    await openWeek('aix-en-provence');
    await button('Ajouter un créneau : Mardi, on mange').press('Enter');
    await expect.poll(() => focused()).toBe('Mardi, on mange : début');
    await page.keyboard.type('19h30');
    await page.keyboard.press('Tab');
    await page.keyboard.type('22 h');
    await page.keyboard.press('Tab');
    await button('Jeudi, on mange : retirer ce créneau').press('Enter');
    await expect.poll(() => focused()).toBe('Ajouter un créneau : Jeudi, on mange');
    await button('Copier sur…, mardi').press('Enter');
    await page.getByRole('dialog').waitFor();
    // The first day that is offered is Monday, which has none.
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await axeFaults(page, 'week', '.cms-week')).toEqual([]);
    const evening = (day: string) => slot(day, 'meal', '', 'opens: 19:30', 'closes: 22:00');
    const cook = (day: string) => slot(day, 'cook', 'service: lunch', 'opens: 09:00');
    const lunch = (day: string) => slot(day, 'meal', 'service: lunch');
    const tuesday = cook('tuesday') + lunch('tuesday');
    const monday = cook('monday') + lunch('monday') + evening('monday');
    await expectSaved(
      'cantines/aix-en-provence.md',
      replaced(before, [tuesday, monday + tuesday + evening('tuesday')], [lunch('thursday'), '']),
    );
  });

  test('has a row for what takes place on unknown days', async () => {
    const before = await read('cantines/oullins.md');
    await openWeek('oullins');
    await button('Ajouter un créneau : Jours inconnus, on mange').press('Enter');
    await expect.poll(() => focused()).toBe('Jours inconnus, on mange : début');
    await page.keyboard.type('12h30');
    await page.keyboard.press('Tab');
    await page.getByRole('group', { name: 'Jours inconnus', exact: true }).waitFor();
    const cooking = '    - kind: cook\n      opens: 09:30\n';
    await expectSaved(
      'cantines/oullins.md',
      replaced(before, [cooking, `${cooking}    - kind: meal\n      opens: 12:30\n`]),
    );
  });

  test('says what is wrong in its cell, and leads there', async () => {
    const before = await read(SLOTS);
    await openWeek('bagnolet');
    await button('Ajouter un créneau : Dimanche, on cuisine').press('Enter');
    await expect.poll(() => focused()).toBe('Dimanche, on cuisine : début');
    await page.keyboard.insertText('=1+1"><b>');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await publish(page);
    const cell = page.getByRole('group', { name: 'Dimanche, on cuisine' });
    await cell.getByText('Écrivez l’heure sous la forme 09:30').waitFor();
    await expect.poll(() => focused()).toBe('Dimanche, on cuisine : début');
    expect(await read(SLOTS)).toBe(before);
    // The plain list has it too.
    await button('Créneaux, un par un').press('Enter');
    await page.getByText('Dimanche — On cuisine =1+1').waitFor();
    await page.getByLabel('Dimanche, on cuisine : début').press('ControlOrMeta+a');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect.poll(() => focused()).toBe('Dimanche, on cuisine : service');
    await page.keyboard.type('Br');
    await page.getByText('Dimanche — On cuisine').waitFor();
    const last = slot('friday', 'meal', 'service: lunch');
    await expectSaved(SLOTS, replaced(before, [last, last + slot('sunday', 'cook', 'service: brunch')]));
  });
});

describe('a territory', () => {
  const finder = () => page.getByRole('combobox', { name: /^Chercher un territoire/ });
  const find = async (text: string, option: RegExp) => {
    await finder().focus();
    await page.keyboard.type(text);
    await page.getByRole('option', { name: option }).first().waitFor();
    await page.keyboard.press('Enter');
  };
  const chip = (name: string) => page.getByRole('button', { name: `${name}, retirer` });

  test('is one more among those of its scale, and may be taken away', async () => {
    const file = 'opportunities/caf93-fpt-2026.md';
    const before = await read(file);
    await open('opportunities/entries/caf93-fpt-2026');
    await find('ain', /^Ain Département/);
    await chip('Ain (01)').waitFor();
    expect(await axeFaults(page, 'territory', '.cms-chooser')).toEqual([]);
    await find('rhone', /^Rhône Département/);
    await chip('Rhône (69)').waitFor();
    await chip('Ain (01)').press('Enter');
    await expect.poll(() => focused()).toBe('Rhône (69), retirer');
    // The list that is written by hand has followed.
    await page.getByRole('button', { name: 'Codes officiels, à la main' }).press('Enter');
    const codes = page.locator('[id^="value-field-"]');
    await expect
      .poll(() =>
        codes.evaluateAll((fields) => fields.filter((field) => /^\d+$/.test((field as HTMLInputElement).value)).length),
      )
      .toBe(2);
    await expectSaved(
      file,
      replaced(
        before,
        ['name: Seine-Saint-Denis\n', 'name: Seine-Saint-Denis et Rhône\n'],
        ['- "93"\n', '- "93"\n    - "69"\n'],
      ),
    );
  });

  test('of another scale replaces it after a yes', async () => {
    const file = 'opportunities/fdva2-rhone.md';
    const before = await read(file);
    await open('opportunities/entries/fdva2-rhone');
    await find('france', /^France entière/);
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('button', { name: 'Continuer' }).press('Enter');
    await page.getByText('« France entière » est choisi').waitFor();
    await expectSaved(
      file,
      replaced(before, [
        /  scope: departement\n  name: .*\n  codes:\n    - "69"\n/,
        '  scope: national\n  name: France entière\n',
      ]),
    );
  });

  test('without a code is written by hand', async () => {
    await open('opportunities/entries/cera');
    await finder().focus();
    await page.keyboard.insertText(HOSTILE);
    await page.getByText('Aucun territoire de ce nom').waitFor();
    await page.keyboard.press('Enter');
    expect(await page.title()).not.toBe('1');
    await page.route('**/lieux/territoires.json', (route) => route.abort());
    await page.reload();
    await open('opportunities/entries/cera');
    await finder().focus();
    await page.keyboard.type('bretagne');
    await page.getByText('La liste n’arrive pas').waitFor();
    expect(await page.locator('.cms-chips button').count()).toBeGreaterThan(0);
  });
});

describe('a nappe', () => {
  const FILE = 'cantines/metz.md';
  const radio = (group: string, name: string) =>
    page.getByRole('group', { name: group }).getByRole('radio', { name, exact: true });
  const openNappe = async () => {
    await open('cantines/entries/metz');
    await page.locator('[id^="nappe-field-"] button').first().press('Enter');
    await radio('Motif', 'Pois').waitFor();
  };
  const warning = () => page.getByText('Le motif se voit mal');

  test('is chosen by its looks, and left to the name again', async () => {
    const before = await read(FILE);
    await openNappe();
    expect(await radio('Motif', 'Comme le nom le veut').isChecked()).toBe(true);
    await radio('Couleurs', 'Comme le nom le veut').focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => radio('Couleurs', 'Tomate').isChecked()).toBe(true);
    await radio('Motif', 'Rayures').press('Space');
    expect(await warning().count()).toBe(0);
    expect(await axeFaults(page, 'nappe', '[id^="nappe-field-"] .cms-chooser')).toEqual([]);
    // In the order of the schema, whatever was chosen first.
    const cloth = 'nappe:\n  pattern: rayures\n  colour: "#c8402a"\n  ground: "#fff4e0"\n';
    await expectSaved(FILE, replaced(before, ['sources:\n', `${cloth}sources:\n`]));
    await page.reload();
    await openNappe();
    await radio('Motif', 'Comme le nom le veut').press('Space');
    await radio('Couleurs', 'Comme le nom le veut').press('Space');
    await expectSaved(FILE, before);
  });

  test('of two near colours warns, and a colour that is none is not drawn', async () => {
    await openNappe();
    await page.getByLabel('Autre couleur du motif').fill('#f0e8d8');
    await warning().waitFor();
    await page.getByRole('button', { name: 'Nappe, à la main' }).press('Enter');
    expect(await fieldOf(page, 'colour').inputValue()).toBe('#f0e8d8');
    await fieldOf(page, 'colour').press('ControlOrMeta+a');
    await page.keyboard.insertText('"/><script>document.title=1</script>');
    await expect.poll(() => warning().count()).toBe(0);
    expect(await page.title()).not.toBe('1');
    expect(await page.locator('.cms-chooser script').count()).toBe(0);
  });
});
