import type { Browser, Page } from 'playwright-core';
import { startPreview } from '#build/preview/server.ts';
import { launchBrowser } from '../support/browser.ts';
import { networkDist } from '../support/folders.ts';

/**
 * Five visits on a phone: how many actions to the answer, and how far down each page it reads. Run by
 * `npm run bench`; `node tests/bench/journeys.ts DIST…` compares built sites, of two commits for instance.
 */
const dists = process.argv.length > 2 ? process.argv.slice(2) : [networkDist];
const NOW = new Date('2026-11-22T09:00:00+01:00');
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
/** The first card of the answer, as every version of the finder writes it. */
const CARD = 'li.cantine:visible, li:has(> article):visible';

/** What one of the visits counts and reads. */
interface Visit {
  /** A tap, a choice or a word typed. */
  act: (done: () => Promise<unknown>) => Promise<void>;
  /** Where the bottom of the smallest thing that says it is, in pixels from the top of the page. */
  reads: (what: string, words: RegExp) => Promise<void>;
  says: (what: string, told: string | number | undefined) => void;
}

/** Types a place into the field of the page, and takes the first that is suggested. */
async function choose(page: Page, place: string, { act, says }: Visit): Promise<void> {
  const field = page.getByRole('combobox', { name: /commune|cherchez|lieu/i }).first();
  await act(() => field.tap());
  await act(() => field.fill(place));
  const option = page.getByRole('listbox').getByRole('option').first();
  const suggested = await option.waitFor({ timeout: 5000 }).then(
    () => true,
    () => false,
  );
  if (!suggested) {
    says('suggested', 'nothing');
    return;
  }
  await act(() => option.tap());
  await readFirst(page, says);
}

async function readFirst(page: Page, says: Visit['says']): Promise<void> {
  // What moves after a choice has come to rest.
  await page.waitForTimeout(800);
  const card = page.locator('[data-answer], .answer, main').first().locator(CARD).first();
  says('first', (await card.getByRole('heading').first().textContent())?.trim());
  says('card', await card.evaluate((element) => Math.round(element.getBoundingClientRect().bottom + scrollY)));
}

/** Opens the first card's cantine: its address is followed, for a title may lie under another of the page's things. */
async function openFirst(page: Page, { act }: Visit): Promise<void> {
  const link = page.locator('[data-answer], .answer, main').first().locator(CARD).first().locator('h3 a, h2 a').first();
  const address = await link.getAttribute('href');
  await act(() => page.goto(address ?? '/', { waitUntil: 'load' }));
  await page.waitForTimeout(300);
}

const JOURNEYS: Readonly<Record<string, (page: Page, visit: Visit) => Promise<void>>> = {
  '69600, tomorrow at noon, how much, in a wheelchair': async (page, visit) => {
    await page.goto('/cantines/');
    await choose(page, '69600', visit);
    const moment = page.getByRole('combobox', { name: 'Quand' });
    if (await moment.count()) {
      await visit.act(() => moment.tap());
      await visit.act(() => moment.selectOption({ label: 'Demain midi' }));
      await visit.reads('tomorrow', /demain midi : /i);
    } else visit.says('tomorrow', 'cannot be asked');
    await openFirst(page, visit);
    await visit.reads('how much', /prix (est )?libre/i);
    await visit.reads('wheelchair', /fauteuil/i);
  },
  Clamecy: async (page, visit) => {
    await page.goto('/cantines/');
    await choose(page, 'Clamecy', visit);
    await visit.reads('open one', /si vous en ouvriez une/i);
  },
  'Paris 20e': async (page, visit) => {
    await page.goto('/cantines/');
    await choose(page, 'Paris 20e', visit);
  },
  Vaise: async (page, visit) => {
    await page.goto('/cantines/');
    await choose(page, 'Vaise', visit);
  },
  'A first visit, to Mâcon': async (page, visit) => {
    await page.goto('/');
    const field = page.locator('main input[name=lieu]');
    await visit.act(() => field.tap());
    await visit.act(() => field.fill('Mâcon'));
    await visit.act(() => page.locator('main form button').first().tap());
    await page.waitForURL('**/cantines/**');
    await readFirst(page, visit.says);
    await openFirst(page, visit);
    await visit.reads('when', /ouvre|à table|ouvert/i);
    await visit.reads('where', /34 rue Joseph/);
    await visit.reads('how much', /prix (est )?libre/i);
    await visit.reads('book', /s’inscrit|inscri/i);
    await visit.reads('get in', /plain-pied|fauteuil/i);
  },
};

const lowest = (page: Page, words: RegExp) =>
  page.locator('main').evaluate((main, source) => {
    const told = new RegExp(source, 'i');
    const bottoms = [...main.querySelectorAll<HTMLElement>('*')]
      .filter((element) => element.children.length <= 3 && element.textContent.length < 400)
      .filter((element) => told.test(element.textContent.replace(/\s+/g, ' ')) && element.checkVisibility())
      .map((element) => element.getBoundingClientRect())
      .filter(({ height }) => height > 0)
      .map(({ bottom }) => Math.round(bottom + scrollY));
    return bottoms.length > 0 ? Math.min(...bottoms) : undefined;
  }, words.source);

async function walk(browser: Browser, origin: string, journey: string): Promise<string> {
  const context = await browser.newContext({
    ...PHONE,
    baseURL: origin,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(NOW);
  const told: string[] = [];
  let actions = 0;
  const says: Visit['says'] = (what, said) => void told.push(`${what} ${said ?? 'not told'}`);
  const visit: Visit = {
    act: async (done) => {
      actions += 1;
      await done();
      await page.waitForTimeout(100);
    },
    reads: async (what, words) => says(what, await lowest(page, words)),
    says,
  };
  try {
    await JOURNEYS[journey]?.(page, visit);
  } finally {
    await context.close();
  }
  return `${actions} actions · ${told.join(' · ')}`;
}

const browser = await launchBrowser();
try {
  for (const journey of Object.keys(JOURNEYS)) {
    console.log(`\n${journey}`);
    for (const dist of dists) {
      const preview = await startPreview({ dir: dist, port: 0 });
      console.log(`  ${dists.length > 1 ? `${dist}: ` : ''}${await walk(browser, preview.url, journey)}`);
      await preview.close();
    }
  }
} finally {
  await browser.close();
}
