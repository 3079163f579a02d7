import { join } from 'node:path';
import { startPreview } from '#build/preview/server.ts';
import { launchBrowser } from '../support/browser.ts';
import { networkDist } from '../support/folders.ts';
import { pagesIn } from '../support/dist.ts';
import { comparedSearches } from '../support/search/compared.ts';
import { keptQueries, measure, tunedQueries } from '../support/search/queries.ts';

/**
 * How often the search answers first, and among the first five, beside the libraries that one would take instead; then
 * what a visitor waits for and downloads, on a processor four times slower. Run by `npm run bench:search`, with
 * `--misses` to see what it does not answer first among the queries that it may be tuned on.
 */
const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(8);
const pages = pagesIn(networkDist).map(({ path, html }) => ({ url: path, html }));
const sets = { tuned: tunedQueries, kept: keptQueries, all: [...tunedQueries, ...keptQueries] };
console.log('search       set    queries  first   first five');
for (const [name, search] of Object.entries(await comparedSearches(join(networkDist, 'pagefind'), pages))) {
  for (const [set, queries] of Object.entries(sets)) {
    const { atOne, atFive, misses } = await measure(queries, search);
    console.log(name.padEnd(12), set.padEnd(6), `${queries.length}`.padStart(6), percent(atOne), percent(atFive));
    if (name !== 'this site' || set !== 'tuned' || !process.argv.includes('--misses')) continue;
    for (const { query, rank, first } of misses) console.log(`  ${query} (${rank ?? 'none'}): ${first.join(' ')}`);
  }
}

const preview = await startPreview({ dir: networkDist, port: 0 });
const browser = await launchBrowser();
try {
  const context = await browser.newContext({ baseURL: preview.url, viewport: { width: 360, height: 740 } });
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  let bytes = 0;
  context.on('requestfinished', (request) => {
    void request.sizes().then(({ responseBodySize }) => (bytes += responseBodySize));
  });
  const settled = async () => {
    await tab.locator('site-search:not([aria-busy])').waitFor();
    await tab.waitForLoadState('networkidle');
  };
  await tab.goto('/recherche/');
  await settled();
  const page = bytes;
  await tab.getByLabel('Que cherchez-vous').fill('Vaise');
  await tab.locator('[data-results] a').first().waitFor();
  await settled();
  console.log(
    `the page ${(page / 1000).toFixed(0)} kB, then ${((bytes - page) / 1000).toFixed(0)} kB for a first search`,
  );

  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await tab.evaluate(() => {
    const waits: number[] = [];
    Object.assign(window, { waits });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) waits.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16, buffered: false } as PerformanceObserverInit);
    const longest: number[] = [];
    Object.assign(window, { longest });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) longest.push(entry.duration);
    }).observe({ type: 'longtask' });
  });
  for (const { query } of tunedQueries.slice(0, 30)) {
    await tab.getByLabel('Que cherchez-vous').fill('');
    await tab.getByLabel('Que cherchez-vous').pressSequentially(query, { delay: 60 });
    await tab.waitForTimeout(300);
    await settled();
    await tab.getByRole('radio', { name: /Cantines/ }).check({ force: true });
    await tab.waitForTimeout(100);
    await settled();
    await tab.getByRole('radio', { name: /Tout/ }).check({ force: true });
    await tab.waitForTimeout(100);
    await settled();
  }
  const { waits, longest } = await tab.evaluate(() => {
    const { waits: each, longest: tasks } = window as unknown as Record<'waits' | 'longest', number[]>;
    return { waits: each, longest: tasks };
  });
  const worst = (times: readonly number[]) => Math.round(Math.max(0, ...times));
  const high = waits.toSorted((a, b) => b - a)[Math.floor(waits.length / 50)] ?? 0;
  console.log(
    `interaction to next paint ${Math.round(high)} ms (98th in 100), worst ${worst(waits)} ms; longest task ${worst(longest)} ms; processor × 1/4`,
  );
} finally {
  await browser.close();
  await preview.close();
}
