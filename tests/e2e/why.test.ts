/** The plaidoyer and the page for journalists: read by the keyboard, on paper, without scripts; copied with the source. */
import { describe, expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { builtSite, troubles } from '../support/built-site.ts';

const open = builtSite();
const PHONE = { viewport: { width: 360, height: 740 } };

describe('the plaidoyer', () => {
  test('is read from one idea to the next by the keyboard', async () => {
    await open({ viewport: { width: 1280, height: 800 } }, async (page) => {
      const found = troubles(page);
      await page.goto('/plaidoyer/');
      const ideas = page.getByRole('navigation', { name: 'L’argument, idée par idée' }).getByRole('link');
      expect(await ideas.count()).toBe(5);
      await ideas.nth(1).focus();
      await page.keyboard.press('Enter');
      const second = page.getByRole('region', { name: 'La méfiance isole' });
      await expect
        .poll(() => second.evaluate((section) => Math.round(section.getBoundingClientRect().top)))
        .toBeLessThan(60);
      await second.getByRole('link', { name: /Cuisiner ensemble/ }).focus();
      await page.keyboard.press('Enter');
      expect(new URL(page.url()).hash).toBe('#idee_3');
      expect(found).toEqual([]);
    });
  });

  test('is whole without scripts and on paper, and each idea names its source', async () => {
    await open({ ...PHONE, javaScriptEnabled: false }, async (page) => {
      await page.goto('/plaidoyer/');
      await page.emulateMedia({ media: 'print' });
      for (const name of ['Nous nous méfions trop', 'Sans confiance, pas de transition']) {
        const idea = page.getByRole('region', { name });
        expect(await idea.isVisible()).toBe(true);
        expect(await idea.getByText(/^Sources?\s:/).count()).toBe(1);
      }
      expect(await page.getByRole('link', { name: 'BibTeX' }).getAttribute('href')).toBe('/plaidoyer/references.bib');
    });
  });

  test.each(['/plaidoyer/', '/presse/', '/restauration/'])(
    '%s has no barrier, and does not overflow a phone',
    async (path) => {
      await open(PHONE, async (page) => {
        await page.goto(path);
        expect(await axeFaults(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      });
    },
  );
});

test('a journalist copies a figure with its date and its source, then a presentation', async () => {
  await open({ ...PHONE, permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await page.goto('/presse/');
    await page.getByRole('button', { name: 'Copier ce chiffre : Cantines ouvertes, janvier 2026' }).click();
    await page.getByText('Copié').first().waitFor();
    expect(await copied()).toMatch(
      /^18\u00a0cantines \(janvier 2026\), ou 17 selon EUROTODAY\. Source\u00a0: Maville, https:\/\//,
    );
    await page.getByRole('button', { name: 'Copier ce texte : Les Petites Cantines, en bref' }).click();
    await expect.poll(copied).toMatch(/^Les Petites Cantines sont des restaurants de quartier/);
  });
});

test('a drawing to take is a picture of its own', async () => {
  await open(PHONE, async (page) => {
    await page.goto('/presse/');
    const link = page.getByRole('link', { name: 'La table mise' });
    const answer = await page.request.get((await link.getAttribute('href')) ?? '');
    expect(answer.headers()['content-type']).toContain('image/svg+xml');
    expect(await answer.text()).toContain('<title>La table mise</title>');
  });
});
