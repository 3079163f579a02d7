import { loadavg } from 'node:os';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { networkDist } from '../support/folders.ts';
import { serveMade } from './made-site.ts';
import { manySessions } from './many-sessions.ts';
import { sayTimes, slowDown, SLOWDOWN, waitedFor, type Waited } from './next-paint.ts';

/**
 * Interaction to next paint, on a phone whose processor is four times slower: the finder, the sessions, the funding
 * list and the search (goal 150 ms). Run by `npm run bench`.
 * `node tests/bench/paint.ts DIST…` compares built sites, of two commits for instance, turn by turn in one run;
 * `ROUNDS=3` is quicker.
 */
const dists = process.argv.length > 2 ? process.argv.slice(2) : [networkDist];
const ROUNDS = Number(process.env['ROUNDS'] ?? 9);
const SESSIONS = 40;

type Gestures = Record<string, Waited>;

const nothing = () => Promise.resolve();

/** A choice made by the keyboard, as a hand does: only that is an interaction. */
async function chooseNext(tab: Page, name: string): Promise<Waited> {
  await tab.locator(`select[name="${name}"]`).focus();
  return waitedFor(tab, () => tab.keyboard.press('ArrowDown'), nothing);
}

/** Types, and presses the first place that is offered. */
async function choosePlace(tab: Page): Promise<Gestures> {
  const options = tab.locator('place-field [role="option"]');
  await tab.locator('place-field input').fill('6900');
  await options.first().waitFor();
  const ninth = options.filter({ hasText: 'Lyon 9e' }).first();
  const typed = await waitedFor(
    tab,
    () => tab.keyboard.type('9'),
    () => ninth.waitFor(),
  );
  const option = options.first();
  const chosen = await waitedFor(tab, () => option.click(), nothing);
  return { 'a digit of a place': typed, 'a place pressed': chosen };
}

const PAGES: Readonly<Record<string, (tab: Page) => Promise<Gestures>>> = {
  '/cantines/': async (tab) => {
    await tab.waitForFunction(() => document.querySelector('[data-count="cuisiner"]')?.textContent !== '');
    await slowDown(tab);
    const place = await choosePlace(tab);
    // Sites of before this question asked it by a box.
    const asksWhen = (await tab.locator('select[name="quand"]').count()) > 0;
    const midi = tab.locator('label.question', { has: tab.locator('[name="midi"]') });
    const when = asksWhen ? await chooseNext(tab, 'quand') : await waitedFor(tab, () => midi.click(), nothing);
    const cook = tab.locator('label.question', { has: tab.locator('[name="cuisiner"]') });
    const asked = await waitedFor(tab, () => cook.click(), nothing);
    const cleared = await waitedFor(tab, () => tab.locator('.reset').click(), nothing);
    return { ...place, '« Quand ? »': when, 'a question': asked, 'all cleared': cleared };
  },
  '/sessions/': async (tab) => {
    await tab.waitForFunction(() => document.querySelector('session-board .sum')?.textContent !== '');
    await slowDown(tab);
    const folded = tab.locator('[data-filter]');
    if (await folded.isVisible()) await folded.click();
    const kind = await chooseNext(tab, 'type');
    const mode = await chooseNext(tab, 'ou');
    const month = await waitedFor(tab, () => tab.locator('[data-view="month"]').click(), nothing);
    const cleared = await waitedFor(tab, () => tab.locator('[data-reset]').click(), nothing);
    return { 'a kind': kind, 'online or not': mode, 'the month': month, 'all cleared': cleared };
  },
  '/financements/': async (tab) => {
    await tab.locator('opportunity-finder .answer:not([hidden])').waitFor();
    await slowDown(tab);
    const deadline = await chooseNext(tab, 'echeance');
    const sorted = await chooseNext(tab, 'tri');
    const cleared = await waitedFor(tab, () => tab.locator('.reset').click(), nothing);
    const place = await choosePlace(tab);
    return { 'a condition': deadline, 'a sort': sorted, 'all cleared': cleared, ...place };
  },
  '/recherche/': async (tab) => {
    await tab.waitForLoadState('networkidle');
    await slowDown(tab);
    const input = tab.locator('site-search input[name="q"]');
    // Asked inside the page: the queries of the driver would be long tasks of their own.
    const isAnswered = () =>
      tab.waitForFunction(
        () => document.querySelector('site-search:not([aria-busy]) [data-results] a') !== null,
        undefined,
        { polling: 50 },
      );
    await input.hover();
    const first = await waitedFor(tab, () => input.pressSequentially('repas', { delay: 60 }), isAnswered);
    await input.fill('');
    await tab.locator('site-search [data-results]:empty').waitFor({ state: 'attached' });
    const second = await waitedFor(tab, () => input.pressSequentially('benevoles', { delay: 60 }), isAnswered);
    const kinds = tab.locator('label.kind', { hasText: 'Cantines' });
    const kind = await waitedFor(tab, () => kinds.click(), isAnswered);
    return { 'a first word': first, 'another word': second, 'a kind': kind };
  },
};

const browser = await launchBrowser();
const sites = await Promise.all(
  dists.map(async (dist) => {
    const made = new Map([['/sessions/', await manySessions(dist, SESSIONS)]]);
    return { dist, site: await serveMade(dist, made), waits: new Map<string, Waited[]>() };
  }),
);
try {
  for (let round = 0; round < ROUNDS; round++) {
    for (const { site, waits } of sites) {
      for (const [path, gestures] of Object.entries(PAGES)) {
        const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
        const tab = await context.newPage();
        await tab.goto(site.origin + path);
        for (const [name, waited] of Object.entries(await gestures(tab))) {
          const what = `${path.padEnd(15)}${name}`;
          waits.set(what, [...(waits.get(what) ?? []), waited]);
        }
        await context.close();
      }
    }
  }
  const load = loadavg().map((each) => each.toFixed(1));
  console.log(`Processor × 1/${SLOWDOWN}, median (best to worst) of ${ROUNDS} rounds; load ${load.join(', ')}`);
  for (const { dist, waits } of sites) {
    console.log(
      `${dist}\n  ${'gesture'.padEnd(36)}${'to its next paint'.padEnd(24)}${'longest task'.padEnd(24)}to the answer`,
    );
    for (const [what, times] of waits) {
      const [paint, task, shown] = (['paint', 'task', 'shown'] as const).map((kind) =>
        sayTimes(times.map((each) => each[kind])),
      );
      console.log(`  ${what.padEnd(36)}${paint?.padEnd(24)}${task?.padEnd(24)}${what.includes('word') ? shown : ''}`);
    }
  }
} finally {
  await browser.close();
  for (const { site } of sites) site.close();
}
