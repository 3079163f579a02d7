import { loadavg } from 'node:os';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { placeShards } from '#places/shards.ts';
import { launchBrowser } from '../support/browser.ts';
import { networkDist } from '../support/folders.ts';
import { serveMade } from './made-site.ts';
import { manyCantines } from '../support/many-cantines.ts';
import { sayTimes, slowDown, SLOWDOWN } from './next-paint.ts';

/**
 * The finder with many cantines: what one more costs, and how long a visitor waits, on a processor four times slower
 * (goal: 5,000 sorted in 80 ms). Run by `npm run bench`. The page is that of the frozen network, its cards and records
 * multiplied. `node tests/bench/finder.ts DIST…` compares built sites, of two commits for instance, turn by turn in
 * one run.
 */
const dists = process.argv.length > 2 ? process.argv.slice(2) : [networkDist];
const CANTINES = 5000;
const ROUNDS = 9;

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

async function openSlowly(browser: Browser, url: string): Promise<Page> {
  const tab = await browser.newPage();
  await tab.goto(url);
  await tab.waitForFunction(() => document.querySelector('[data-count="cuisiner"]')?.textContent !== '');
  await slowDown(tab);
  return tab;
}

/** Milliseconds from an event to the frame after it, by the clock of the page. */
const framesOf = (tab: Page, turn: number): Promise<Record<string, number>> =>
  tab.evaluate(async (round: number) => {
    const finder = document.querySelector('cantine-finder');
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const rest = () => new Promise((done) => requestIdleCallback(done));
    const timed = async (act: () => void) => {
      await rest();
      await frame();
      const start = performance.now();
      act();
      await frame();
      return performance.now() - start;
    };
    const place = { name: 'Ici', latitude: 44 + round / 2, longitude: 1 + round / 2 };
    const box = document.querySelector<HTMLInputElement>('input[name="cuisiner"]');
    return {
      'place chosen → sorted list': await timed(() =>
        finder?.dispatchEvent(new CustomEvent('place-change', { detail: place })),
      ),
      'question ticked → list': await timed(() => box?.click()),
      'all cleared → list': await timed(() => document.querySelector<HTMLButtonElement>('.reset')?.click()),
    };
  }, turn);

const began = performance.now();
const shards = placeShards();
console.log(`${shards.size} shards of places made in  ${Math.round(performance.now() - began)} ms`);

const browser = await launchBrowser();
const sites = [];
for (const dist of dists) {
  const pageOf = await manyCantines(dist);
  const weight = (count: number) => gzipSync(pageOf(count), { level: 9 }).length;
  const [twenty, many] = [weight(20), weight(1020)];
  console.log(`${dist}\n  /cantines/ with 20 cantines     ${kB(twenty)} gzip`);
  console.log(`  each further cantine            ${Math.round((many - twenty) / 1000)} bytes gzip`);
  const site = await serveMade(dist, new Map([['/cantines/', pageOf(CANTINES)]]));
  const tab = await openSlowly(browser, `${site.origin}/cantines/`);
  sites.push({ dist, site, tab, waits: new Map<string, number[]>() });
}
try {
  for (let round = 0; round < ROUNDS; round++) {
    for (const { tab, waits } of sites) {
      await tab.bringToFront();
      const times = await framesOf(tab, round);
      for (const [what, time] of Object.entries(times)) waits.set(what, [...(waits.get(what) ?? []), time]);
    }
  }
  const load = loadavg().map((each) => each.toFixed(1));
  console.log(`${CANTINES} cantines, processor × 1/${SLOWDOWN}, ${ROUNDS} rounds; load ${load.join(', ')}`);
  for (const { dist, waits } of sites) {
    console.log(dist);
    for (const [what, times] of waits) console.log(`  ${what.padEnd(31)} ${sayTimes(times)}`);
  }
} finally {
  await browser.close();
  for (const { site } of sites) site.close();
}
