import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { placeShards } from '#places/shards.ts';
import { launchBrowser } from '../support/browser.ts';
import { networkDist } from '../support/folders.ts';

/**
 * The finder with many cantines: what one more costs, and how long a visitor waits, on a processor four times slower.
 * Run by `npm run bench`. The page is that of the frozen network, its cards and records multiplied.
 * `node tests/bench/finder.ts DIST…` compares built sites, of two commits for instance, turn by turn in one run.
 */
const dists = process.argv.length > 2 ? process.argv.slice(2) : [networkDist];
const CANTINES = 5000;
const ROUNDS = 9;
/** Where the page with many cantines is served, beside that of the site. */
const MANY = '/beaucoup-de-cantines/';

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** Makes the page of a built site with `count` cantines in all, spread over France. */
async function multiply(dist: string): Promise<(count: number) => string> {
  const page = await readFile(join(dist, 'cantines/index.html'), 'utf8');
  const card = /<li class="cantine[^>]*id="lyon-perrache"[\s\S]*?<\/li>/.exec(page)?.[0];
  const records = /<script type="application\/json">(\[.*?\])<\/script>/s.exec(page);
  if (!card || !records?.[1]) throw new Error(`${dist}: /cantines/ has no card of Lyon Perrache, or no records.`);
  const sample = (JSON.parse(records[1]) as { slug: string; point: object }[]).find(
    ({ slug }) => slug === 'lyon-perrache',
  );
  return (count) => {
    const numbers = Array.from({ length: count }, (_, index) => index);
    const cards = numbers.map((n) =>
      card.replaceAll('lyon-perrache', `cantine-${n}`).replaceAll('Lyon Perrache', `Cantine ${n}`),
    );
    const made = numbers.map((n) => ({
      ...sample,
      slug: `cantine-${n}`,
      title: `Cantine ${n}`,
      point: { ...sample?.point, latitude: 43 + ((n * 0.618) % 7), longitude: -1 + ((n * 0.414) % 8) },
    }));
    let first = true;
    return page
      .replace(/<cantine-map[\s\S]*?<\/cantine-map>/, '')
      .replace(/<ul class="grid"[^>]*>[\s\S]*?<\/ul>/g, () => {
        const kept = first ? `<ul class="grid">${cards.join('')}</ul>` : '';
        first = false;
        return kept;
      })
      .replace(records[0], () => `<script type="application/json">${JSON.stringify(made)}</script>`);
  };
}

async function serve(dist: string, big: string): Promise<{ server: Server; origin: string }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (path === MANY) return void response.setHeader('Content-Type', 'text/html').end(big);
    const type = path.endsWith('/')
      ? 'text/html'
      : path.endsWith('.js')
        ? 'text/javascript'
        : path.endsWith('.json')
          ? 'application/json'
          : 'font/woff2';
    readFile(join(dist, path.endsWith('/') ? `${path}index.html` : path)).then(
      (file) => response.setHeader('Content-Type', type).end(file),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  return { server, origin: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}` };
}

async function openSlowly(browser: Browser, url: string): Promise<Page> {
  const tab = await browser.newPage();
  await tab.goto(url);
  await tab.waitForFunction(() => document.querySelector('[data-count="cuisiner"]')?.textContent !== '');
  const session = await tab.context().newCDPSession(tab);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  return tab;
}

/** Milliseconds from an event to the frame after it, by the clock of the page. */
const framesOf = (tab: Page, turn: number): Promise<Record<string, number>> =>
  tab.evaluate(async (round: number) => {
    const finder = document.querySelector('cantine-finder');
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const timed = async (act: () => void) => {
      await frame();
      const start = performance.now();
      act();
      await frame();
      return performance.now() - start;
    };
    const place = { name: 'Ici', latitude: 44 + round / 2, longitude: 1 + round / 2 };
    const box = document.querySelector<HTMLInputElement>('input[name="cuisiner"]');
    return {
      'many: place chosen → sorted list': await timed(() =>
        finder?.dispatchEvent(new CustomEvent('place-change', { detail: place })),
      ),
      'many: question ticked → list': await timed(() => box?.click()),
      'many: all cleared → list': await timed(() => document.querySelector<HTMLButtonElement>('.reset')?.click()),
    };
  }, turn);

/** The longest wait of an interaction until its next paint, as the browser itself tells it (Event Timing). */
async function paintOf(tab: Page, act: () => Promise<void>): Promise<number> {
  const told = await tab.evaluateHandle(() => {
    const durations: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) durations.push(duration);
    });
    observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
    return { durations, observer };
  });
  await act();
  // The entry of an event comes after the paint that it waits for.
  await tab.waitForTimeout(300);
  return told.evaluate(({ durations, observer }) => {
    observer.disconnect();
    return Math.max(0, ...durations);
  });
}

/** What a hand does: a letter typed, a suggestion pressed, a question, more cards, everything cleared. */
async function interactions(tab: Page): Promise<Record<string, number>> {
  const field = tab.getByRole('combobox', { name: /Votre commune/ });
  await field.fill('6900');
  await tab.getByRole('option').first().waitFor();
  const typed = await paintOf(tab, () => tab.keyboard.type('9'));
  await tab
    .getByRole('option', { name: /Lyon 9e/ })
    .first()
    .waitFor();
  const option = tab.getByRole('option').first();
  const chosen = await paintOf(tab, () => option.click());
  await tab.locator('.found li').first().waitFor();
  const box = tab.locator('label.question', { hasText: 'Je veux cuisiner' });
  const asked = await paintOf(tab, () => box.click());
  const cleared = await paintOf(tab, () => tab.locator('.reset').click());
  return {
    'next paint: a digit typed': typed,
    'next paint: a place pressed': chosen,
    'next paint: a question ticked': asked,
    'next paint: all cleared': cleared,
  };
}

const began = performance.now();
const shards = placeShards();
console.log(`${shards.size} shards of places made in  ${Math.round(performance.now() - began)} ms`);

const browser = await launchBrowser();
const sites = [];
for (const dist of dists) {
  const pageOf = await multiply(dist);
  const weight = (count: number) => gzipSync(pageOf(count), { level: 9 }).length;
  const [twenty, many] = [weight(20), weight(1020)];
  console.log(`${dist}\n  /cantines/ with 20 cantines     ${kB(twenty)} gzip`);
  console.log(`  each further cantine            ${Math.round((many - twenty) / 1000)} bytes gzip`);
  const { server, origin } = await serve(dist, pageOf(CANTINES));
  const [full, own] = [await openSlowly(browser, origin + MANY), await openSlowly(browser, `${origin}/cantines/`)];
  sites.push({ dist, server, full, own, waits: new Map<string, number[]>() });
}
try {
  for (let round = 0; round < ROUNDS; round++) {
    for (const { full, own, waits } of sites) {
      await full.bringToFront();
      const frames = await framesOf(full, round);
      await own.bringToFront();
      const times = { ...frames, ...(await interactions(own)) };
      for (const [what, time] of Object.entries(times)) waits.set(what, [...(waits.get(what) ?? []), time]);
    }
  }
  console.log(
    `Processor × 1/4, median (worst) of ${ROUNDS} rounds; many: ${CANTINES} cantines; next paint: on the page as it is`,
  );
  for (const { dist, waits } of sites) {
    console.log(dist);
    for (const [what, times] of waits) {
      const inOrder = times.toSorted((a, b) => a - b);
      const [median, worst] = [inOrder[Math.floor(ROUNDS / 2)] ?? NaN, inOrder.at(-1) ?? NaN];
      console.log(`  ${what.padEnd(31)} ${Math.round(median)} ms (${Math.round(worst)} ms)`);
    }
  }
} finally {
  await browser.close();
  for (const { server } of sites) server.close();
}
