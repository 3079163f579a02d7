/** Someone drawn to the project looks for a session, and for the promotion to come. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { nextCohort } from '#ouvrir/cohorts.ts';
import { axeFaults } from '../support/axe.ts';
import { builtSite, troubles } from '../support/built-site.ts';
import { networkEntries } from '../support/network.ts';
import { attr, readPages } from '../support/dist.ts';

const open = builtSite();
const DAY = 86_400_000;

const pages = readPages();
const listed = pages
  .filter(({ path }) => path === '/sessions/')
  .flatMap(({ elements }) => elements)
  .flatMap((element) => {
    const [slug, kind] = [attr(element, 'data-slug'), attr(element, 'data-kind')];
    const [starts, ends, closes] = ['starts', 'ends', 'closes'].map((name) => Number(attr(element, `data-${name}`)));
    return slug && kind && starts && ends && closes ? [{ path: `/sessions/${slug}/`, kind, starts, ends, closes }] : [];
  });
const examples = new Set(networkEntries('sessions').flatMap(({ id, data }) => (data.demo ? [`/sessions/${id}/`] : [])));
const [first] = listed;
if (!first) throw new Error('These tests need a session in the built site.');

const cohorts = pages
  .flatMap(({ elements }) => elements.flatMap((element) => attr(element, 'data-cohorts') ?? []))
  .map((json) => JSON.parse(json) as { until: number; words: string }[])[0];

// Ten days before the first session, and six months later.
const SOON = first.starts - 10 * DAY;
const LATER = SOON + 183 * DAY;

const visit = (now: number, options: BrowserContextOptions, run: (page: Page) => Promise<void>) =>
  open(options, async (page) => {
    const found = troubles(page);
    await page.clock.setFixedTime(now);
    await run(page);
    expect(found).toEqual([]);
  });

/** Eight more sessions, far ahead: a list that is worth filtering. */
const crowd = Array.from({ length: 8 }, (_, rank) => {
  const starts = LATER + (900 + rank) * DAY;
  return {
    path: `/sessions/foule-${rank}/`,
    kind: 'temps-collectif',
    starts,
    ends: starts + 3_600_000,
    closes: starts,
  };
});
const rowOf = ({ path, kind, starts, ends, closes }: (typeof crowd)[number]) =>
  `<li class="session" data-slug="${path.split('/')[2]}" data-day="${new Date(starts).toISOString().slice(0, 10)}"` +
  ` data-starts="${starts}" data-ends="${ends}" data-closes="${closes}" data-kind="${kind}"` +
  ` data-status="scheduled" data-attendance="online"><a href="${path}">Foule</a></li>`;

/** The list as it is built, with the crowd at its end. */
const crowded = (page: Page) =>
  page.route(/\/sessions\/(?:\?.*)?$/, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const end = html.indexOf('</ul>', html.lastIndexOf('class="session"'));
    await route.fulfill({ response, body: html.slice(0, end) + crowd.map(rowOf).join('') + html.slice(end) });
  });

const visible = (page: Page, list: string) => page.locator(`${list} li.session:visible a[href^="/sessions/"]`);
const hrefs = (page: Page, list: string) =>
  visible(page, list).evaluateAll((links) => links.map((link) => link.getAttribute('href')));
const coming = (now: number, kind?: string, rows = listed) =>
  rows.filter((each) => each.ends > now && (kind === undefined || each.kind === kind)).map(({ path }) => path);

describe.each([
  ['now', SOON],
  ['six months later', LATER],
])('the same page, %s', (_name, now) => {
  test('from the home page to the next session in one action, then to a seat', async () => {
    await visit(now, {}, async (page) => {
      await page.goto('/');
      await visible(page, 'session-list').first().click();
      // The home invites to no example.
      const [next] = coming(
        now,
        undefined,
        listed.filter(({ path }) => !examples.has(path)),
      );
      await page.waitForURL(`**${next}`);
      expect(await page.locator('session-state .seat').isVisible()).toBe(true);
    });
  });

  test('by the menu: opening a cantine, then the next « ça mijote »', async () => {
    await visit(now, {}, async (page) => {
      await page.goto('/');
      await page.getByRole('navigation').getByRole('link', { name: 'Ouvrir une cantine' }).first().click();
      await page.waitForURL('**/ouvrir-une-cantine/');
      expect(await hrefs(page, 'session-list')).toEqual(coming(now, 'ca-mijote').slice(0, 1));
    });
  });

  test('lists what comes, and puts the past apart', async () => {
    await visit(now, {}, async (page) => {
      await page.goto('/sessions/');
      expect(await hrefs(page, '.coming')).toEqual(coming(now));
      const past = await page
        .locator('.past li a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      expect(past).toEqual(
        listed
          .filter(({ ends }) => ends <= now)
          .map(({ path }) => path)
          .toReversed(),
      );
      expect(await page.locator('.past').isVisible()).toBe(past.length > 0);
    });
  });

  test('tells the promotion that a team may join, and opens its parcours', async () => {
    await visit(now, {}, async (page) => {
      await page.goto('/ouvrir-une-cantine/');
      const next = nextCohort(cohorts ?? [], now);
      const line = await page.locator('next-cohort').textContent();
      expect(line?.trim()).toBe(next ? next.words : 'Deux promotions par an\u00a0: en octobre et en mars.');
      const opened = await page
        .locator('cohort-list details[open]')
        .evaluateAll((all) => all.map((each) => Number(each.dataset['until'])));
      expect(opened).toEqual(next ? [next.until] : []);
    });
  });
});

test('fourteen months later every promotion is past, and none is opened', async () => {
  await visit(Math.max(...(cohorts ?? []).map(({ until }) => until)) + 90 * DAY, {}, async (page) => {
    await page.goto('/ouvrir-une-cantine/');
    const told = await page.locator('cohort-list summary .soft').allTextContents();
    expect(told).not.toEqual([]);
    expect(told.filter((words) => !words.startsWith('Elle a commencé'))).toEqual([]);
    expect(await page.locator('cohort-list details[open]').count()).toBe(0);
  });
});

test('the two promotions are not the same six months apart', () => {
  expect(nextCohort(cohorts ?? [], SOON)).not.toEqual(nextCohort(cohorts ?? [], LATER));
});

test.each([
  ['before', first.closes - 1, undefined],
  ['past the last day', first.closes, first.closes < first.starts ? 'Inscriptions closes' : 'En ce moment'],
  ['under way', first.starts, 'En ce moment'],
  ['over', first.ends, 'Passée'],
])('a seat, %s', async (_name, now, chip) => {
  await visit(now, {}, async (page) => {
    await page.goto(first.path);
    const state = page.locator('session-state');
    expect(await state.locator('.seat').isVisible()).toBe(chip === undefined);
    expect(await state.locator('.chip:visible').allTextContents()).toEqual(chip === undefined ? [] : [chip]);
  });
});

describe('the list', () => {
  test('of a few has nothing to filter; of eight or more, a button that opens the filters', async () => {
    await visit(SOON, {}, async (page) => {
      expect(coming(SOON).length).toBeLessThan(8);
      await page.goto('/sessions/');
      await page.locator('.sum').filter({ hasText: 'à venir' }).waitFor();
      expect(await page.locator('session-board').getByRole('button').count()).toBe(0);
      expect(await page.locator('session-board').getByRole('combobox').count()).toBe(0);
      await crowded(page);
      await page.reload();
      const filter = page.getByRole('button', { name: 'Filtrer' });
      await filter.focus();
      await page.keyboard.press('Enter');
      expect(await filter.getAttribute('aria-expanded')).toBe('true');
      expect(await page.locator('session-board').getByRole('combobox').count()).toBeGreaterThan(3);
      await page.keyboard.press('Enter');
      expect(await page.locator('session-board').getByRole('combobox').count()).toBe(0);
    });
  });

  test('filters, counts, stays in the address, comes back and is cleared', async () => {
    await visit(SOON, {}, async (page) => {
      await crowded(page);
      await page.goto('/sessions/');
      await page.getByRole('button', { name: 'Filtrer' }).click();
      await page.getByLabel('Quel rendez-vous').selectOption(first.kind);
      await page.waitForURL(`**/sessions/?type=${first.kind}`);
      const expected = coming(SOON, first.kind);
      expect(await hrefs(page, '.coming')).toEqual(expected);
      expect(await page.locator('.sum').textContent()).toMatch(new RegExp(`^${expected.length}\\s`));
      expect(await page.locator('select[name=type] option:checked').textContent()).toContain(`(${expected.length})`);
      await visible(page, '.coming').first().click();
      await page.waitForURL(/\/sessions\/[^/?]+\/$/);
      await page.goBack();
      expect(await hrefs(page, '.coming')).toEqual(expected);
      await page.getByRole('button', { name: 'Tout effacer' }).click();
      await page.waitForURL(/\/sessions\/$/);
      expect(await hrefs(page, '.coming')).toEqual(coming(SOON, undefined, [...listed, ...crowd]));
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
    });
  });

  test('invites when nothing is announced', async () => {
    await visit(Math.max(...listed.map(({ ends }) => ends)), {}, async (page) => {
      await page.goto('/sessions/');
      expect(await page.locator('session-board .empty').isVisible()).toBe(true);
      expect(await page.locator('.sum').textContent()).toBe('Aucune session à venir');
      expect(await page.locator('.past').isVisible()).toBe(true);
    });
  });

  test('a hand-made address is read for what it says', async () => {
    await visit(SOON, {}, async (page) => {
      await page.goto('/sessions/?type=%3Cscript%3E&pour=__proto__&ou=en-ligne&vue=42&mois=zz&region=x');
      expect(await page.getByLabel('En ligne ou sur place').inputValue()).toBe('en-ligne');
      expect(await page.getByLabel('Quel rendez-vous').inputValue()).toBe('');
    });
  });
});

describe('the month', () => {
  test.each([320, 1280])('says what the list says, by keyboard (%d px)', async (width) => {
    await visit(LATER, { viewport: { width, height: 740 } }, async (page) => {
      await crowded(page);
      await page.goto('/sessions/');
      await page.getByRole('button', { name: 'Mois' }).focus();
      await page.keyboard.press('Enter');
      const table = page.getByRole('table');
      await table.waitFor();
      expect(await table.getByRole('columnheader').count()).toBe(7);
      const months: string[][] = [];
      const links = async () =>
        months.push(
          await table.getByRole('link').evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? '')),
        );
      const forth = page.locator('[data-turn="1"]');
      await links();
      while (await forth.isVisible()) {
        await forth.focus();
        await page.keyboard.press('Enter');
        await links();
      }
      expect(months.flat()).toEqual(coming(LATER, undefined, [...listed, ...crowd]));
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      // The month is in the address.
      const shown = await table.locator('caption').textContent();
      await page.reload();
      expect(await table.locator('caption').textContent()).toBe(shown);
    });
  });
});

test.each([
  ['/sessions/', SOON],
  ['/sessions/', LATER],
  ['/sessions/?vue=mois', SOON],
  [first.path, SOON],
  [first.path, LATER],
  ['/ouvrir-une-cantine/', LATER],
])('axe sees no fault in %s', async (path, now) => {
  await open({}, async (page) => {
    await page.clock.setFixedTime(now);
    await page.goto(path);
    expect(await axeFaults(page)).toEqual([]);
  });
});

test('near a place: what is far is put aside, what is online stays, and the address keeps it', async () => {
  await visit(SOON, {}, async (page) => {
    await crowded(page);
    await page.goto('/sessions/');
    await page.getByRole('button', { name: 'Filtrer' }).click();
    const all = await page.locator('.coming li.session:visible').count();
    await page.getByRole('combobox', { name: /Votre commune/ }).fill('67000');
    await page.locator('place-field [role=option]').first().click();
    await page.waitForURL(/lieu=strasbourg/);
    const near = page.locator('.coming li.session:visible');
    expect(await near.count()).toBeLessThan(all);
    expect(await page.locator('.coming li.session:visible[data-attendance="online"]').count()).toBeGreaterThan(0);
    expect(await page.getByText(/à environ \d+\u00a0km/).count()).toBeGreaterThan(0);
    const shown = await near.count();
    await page.reload();
    await page.waitForFunction((count) => {
      const rows = [...document.querySelectorAll<HTMLElement>('.coming li.session')];
      return rows.filter((row) => row.offsetParent !== null).length === count;
    }, shown);
    await page.getByRole('button', { name: 'Tout effacer' }).click();
    await page.waitForURL(/\/sessions\/$/);
    expect(await near.count()).toBe(all);
  });
});

test('an address whose place has namesakes asks which, be there few sessions', async () => {
  await visit(SOON, {}, async (page) => {
    await page.goto('/sessions/?lieu=Saint-Denis');
    await page.getByText('Plusieurs lieux portent ce nom').waitFor();
    await page
      .locator('place-field')
      .getByRole('option', { name: /Seine-Saint-Denis/ })
      .first()
      .click();
    await page.waitForURL(/lieu=saint-denis-93066/);
  });
});
