/** A cantine says once what funders always ask. */
import { readFile } from 'node:fs/promises';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { builtSite, troubles } from '../support/built-site.ts';

const open = builtSite();
const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const NOW = new Date('2027-11-20T10:00:00Z');

const visit = (options: BrowserContextOptions, run: (page: Page) => Promise<void>) =>
  open(options, async (page) => {
    const found = troubles(page);
    await page.clock.setFixedTime(NOW);
    await run(page);
    expect(found).toEqual([]);
  });

const status = (page: Page) => page.locator('cantine-profile .sum [role=status]');
const told = (page: Page, words: RegExp) => status(page).filter({ hasText: words }).waitFor();
const question = (page: Page, name: string) => page.locator(`cantine-profile #${name}`);
const yes = (page: Page, name: string) => page.locator(`input[name="${name}"][value="oui"]`);
const countsIn = (text: string | null) =>
  [...(text ?? '').matchAll(/(\d+)\s(?:oui|peut-être|non)/g)].map(([, n]) => Number(n));
const kept = (page: Page) => page.evaluate(() => localStorage.getItem('profils'));

describe('from the list', () => {
  test('a doubt leads to its question; what is answered there is read everywhere', async () => {
    await visit(PHONE, async (page) => {
      await page.goto('/financements/?cantine=macon');
      const row = page.locator('.found [data-slug="exemple-repondre-ensemble"]');
      await row.getByRole('link', { name: 'Dites quel est votre effectif salarié' }).click();
      await page.waitForURL('**/financements/profil/?cantine=macon#salaries');
      await told(page, /Pour Mâcon/);
      const before = countsIn(await status(page).textContent());
      expect(await question(page, 'salaries').locator('[data-stake]').textContent()).toMatch(/peut-être en dépend/);
      const field = page.getByLabel('En équivalent temps plein');
      expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
      await field.fill('11');
      await field.press('Tab');
      await told(page, /Gardé dans ce navigateur/);
      const after = countsIn(await status(page).textContent());
      expect(after.reduce((sum, n) => sum + n, 0)).toBe(before.reduce((sum, n) => sum + n, 0));
      expect(after[2]).toBeGreaterThan(before[2] ?? Infinity);
      expect(await question(page, 'salaries').locator('[data-stake]:visible').count()).toBe(0);
      await page.getByRole('button', { name: 'Voir la liste' }).click();
      await page.waitForURL('**/financements/?cantine=macon');
      await page.locator('.refused summary').press('Enter');
      expect(await page.locator('.refused [data-slug="exemple-repondre-ensemble"] .reasons').textContent()).toMatch(
        /Vous avez 11\ssalariés, l’appel en veut au plus 10/,
      );
      await page.goto('/financements/exemple-repondre-ensemble/');
      await page.getByRole('heading', { name: /Pour Mâcon\s: non/ }).waitFor();
      await page.goto('/financements/cantine/macon/');
      await page.getByText('Ce navigateur garde un profil de cette cantine').waitFor();
    });
  });

  test('the list invites to the question that settles the most', async () => {
    await visit({}, async (page) => {
      await page.goto('/financements/?cantine=macon');
      const invitation = page.locator('.controls .profile');
      await invitation.waitFor();
      expect(await invitation.textContent()).toMatch(/^Dites .*\s: \d+\speut-être en dépendent$/);
      await invitation.click();
      await page.waitForURL(/\/financements\/profil\/\?cantine=macon#/);
    });
  });
});

test('nothing that is answered leaves the browser', async () => {
  await visit({}, async (page) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
    await page.goto('/financements/profil/?cantine=macon');
    await told(page, /Pour Mâcon/);
    await page.locator('input[name="budget"]').fill('123 457');
    await yes(page, 'agrements.jep').check();
    await told(page, /Gardé/);
    await page.getByRole('button', { name: 'Voir la liste' }).click();
    await page.locator('.found .opportunity').first().waitFor();
    const { origin } = new URL(page.url());
    expect(asked.filter((line) => !line.startsWith(`GET ${origin}/`))).toEqual([]);
    expect(asked.filter((line) => /123.?457|jep/.test(line))).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
  });
});

describe('one’s own profile', () => {
  test('is seen again, corrected, kept as a file, forgotten and taken up again', async () => {
    await visit({ acceptDownloads: true }, async (page) => {
      await page.goto('/financements/profil/?cantine=macon');
      await told(page, /Pour Mâcon/);
      await page.locator('input[name="annee"]').fill('2021');
      await page.locator('select[name="mois"]').selectOption({ label: 'Février' });
      await yes(page, 'quartier').check();
      await told(page, /Gardé/);
      await page.reload();
      await told(page, /Pour Mâcon/);
      expect(await page.locator('input[name="annee"]').inputValue()).toBe('2021');
      expect(await yes(page, 'quartier').isChecked()).toBe(true);
      const waiting = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Télécharger ce profil' }).click();
      const file = await (await waiting).path();
      expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ foundedOn: '2021-02', district: true });
      await page.getByRole('button', { name: 'Oublier ce profil' }).click();
      await told(page, /Oublié/);
      expect(await kept(page)).toBe('{}');
      expect(await page.locator('input[name="annee"]').inputValue()).toBe('');
      await page.getByLabel('Reprendre un profil').setInputFiles(file);
      await told(page, /Gardé/);
      expect(await yes(page, 'quartier').isChecked()).toBe(true);
      await page
        .getByLabel('Reprendre un profil')
        .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from('{') });
      await told(page, /n’est pas un profil/);
      expect(await yes(page, 'quartier').isChecked()).toBe(true);
    });
  });

  test('a word where a number is asked is told, and kept out', async () => {
    await visit({}, async (page) => {
      await page.goto('/financements/profil/?cantine=macon');
      await told(page, /Pour Mâcon/);
      const field = page.locator('input[name="budget"]');
      await field.fill('beaucoup');
      await field.press('Tab');
      await page.getByText('Écrivez un nombre, sans autre mot').waitFor();
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      expect(await field.inputValue()).toBe('beaucoup');
      expect(await kept(page)).toBe('{}');
    });
  });

  test('of more than a year ago is read again before the watch relies on it', async () => {
    await visit({}, async (page) => {
      await page.addInitScript(() => {
        localStorage.setItem('profils', JSON.stringify({ macon: { budget: 120_000, asOf: '2026-01-15' } }));
      });
      await page.goto('/financements/profil/?cantine=macon');
      await told(page, /Pour Mâcon/);
      const unread = countsIn(await status(page).textContent());
      const notice = page.getByText('Ces réponses ont plus d’un an');
      await notice.waitFor();
      await page.locator('input[name="salaries"]').fill('2');
      await page.keyboard.press('Tab');
      await told(page, /Gardé/);
      expect(countsIn(await status(page).textContent())).toEqual(unread);
      expect(JSON.parse((await kept(page)) ?? '')).toMatchObject({ macon: { employees: 2, asOf: '2026-01-15' } });
      await page.getByRole('button', { name: 'Tout est relu' }).press('Enter');
      await notice.waitFor({ state: 'hidden' });
      await expect.poll(async () => countsIn(await status(page).textContent())).not.toEqual(unread);
      expect(JSON.parse((await kept(page)) ?? '')).toMatchObject({ macon: { employees: 2, asOf: '2027-11-20' } });
    });
  });

  test('of a browser that keeps nothing is in the file that the page offers', async () => {
    await visit({ acceptDownloads: true }, async (page) => {
      await page.addInitScript(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException('no', 'SecurityError');
        };
      });
      await page.goto('/financements/profil/?cantine=macon');
      await page.locator('cantine-profile form').waitFor();
      await page.locator('input[name="budget"]').fill('120 000');
      await page.keyboard.press('Tab');
      await told(page, /Ce navigateur ne garde rien/);
      const waiting = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Télécharger ce profil' }).click();
      expect(JSON.parse(await readFile(await (await waiting).path(), 'utf8'))).toMatchObject({ budget: 120_000 });
    });
  });

  test('of a team without an entry here: where it is, and the list for it', async () => {
    await visit(PHONE, async (page) => {
      await page.goto('/financements/profil/');
      await page.locator('select[name="cantine"]').selectOption('mon-projet');
      await page.getByRole('combobox', { name: 'Où est le projet' }).fill('Chalon-sur-Saône');
      await page
        .getByRole('option', { name: /Chalon-sur-Saône/ })
        .first()
        .click();
      await told(page, /Pour Mon projet/);
      const [before] = countsIn(await status(page).textContent());
      await page.locator('input[name="annee"]').fill('2020');
      await page.keyboard.press('Tab');
      await told(page, /Gardé/);
      expect(countsIn(await status(page).textContent())[0]).toBeGreaterThan(before ?? Infinity);
      await page.goto('/financements/');
      await page.locator('opportunity-finder .answer:not([hidden])').waitFor();
      expect(await page.locator('select[name="cantine"] option:checked').textContent()).toBe('Mon projet');
      await page.goto('/financements/exemple-cuisines-de-region/');
      await page.getByRole('heading', { name: /Pour Mon projet\s: oui/ }).waitFor();
      await page.goto('/financements/profil/');
      await told(page, /Pour Mon projet/);
      const place = page.getByRole('combobox', { name: 'Où est le projet' });
      await expect.poll(() => place.inputValue()).toMatch(/^Chalon-sur-Saône/);
      // Its name shows before the places come.
      await page.route('**/lieux/**', () => undefined);
      await page.reload();
      await told(page, /Pour Mon projet/);
      expect(await place.inputValue()).toMatch(/^Chalon-sur-Saône/);
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      // What was kept before names were is still found.
      await page.evaluate(() => {
        const { name: _, ...old } = JSON.parse(localStorage.getItem('lieu-du-projet') ?? '{}') as { name?: string };
        localStorage.setItem('lieu-du-projet', JSON.stringify(old));
      });
      await page.reload();
      await expect.poll(() => place.inputValue()).toMatch(/^Chalon-sur-Saône/);
    });
  });
});

test.each([
  ['light', 'a phone', PHONE],
  ['dark', 'a wide screen', { viewport: { width: 1280, height: 900 } }],
] as const)('axe finds no fault, %s, on %s', async (colorScheme, _, options) => {
  await visit({ ...options, colorScheme }, async (page) => {
    await page.goto('/financements/profil/?cantine=macon');
    await told(page, /Pour Mâcon/);
    expect(await axeFaults(page)).toEqual([]);
  });
});
