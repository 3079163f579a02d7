/** What visitors do on the built site. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { builtSite, troubles } from '../support/built-site.ts';
import { readPages } from '../support/dist.ts';

const open = builtSite();

/** A visit without a word of trouble in the console. */
const visit = (options: BrowserContextOptions, run: (page: Page) => Promise<void>) =>
  open(options, async (page) => {
    const found = troubles(page);
    await run(page);
    expect(found).toEqual([]);
  });

const header = (page: Page) => page.locator('.site-header');
const results = (page: Page) => page.locator('[data-results] a');

/** The titles of the first results, once the search has told how many there are. */
async function searchFor(page: Page, words: string): Promise<string[]> {
  await page.goto(`/recherche/?q=${encodeURIComponent(words)}`);
  await page
    .getByRole('status')
    .filter({ hasText: /résultat/ })
    .waitFor();
  return results(page).allTextContents();
}

describe('search', () => {
  test('from the header of the home page to a fiche', async () => {
    await visit({}, async (page) => {
      await page.goto('/');
      await header(page).getByRole('searchbox').fill('Vaise');
      await header(page).getByRole('searchbox').press('Enter');
      await page.waitForURL('**/recherche/?q=Vaise');
      await results(page).getByText('Lyon Vaise', { exact: true }).click();
      await page.waitForURL('**/cantines/lyon-vaise/');
      expect((await page.getByRole('heading', { level: 1 }).textContent())?.trim()).toBe('Lyon Vaise');
    });
  });

  test.each([
    ['a ligature typed as two letters, or as one', 'coeur', 'cœur'],
    ['what follows an elision, with or without it', 'habilitation', 'l’habilitation'],
    ['an elision, with either apostrophe', 'l’habilitation', "l'habilitation"],
    ['accents or none', 'equipe', 'équipe'],
    ['capitals or none', 'VAISE', 'vaise'],
  ])('finds the same pages by %s: « %s », « %s »', async (_title, a, b) => {
    await visit({}, async (page) => {
      const found = await searchFor(page, a);
      expect(found).not.toEqual([]);
      expect((await searchFor(page, b)).toSorted()).toEqual(found.toSorted());
    });
  });

  test('finds a cantine by its postcode', async () => {
    await visit({}, async (page) => {
      expect(await searchFor(page, '69009')).toContain('Lyon Vaise');
    });
  });

  test('leads a postcode to the finder, near its place', async () => {
    await visit({}, async (page) => {
      await page.goto('/recherche/?q=69600');
      await page.getByRole('status').filter({ hasText: 'une réponse' }).waitFor();
      await results(page).first().click();
      await page.waitForURL('**/cantines/?lieu=*');
    });
  });

  test('offers the places of one name', async () => {
    await visit({}, async (page) => {
      expect((await searchFor(page, 'Saint-Denis'))[0]).toBe('Les cantines près de Saint-Denis');
      await results(page).getByText('Saint-Denis (93)').click();
      await page.waitForURL('**/cantines/?lieu=saint-denis-93066');
    });
  });

  test('reads a slip of the finger, and says so', async () => {
    await visit({}, async (page) => {
      expect((await searchFor(page, 'finacement'))[0]).toBe('Financements');
      expect(await page.getByText('Vouliez-vous dire').isVisible()).toBe(true);
      await page.getByRole('link', { name: 'financement', exact: true }).click();
      await page.waitForURL('**/recherche/?q=financement');
      await results(page).first().waitFor();
      expect(await page.getByText('Vouliez-vous dire').isVisible()).toBe(false);
    });
  });

  test('does not find a fiche by what it does not know', async () => {
    await visit({}, async (page) => {
      for (const words of ['fauteuil', 'téléphone', 'contact']) {
        const found = await searchFor(page, words);
        const excerpts = await page.locator('[data-excerpt]').allTextContents();
        expect(excerpts.filter((text) => /non renseigné|pas encore connu|horaires à demander/i.test(text))).toEqual([]);
        expect(found.filter((title) => title === 'Oullins')).toEqual([]);
      }
    });
  });

  test('while typing, within a kind, and back again', async () => {
    await visit({}, async (page) => {
      await page.goto('/recherche/');
      await page.getByLabel('Que cherchez-vous').fill('lyon');
      await results(page).first().waitFor();
      await page.getByRole('radio', { name: /Cantines/ }).check({ force: true });
      await page.waitForURL(/q=lyon&genre=Cantines/);
      await page.getByRole('status').filter({ hasText: 'Cantines' }).waitFor();
      for (const href of await results(page).evaluateAll((links) => links.map((link) => link.getAttribute('href')))) {
        expect(href).toMatch(/^\/cantines\//);
      }
      await results(page).getByText('Lyon Vaise', { exact: true }).click();
      await page.waitForURL('**/cantines/lyon-vaise/');
      await page.goBack();
      await results(page).first().waitFor();
      expect(await page.getByLabel('Que cherchez-vous').inputValue()).toBe('lyon');
    });
  });

  test('without an answer, it says where to go', async () => {
    await visit({}, async (page) => {
      expect(await searchFor(page, 'xylophage')).toEqual([]);
      expect(await page.getByText('Aucun résultat').isVisible()).toBe(true);
      expect(await page.locator('[data-nothing] a').count()).toBeGreaterThanOrEqual(3);
    });
  });
});

describe('without JavaScript', () => {
  test('the search says where to look', async () => {
    await visit({ javaScriptEnabled: false }, async (page) => {
      await page.goto('/recherche/?q=Vaise');
      // Playwright reads no text in a noscript element: it is found by its place.
      const told = page.locator('site-search noscript p');
      expect(await told.isVisible()).toBe(true);
      expect(
        await page.getByRole('searchbox').filter({ visible: true }).count(),
        'only the header asks',
      ).toBeLessThanOrEqual(1);
      expect(await told.getByRole('link').count()).toBeGreaterThanOrEqual(3);
    });
  });

  const paths = readPages().map(({ path }) => path);
  test.each([
    ['/cantines/', /^\/cantines\/[^/]+\/$/],
    ['/financements/', /^\/financements\/(?!suivi\/|cantine\/)[^/]+\/$/],
    ['/plaidoyer/', /^\/plaidoyer\/[^/]+\/$/],
    ['/sessions/', /^\/sessions\/[^/]+\/$/],
    ['/espace-cantines/', /^\/guides\/[^/]+\/$/],
  ])('%s lists every one of its pages', async (list, entries) => {
    await visit({ javaScriptEnabled: false }, async (page) => {
      await page.goto(list);
      const links = page.locator('main a:visible');
      const listed = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href')));
      const expected = paths.filter((path) => entries.test(path));
      expect(expected.filter((path) => !listed.includes(path))).toEqual([]);
      expect(expected.length).toBeGreaterThan(0);
    });
  });
});

describe('by keyboard alone', () => {
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent.trim() ?? '');

  test('the first key leads past the header', async () => {
    await visit({}, async (page) => {
      await page.goto('/cantines/');
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('Aller au contenu');
      const box = await page.getByText('Aller au contenu').boundingBox();
      expect(box?.width, 'the skip link shows when it has the focus').toBeGreaterThan(50);
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('contenu');
    });
  });

  test('on a phone, the menu opens, and leads to a page', async () => {
    await visit({ viewport: { width: 360, height: 740 } }, async (page) => {
      await page.goto('/');
      const entry = header(page).locator('nav a').first();
      const [name = '', href] = [(await entry.textContent())?.trim(), await entry.getAttribute('href')];
      expect(await entry.isVisible()).toBe(false);
      await tabTo(page, 'Menu');
      await page.keyboard.press('Enter');
      await entry.waitFor();
      await tabTo(page, name);
      await page.keyboard.press('Enter');
      await page.waitForURL(`**${href}`);
    });
  });

  test('the search of the header, to the first result', async () => {
    await visit({}, async (page) => {
      await page.goto('/');
      await page.keyboard.press('Tab');
      for (let key = 0; key < 20; key += 1) {
        if (await page.evaluate(() => document.activeElement?.getAttribute('name') === 'q')) break;
        await page.keyboard.press('Tab');
      }
      await page.keyboard.type('Vaise');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/recherche/?q=Vaise');
      await results(page).first().waitFor();
      await tabTo(page, 'Lyon Vaise');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/cantines/lyon-vaise/');
    });
  });

  test('what has the focus shows it', async () => {
    await visit({}, async (page) => {
      await page.goto('/recherche/');
      const unseen: string[] = [];
      for (let key = 0; key < 25; key += 1) {
        await page.keyboard.press('Tab');
        const fault = await page.evaluate(() => {
          const element = document.activeElement;
          if (!element || element === document.body) return undefined;
          // A hidden radio shows its focus on its label, a field on its form.
          const shown = [element, element.closest('label'), element.closest('form')].some((each) => {
            if (!each) return false;
            const style = getComputedStyle(each);
            return style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1;
          });
          return shown ? undefined : element.outerHTML.slice(0, 90);
        });
        if (fault) unseen.push(fault);
      }
      expect(unseen).toEqual([]);
    });
  });

  /** Presses Tab until the focused element holds exactly that text. */
  async function tabTo(page: Page, text: string): Promise<void> {
    for (let key = 0; key < 60; key += 1) {
      await page.keyboard.press('Tab');
      if ((await focused(page)) === text) return;
    }
    throw new Error(`60 tabs did not reach « ${text} »`);
  }
});
