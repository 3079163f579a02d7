/** A cantine looks for money. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { builtSite, troubles } from '../support/built-site.ts';
import { networkFiles } from '../support/network.ts';

const open = builtSite();

/** How many opportunities the frozen network has. */
const ALL = networkFiles('opportunities').length;

/** Three invented opportunities fit Mâcon and close before January; a fourth is for Bruz only. */
const AUTUMN = new Date('2027-11-20T10:00:00Z');
const WINTER = new Date('2028-02-20T10:00:00Z');
const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

const WIDE: BrowserContextOptions = { viewport: { width: 1280, height: 900 } };

const visit = (options: BrowserContextOptions, now: Date, run: (page: Page) => Promise<void>) =>
  open(options, async (page) => {
    const found = troubles(page);
    await page.clock.setFixedTime(now);
    await run(page);
    expect(found).toEqual([]);
  });

const sum = (page: Page) => page.locator('opportunity-finder .sum');
const titles = (page: Page) => page.locator('opportunity-finder .found .opportunity :is(h2, h3) a').allTextContents();
const answered = (page: Page) => page.locator('opportunity-finder .answer:not([hidden])').waitFor();
const select = (page: Page, name: string) => page.locator(`select[name="${name}"]`);

const BEFORE_JANUARY = ['Tables ouvertes', 'Cuisines de région', 'Répondre ensemble'];

test('on a phone, from home to the three opportunities that fit a cantine before January, then three months later', async () => {
  await visit({ ...PHONE, acceptDownloads: true }, AUTUMN, async (page) => {
    await page.goto('/');
    // One: the menu. Two: the watch. Three: the cantine. Four: before January. Five and six: into the calendar.
    await page.locator('.site-header summary').click();
    await page.locator('.site-header').getByRole('link', { name: 'Financements' }).click();
    await page.waitForURL('**/financements/');
    await answered(page);
    await select(page, 'cantine').selectOption('macon');
    await select(page, 'echeance').selectOption('fin-d-annee');
    expect(await titles(page)).toEqual(BEFORE_JANUARY);
    expect(await sum(page).textContent()).toBe(
      `3 sur ${ALL} — 2 oui, 1 à vérifier. 3\u00a0clôturent dans les 30 jours.`,
    );
    await page.getByText('Garder la liste').click();
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Ajouter à mon agenda' }).click();
    const calendar = await (await waiting).createReadStream();
    const text = (await calendar.toArray()).join('');
    expect([...text.matchAll(/DTSTART;VALUE=DATE:(\d+)/g)].map(([, day]) => day).toSorted()).toEqual([
      '20271208',
      '20271215',
      '20271217',
    ]);
    // Three months later, on the same page.
    await page.clock.setFixedTime(WINTER);
    await page.reload();
    await answered(page);
    // No date is announced any longer: what is left is what usually closes before January.
    expect(await titles(page)).toEqual([
      'Tables ouvertes',
      'Prix eiG',
      'Prix de l’économie sociale et solidaire — Bourgogne-Franche-Comté',
    ]);
    expect(await page.locator('.found h2').allTextContents()).toEqual(['Reviennent d’habitude 1', 'À reconfirmer 2']);
    await select(page, 'echeance').selectOption('');
    const chip = page.locator('.found [data-slug="exemple-tables-ouvertes"] deadline-chip');
    expect(await chip.textContent()).toBe('Clos, revient d’habitude en octobre');
  });
});

describe('the list', () => {
  test('says why, counts, stays in the address, comes back and is cleared', async () => {
    await visit({}, AUTUMN, async (page) => {
      await page.goto('/financements/');
      await answered(page);
      await select(page, 'cantine').selectOption('macon');
      await page.waitForURL('**/financements/?cantine=macon');
      const opportunity = page.locator('.found [data-slug="exemple-repondre-ensemble"]');
      expect(await opportunity.locator('.reasons li').first().textContent()).toMatch(
        /^\?à vérifier\s: Effectif salarié/,
      );
      await page.locator('.refused summary').press('Enter');
      const other = page.locator('.refused [data-slug="exemple-une-ville"]');
      expect(await other.locator('.reasons li').first().textContent()).toMatch(/^✗non\s: Seulement pour/);
      await select(page, 'type').selectOption('prix');
      const left = await titles(page);
      expect(await select(page, 'type').locator('option:checked').textContent()).toBe(`Prix (${left.length})`);
      await page.locator('.found .opportunity a').first().click();
      await page.waitForURL(/\/financements\/[^/?]+\/$/);
      await page.goBack();
      await answered(page);
      expect(await titles(page)).toEqual(left);
      await page.getByRole('button', { name: 'Tout effacer' }).click();
      expect(await sum(page).textContent()).toContain(`${ALL} sur ${ALL}.`);
      expect(new URL(page.url()).search).toBe('');
    });
  });

  test('remembers the cantine, and so do the opportunities', async () => {
    await visit({}, AUTUMN, async (page) => {
      await page.goto('/financements/?cantine=macon');
      await answered(page);
      await select(page, 'cantine').selectOption('bruz');
      await page.goto('/financements/');
      await answered(page);
      expect(await select(page, 'cantine').inputValue()).toBe('bruz');
      await page.goto('/financements/exemple-une-ville/');
      await page.getByRole('heading', { name: /Pour Bruz\s: oui/ }).waitFor();
      await page.goto('/financements/exemple-cuisines-de-region/');
      await page.getByRole('heading', { name: /Pour Bruz\s: non/ }).waitFor();
    });
  });

  test('asks for a place, and what contains it', async () => {
    await visit({}, AUTUMN, async (page) => {
      await page.goto('/financements/');
      await answered(page);
      await page.getByText('Ou le lieu d’un projet').click();
      await page.getByRole('combobox', { name: /territoire/ }).fill('Chalon-sur-Saône');
      await page
        .getByRole('option', { name: /Chalon-sur-Saône/ })
        .first()
        .click();
      await page.waitForURL('**/financements/?lieu=*');
      await sum(page).filter({ hasText: 'oui' }).waitFor();
      expect(await titles(page)).toContain('Cuisines de région');
      expect(await titles(page)).not.toContain('Bourse d’une ville');
      await select(page, 'pour').selectOption('cantine-en-montage');
      expect(await titles(page)).not.toContain('Tables ouvertes');
    });
  });

  test('an address that makes no sense shows the whole list', async () => {
    await visit({}, AUTUMN, async (page) => {
      await page.goto('/financements/?cantine=atlantide&type=magie&montant=-1&tri=toString');
      await answered(page);
      expect(await sum(page).textContent()).toContain(`${ALL} sur ${ALL}.`);
    });
  });

  test('without the watch, it says so, keeps the list and tries again', async () => {
    await open({}, async (page) => {
      await page.route('**/veille.json', (route) => route.abort());
      await page.goto('/financements/');
      await page.getByText('La veille n’arrive pas jusqu’ici').waitFor();
      expect(await page.locator('.all .opportunity:visible').count()).toBe(ALL);
      await page.unroute('**/veille.json');
      await page.getByRole('button', { name: 'réessayez' }).click();
      await answered(page);
    });
  });

  test('is complete without JavaScript', async () => {
    await open({ javaScriptEnabled: false }, async (page) => {
      await page.goto('/financements/');
      expect(await page.locator('.opportunity:visible').count()).toBe(ALL);
      expect(await page.locator('.controls:visible').count()).toBe(0);
    });
  });

  test('what is shown, as a table that a French spreadsheet opens', async () => {
    await visit({ acceptDownloads: true }, AUTUMN, async (page) => {
      await page.goto('/financements/?cantine=macon&echeance=fin-d-annee');
      await answered(page);
      await page.getByText('Garder la liste').click();
      const waiting = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Tableau (CSV)' }).click();
      const stream = await (await waiting).createReadStream();
      const text = Buffer.concat((await stream.toArray()) as Buffer[]).toString('utf8');
      expect(text.startsWith('\ufeff')).toBe(true);
      const lines = text.trim().split('\r\n');
      expect(lines).toHaveLength(4);
      expect(lines[0]?.split(';').length).toBeLessThanOrEqual(13);
      expect(lines[1]).toContain('Tables ouvertes');
    });
  });

  test('keyboard only: a cantine, a condition, an opportunity', async () => {
    await visit({}, AUTUMN, async (page) => {
      await page.goto('/financements/');
      await answered(page);
      await select(page, 'cantine').focus();
      await page.keyboard.type('Mâcon');
      await page.waitForURL('**/financements/?cantine=macon');
      for (let step = 0; step < 40; step++) {
        await page.keyboard.press('Tab');
        if (await page.evaluate(() => document.activeElement?.closest('.found') !== null)) break;
      }
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/financements\/[^/?]+\/$/);
    });
  });

  test('has no fault that axe can see with its answers open', async () => {
    await visit({ viewport: { width: 320, height: 700 } }, AUTUMN, async (page) => {
      await page.goto('/financements/?cantine=macon');
      await answered(page);
      await page.locator('.further summary').click();
      await page.locator('.refused summary').press('Enter');
      await page.locator('.refused .opportunity').first().waitFor();
      expect(await axeFaults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    });
  });
});

describe('an opportunity', () => {
  test('keeps what is gathered', async () => {
    await visit({}, AUTUMN, async (page) => {
      await page.goto('/financements/exemple-tables-ouvertes/');
      await page.getByRole('checkbox', { name: 'Budget de l’action' }).check();
      expect(await page.locator('to-gather [role=status]').textContent()).toBe('1 sur 3.');
      await page.reload();
      expect(await page.getByRole('checkbox', { name: 'Budget de l’action' }).isChecked()).toBe(true);
    });
  });

  test('offers the date that comes, then nothing once it has passed', async () => {
    const offer = (page: Page) => page.getByRole('link', { name: 'Ajouter à mon agenda' });
    await visit({}, AUTUMN, async (page) => {
      await page.goto('/financements/exemple-tables-ouvertes/');
      await offer(page).waitFor();
      await page.clock.setFixedTime(WINTER);
      await page.reload();
      await offer(page).waitFor({ state: 'hidden' });
    });
  });

  test('offers the usual month as such, and never the date of a past year', async () => {
    // The build decides what the file holds: the clock is its own.
    await visit({ acceptDownloads: true }, new Date(), async (page) => {
      await page.goto('/financements/bfc-prix-ess-2025/');
      const waiting = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Noter le mois habituel dans mon agenda' }).click();
      const text = (await (await (await waiting).createReadStream()).toArray()).join('');
      const months = [...text.matchAll(/DTSTART;VALUE=DATE:(\d{6})01/g)].map(([, month = '']) => month);
      expect(months.length).toBeGreaterThan(0);
      expect(Math.min(...months.map(Number))).toBeGreaterThanOrEqual(
        Number(new Date().toISOString().slice(0, 7).replace('-', '')),
      );
      expect(text).toContain('STATUS:TENTATIVE');
      expect(text).not.toContain('VALARM');
      // Nothing is known of its dates.
      await page.goto('/financements/cdv-metz/');
      expect(await page.getByRole('link', { name: /agenda/ }).count()).toBe(0);
    });
  });

  test('shares its address', async () => {
    await visit({ permissions: ['clipboard-read', 'clipboard-write'] }, AUTUMN, async (page) => {
      await page.goto('/financements/exemple-tables-ouvertes/');
      await page.getByRole('button', { name: 'Partager' }).click();
      await page.getByText('Lien copié').waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
        /^Tables ouvertes\nhttp.*\/financements\/exemple-tables-ouvertes\/$/,
      );
    });
  });
});

test('the watch of a cantine begins with the three to prepare now, and why', async () => {
  await visit(PHONE, AUTUMN, async (page) => {
    await page.goto('/financements/cantine/macon/');
    const calls = page.locator('.to-prepare li h3 a');
    await calls.first().waitFor();
    expect(await calls.allTextContents()).toHaveLength(3);
    expect(await calls.allTextContents()).toContain('Tables ouvertes');
    const first = page.locator('.to-prepare li .reasons').first();
    expect(await first.textContent()).toMatch(/à notre estimation|quand vous voulez/);
  });
});

describe('the three to prepare now, on the watch itself', () => {
  const shown = (page: Page) => page.locator('.to-prepare').isVisible();
  const three = (page: Page) => page.locator('.to-prepare h3 a').allTextContents();

  test('come with my cantine, change with it, and leave with it', async () => {
    await visit(PHONE, AUTUMN, async (page) => {
      await page.goto('/financements/');
      await answered(page);
      expect(await shown(page)).toBe(false);
      await page.getByLabel('Ma cantine').selectOption('macon');
      await page.locator('.to-prepare h3 a').first().waitFor();
      const ofMacon = await three(page);
      expect(ofMacon).toHaveLength(3);
      await page.goto('/financements/cantine/macon/');
      await page.locator('.to-prepare h3 a').first().waitFor();
      expect(await three(page)).toEqual(ofMacon);
      // Known: it is not asked for again.
      await page.goto('/financements/');
      await page.locator('.to-prepare h3 a').first().waitFor();
      expect(await three(page)).toEqual(ofMacon);
      await page.getByRole('button', { name: 'Tout effacer' }).click();
      await page.locator('.to-prepare').waitFor({ state: 'hidden' });
    });
  });

  test('are three actions away from home by keyboard, and no more than the tabs between', async () => {
    await visit(WIDE, AUTUMN, async (page) => {
      await page.goto('/');
      const reach = async (isThere: () => Promise<boolean>) => {
        for (let tabs = 1; tabs < 60; tabs++) {
          await page.keyboard.press('Tab');
          if (await isThere()) return tabs;
        }
        throw new Error('No tab leads there.');
      };
      const focused = (what: string) => page.locator(`${what}:focus`).count();
      await reach(async () => (await focused('.site-header a[href="/financements/"]')) > 0);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/financements/');
      await answered(page);
      await reach(async () => (await focused('select[name="cantine"]')) > 0);
      await page.keyboard.type('Mâcon');
      await page.locator('.to-prepare h3 a').first().waitFor();
      await reach(async () => (await focused('.to-prepare h3 a')) > 0);
    });
  });
});
