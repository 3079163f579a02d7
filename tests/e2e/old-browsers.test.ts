/** The site in the oldest browsers that it serves: whatever they lack, one reads, finds, sorts, and writes. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { builtSite, troubles } from '../support/built-site.ts';
import { makeOld } from '../support/old-browser.ts';

const open = builtSite();

const visit = (path: string, run: (page: Page) => Promise<void>, width = 360, dark = false) =>
  open({ viewport: { width, height: 740 }, bypassCSP: true, colorScheme: dark ? 'dark' : 'light' }, async (page) => {
    await makeOld(page);
    // The tiles of the detailed map come from elsewhere.
    await page.route(/^https:/, (route) => route.fulfill({ status: 204 }));
    const found = troubles(page);
    await page.goto(path);
    await run(page);
    expect(found).toEqual([]);
  });

const background = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

test.each([
  ['light', false, 'rgb(251, 246, 236)'],
  ['dark', true, 'rgb(23, 19, 15)'],
] as const)('the colours of a page in the %s', async (_theme, dark, colour) => {
  await visit('/', async (page) => expect(await background(page)).toBe(colour), 360, dark);
});

describe('the menu', () => {
  const menu = (page: Page) => page.getByRole('navigation', { name: 'Menu principal' });

  test('is laid out on a wide screen, with the search', async () => {
    await visit(
      '/',
      async (page) => {
        expect(await menu(page).isVisible()).toBe(true);
        expect(await page.locator('.site-header').getByRole('searchbox').isVisible()).toBe(true);
      },
      1280,
    );
  });

  test('opens on a phone, and Escape closes it', async () => {
    await visit('/', async (page) => {
      expect(await menu(page).isVisible()).toBe(false);
      await page.getByText('Menu', { exact: true }).click();
      expect(await menu(page).isVisible()).toBe(true);
      await menu(page).getByRole('link').first().focus();
      await page.keyboard.press('Escape');
      expect(await menu(page).isVisible()).toBe(false);
      expect(await page.evaluate(() => document.activeElement?.localName)).toBe('summary');
    });
  });
});

test('finds the nearest cantine', async () => {
  await visit('/cantines/?lieu=oullins-69149', async (page) => {
    await page.getByText('La plus proche').first().waitFor();
  });
});

test('offers the places of a name', async () => {
  await visit('/cantines/', async (page) => {
    await page.getByRole('combobox', { name: 'Votre commune' }).fill('Clamecy');
    await page.getByRole('option').filter({ hasText: 'Nièvre' }).click();
    await page.getByText('La plus proche').first().waitFor();
  });
});

test('opens the detailed map', async () => {
  await visit('/cantines/', async (page) => {
    await page.locator('[data-open]').click();
    await page.locator('.leaflet-container').waitFor();
    expect(await page.locator('.leaflet-container').evaluate((map) => getComputedStyle(map).overflow)).toBe('hidden');
  });
});

test('tells whether a cantine is open', async () => {
  await visit('/cantines/lyon-vaise/', async (page) => {
    expect((await page.locator('opening-badge').first().textContent())?.trim()).not.toBe('');
  });
});

test('answers a search', async () => {
  await visit('/recherche/?q=Vaise', async (page) => {
    await page.locator('[data-results] a').getByText('Lyon Vaise', { exact: true }).waitFor();
  });
});

test('sorts the funding by state', async () => {
  await visit('/financements/?cantine=lyon-vaise', async (page) => {
    await page.locator('.opportunities > li').first().waitFor();
  });
});

test('lays out the board', async () => {
  await visit('/financements/suivi/', async (page) => {
    await page.locator('.follow-up').waitFor();
  });
});

test.each(['/ouvrir-une-cantine/fiche-projet/', '/espace-cantines/question/'])(
  'writes in the form of %s',
  async (path) => {
    await visit(path, async (page) => {
      const field = page.locator('.form-engine :is(input[type=text], textarea)').first();
      await field.fill('Une équipe');
      expect(await field.inputValue()).toBe('Une équipe');
    });
  },
);

test.each(['/sessions/', '/espace-cantines/', '/ouvrir-une-cantine/', '/admin/jour/'])('%s stands', async (path) => {
  await visit(path, async (page) => {
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
  });
});

test('prints the answers of the guides, those that are closed too', async () => {
  await visit('/espace-cantines/', async (page) => {
    const open = page.locator('details[data-item][open]');
    const all = await page.locator('details[data-item]').count();
    await page.waitForFunction(() => customElements.get('filter-list'));
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    expect(await open.count()).toBe(all);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    expect(await open.count()).toBe(0);
  });
});

test('the form to ask the network is not said twice', async () => {
  await visit('/espace-cantines/question/', async (page) => {
    await page.locator('.form-engine').waitFor();
    expect(await page.locator('.asked').isVisible()).toBe(false);
  });
});

test('the CMS says which browsers it needs', async () => {
  await visit('/admin/#/collections/cantines', async (page) => {
    await page.getByText('La rédaction demande un navigateur plus récent').waitFor();
    expect(await page.getByText('On met la table').count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Guide de la rédaction' }).isVisible()).toBe(true);
  });
});
