/** The year of a cantine that looks for money: what to prepare now, drawn, listed, in a table, printed. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { builtSite, troubles } from '../support/built-site.ts';
import { shiftsOf, sumOf } from '../support/shift.ts';

const open = builtSite();

const AUTUMN = new Date('2027-11-20T10:00:00Z');
const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const WIDE: BrowserContextOptions = { viewport: { width: 1280, height: 900 } };

const visit = (options: BrowserContextOptions, run: (page: Page) => Promise<void>) =>
  open(options, async (page) => {
    const found = troubles(page);
    await page.clock.setFixedTime(AUTUMN);
    await run(page);
    expect(found).toEqual([]);
  });

const drawn = (page: Page, name: string) => page.locator('funding-season').getByRole('heading', { name }).waitFor();
const calls = (page: Page, part: string) => page.locator(`funding-season ${part} a`).allTextContents();

test('on a phone, from home to what a cantine prepares now, within the first screen', async () => {
  await visit(PHONE, async (page) => {
    await page.goto('/');
    // One: the menu. Two: the watch. Three: the cantine.
    await page.locator('.site-header summary').click();
    await page.locator('.site-header').getByRole('link', { name: 'Financements' }).click();
    await drawn(page, 'La saison des financements');
    await page.locator('select[name="cantine"]').selectOption('macon');
    await drawn(page, 'La saison de Mâcon');
    expect((await calls(page, '.soon')).slice(0, 3)).toEqual([
      'Cuisines de région',
      'Répondre ensemble',
      'Tables ouvertes',
    ]);
    const first = page.locator('.soon li').first();
    expect(await first.locator('.events').textContent()).toBe('à préparer maintenant');
    expect(await page.locator('.soon li').nth(1).locator('.events').textContent()).toBe(
      'à préparer maintenant\u202f; réponse collective à rejoindre avant le 25',
    );
    await page.evaluate(() => scrollTo(0, 0));
    const box = await first.boundingBox();
    expect((box?.y ?? 740) + (box?.height ?? 0)).toBeLessThanOrEqual(740);
    // The rest on demand.
    expect(await page.locator('.year-drawing').isVisible()).toBe(false);
    await page.getByText('Les douze mois', { exact: true }).click();
    await page.getByRole('radio', { name: 'Dessin' }).check({ force: true });
    expect(await page.locator('.year-drawing').isVisible()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    // A cantine that is known is not asked for again.
    await page.goto('/financements/');
    await drawn(page, 'La saison de Mâcon');
  });
});

describe('the twelve months', () => {
  test('are the same in each view, and each is found by keyboard', async () => {
    await visit(WIDE, async (page) => {
      await page.goto('/financements/?cantine=macon');
      await drawn(page, 'La saison de Mâcon');
      const shown = await calls(page, '.year-drawing');
      expect(shown.slice(0, 3)).toEqual(['Cuisines de région', 'Répondre ensemble', 'Tables ouvertes']);
      expect(await page.getByRole('img', { name: /^Du|^Jusqu’au 8\sdécembre 2027/ }).count()).toBeGreaterThan(0);
      await page.getByRole('radio', { name: 'Dessin' }).focus();
      await page.keyboard.press('ArrowRight');
      expect(await page.locator('.year-drawing').isVisible()).toBe(false);
      expect(await calls(page, 'tbody')).toEqual(shown);
      await page.getByRole('radio', { name: 'Tableau' }).focus();
      await page.keyboard.press('ArrowRight');
      expect(new Set(await calls(page, '[data-view="liste"]'))).toEqual(new Set(shown));
    });
  });

  test('show the rest when asked, once for each view', async () => {
    await visit(WIDE, async (page) => {
      await page.goto('/financements/');
      await drawn(page, 'La saison des financements');
      const rows = page.locator('.year-drawing li');
      expect(await rows.filter({ visible: true }).count()).toBe(8);
      await page.getByRole('button', { name: /Voir .* autres? appels?/ }).click();
      expect(await rows.filter({ visible: true }).count()).toBe(await rows.count());
      expect(
        await rows
          .nth(8)
          .locator('a')
          .evaluate((link) => link === document.activeElement),
      ).toBe(true);
      await page.getByRole('radio', { name: 'Tableau' }).check({ force: true });
      expect(await page.locator('funding-season tbody tr').filter({ visible: true }).count()).toBe(await rows.count());
      expect(await page.locator('.rest').isVisible()).toBe(false);
    });
  });

  test('are seen in the view that the address says, which outlives a question and a way back', async () => {
    await visit(PHONE, async (page) => {
      await page.goto('/financements/?vue=tableau');
      await drawn(page, 'La saison des financements');
      await page.locator('select[name="cantine"]').selectOption('macon');
      await drawn(page, 'La saison de Mâcon');
      expect(await page.locator('funding-season table').isVisible()).toBe(true);
      expect(await page.getByRole('radio', { name: 'Tableau' }).isChecked()).toBe(true);
      await page.getByRole('radio', { name: 'Dessin' }).check({ force: true });
      expect(new URL(page.url()).search).toBe('?cantine=macon&vue=dessin');
      await page.locator('select[name="echeance"]').selectOption('permanent');
      expect(new URL(page.url()).search).toBe('?cantine=macon&echeance=permanent&vue=dessin');
      await page.locator('.year-drawing a').first().click();
      await page.waitForURL('**/financements/*/');
      await page.goBack();
      await drawn(page, 'La saison de Mâcon');
      expect(await page.locator('.year-drawing').isVisible()).toBe(true);
      // A view is no question: the cantine that this browser knows is found again.
      await page.goto('/financements/?vue=tableau');
      await drawn(page, 'La saison de Mâcon');
      expect(await page.locator('funding-season table').isVisible()).toBe(true);
      await page.goto('/financements/cantine/macon/?vue=liste');
      await drawn(page, 'La saison de Mâcon');
      expect(await page.locator('[data-view="liste"]').isVisible()).toBe(true);
    });
  });

  test('say that nothing is known, when nothing is', async () => {
    await visit(WIDE, async (page) => {
      await page.route('**/veille.json', (route) => route.fulfill({ json: [] }));
      await page.goto('/financements/?cantine=macon');
      await drawn(page, 'La saison de Mâcon');
      await page.getByText('Aucune date ni habitude connue pour les douze mois.').waitFor();
      await page.locator('.answer:not([hidden])').waitFor();
    });
  });

  test('tell what is old after what lives, with its date', async () => {
    await visit(WIDE, async (page) => {
      await page.goto('/financements/');
      await drawn(page, 'La saison des financements');
      const rows = await page.locator('.year-drawing li').all();
      const kinds = await Promise.all(rows.map((row) => row.getAttribute('class')));
      const old = kinds.indexOf('stale');
      expect(old).toBeGreaterThan(0);
      expect(new Set(kinds.slice(old))).toEqual(new Set(['stale']));
      const said = page.locator('.year-drawing li.stale svg').first();
      expect(await said.getAttribute('aria-label')).toMatch(/à reconfirmer \(vu en 20\d\d\)/);
    });
  });

  test('are printed on one page in landscape', async () => {
    await visit(WIDE, async (page) => {
      await page.addInitScript(() => Object.assign(window, { print: () => undefined }));
      await page.goto('/financements/');
      await drawn(page, 'La saison des financements');
      await page.getByRole('button', { name: 'Imprimer la saison' }).click();
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      expect(pdf.match(/\/Type \/Page$/gm)).toHaveLength(1);
      const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
      expect(Number(width)).toBeGreaterThan(Number(height));
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
      expect(await page.locator('.season-sheet').count()).toBe(0);
    });
  });

  test.each(['liste', 'dessin', 'tableau'])('have no fault that axe can see: %s', async (view) => {
    await visit({ viewport: { width: 320, height: 700 } }, async (page) => {
      await page.goto('/financements/?cantine=macon');
      await drawn(page, 'La saison de Mâcon');
      await page.getByText('Les douze mois', { exact: true }).click();
      await page.locator(`input[value="${view}"]`).check({ force: true });
      expect(await axeFaults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    });
  });

  test('are those of a cantine on its own page', async () => {
    await visit(WIDE, async (page) => {
      await page.goto('/financements/cantine/macon/');
      await drawn(page, 'La saison de Mâcon');
      expect((await calls(page, '.year-drawing'))[0]).toBe('Cuisines de région');
      expect(await page.getByRole('link', { name: 'Agenda (.ics)' }).getAttribute('href')).toBe(
        '/financements/cantine/macon.ics',
      );
    });
  });

  test('without JavaScript, are the year of the calendar', async () => {
    await open({ javaScriptEnabled: false }, async (page) => {
      await page.goto('/financements/');
      await page.getByText('L’année, mois par mois').click();
      const december = page.locator('.calendar-year tbody', { hasText: 'Décembre' });
      expect(await december.textContent()).toMatch(/Tables ouvertes[^.]*clôture lue\s: 8\sdécembre 2027/);
    });
  });

  test('without the watch, leave the year of the calendar in its place', async () => {
    await open({}, async (page) => {
      await page.route('**/veille.json', (route) => route.abort());
      await page.goto('/financements/');
      await page.getByText('La veille n’arrive pas jusqu’ici').waitFor();
      expect(await page.getByText('L’année, mois par mois').isVisible()).toBe(true);
    });
  });
});

describe('the page of a call', () => {
  test('says the next round, what to begin, and each step', async () => {
    await visit(WIDE, async (page) => {
      await page.goto('/financements/exemple-repondre-ensemble/');
      const next = page.locator('next-round');
      await next.getByText('Campagne en cours').waitFor();
      expect(await next.locator('.next').textContent()).toBe(
        'Campagne en cours\u00a0: jusqu’au 17\u00a0décembre 2027. À préparer maintenant.',
      );
      await next.getByText('S’y préparer').click();
      expect(await next.locator('li').allTextContents()).toEqual([
        'Maintenant\u00a0: commencer le dossier',
        'Maintenant\u00a0: commencer à réunir les 2\u00a0pièces',
        '25\u00a0novembre 2027\u00a0: dernier jour pour rejoindre la réponse collective',
        '5\u00a0décembre 2027\u00a0: conseil d’administration\u00a0: faire voter la demande, si vos statuts le veulent',
        '15\u00a0décembre 2027\u00a0: déposer',
      ]);
    });
  });

  test('tells the date of what was read, and that it is to be confirmed again', async () => {
    await visit(WIDE, async (page) => {
      await page.goto('/financements/fdva2-rhone/');
      await page.getByText('D’après la campagne de 2024, à reconfirmer.').waitFor();
    });
    await open({ javaScriptEnabled: false }, async (page) => {
      await page.goto('/financements/fdva2-rhone/');
      expect(await page.getByText('D’après la campagne de 2024.').isVisible()).toBe(true);
    });
  });

  test.each(['/financements/fdva2-rhone/', '/financements/cantine/macon/'])(
    '%s holds still',
    { retry: 2 },
    async (path) => {
      await open(PHONE, async (page) => {
        const shifts = await shiftsOf(page, path);
        expect(sumOf(shifts), JSON.stringify(shifts)).toBeLessThan(0.05);
      });
    },
  );
});
