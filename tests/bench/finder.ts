import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { placeShards } from '#places/shards.ts';
import { launchBrowser } from '../support/browser.ts';
import { networkDist as dist } from '../support/folders.ts';

/**
 * The finder with many cantines: what one more costs, and how long a visitor waits, on a processor four times slower.
 * Run by `npm run bench`. The page is that of the frozen network, its cards and records multiplied.
 */
const page = await readFile(join(dist, 'cantines/index.html'), 'utf8');

const card = /<li class="cantine[^>]*id="lyon-perrache"[\s\S]*?<\/li>/.exec(page)?.[0];
const records = /<script type="application\/json">(\[.*?\])<\/script>/s.exec(page);
if (!card || !records?.[1]) throw new Error('The built /cantines/ page has no card of Lyon Perrache, or no records.');
const sample = (JSON.parse(records[1]) as { slug: string; point: object }[]).find(
  ({ slug }) => slug === 'lyon-perrache',
);

/** The page with `count` cantines in all, spread over France. */
function pageOf(count: number): string {
  const numbers = Array.from({ length: count }, (_, index) => index);
  const cards = numbers.map((n) =>
    card?.replaceAll('lyon-perrache', `cantine-${n}`).replaceAll('Lyon Perrache', `Cantine ${n}`),
  );
  const made = numbers.map((n) => ({
    ...sample,
    slug: `cantine-${n}`,
    title: `Cantine ${n}`,
    point: { ...sample?.point, latitude: 43 + ((n * 0.618) % 7), longitude: -1 + ((n * 0.414) % 8) },
  }));
  const list = /<ul class="grid"[^>]*>[\s\S]*?<\/ul>/;
  let first = true;
  return page
    .replace(/<cantine-map[\s\S]*?<\/cantine-map>/, '')
    .replace(new RegExp(list, 'g'), () => {
      const kept = first ? `<ul class="grid">${cards.join('')}</ul>` : '';
      first = false;
      return kept;
    })
    .replace(records?.[0] ?? '', `<script type="application/json">${JSON.stringify(made)}</script>`);
}

const began = performance.now();
const shards = placeShards();
console.log(`${shards.size} shards of places made in  ${Math.round(performance.now() - began)} ms`);

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const weight = (count: number) => gzipSync(pageOf(count), { level: 9 }).length;
const [twenty, many] = [weight(20), weight(1020)];
console.log(`/cantines/ with 20 cantines     ${kB(twenty)} gzip`);
console.log(`each further cantine            ${Math.round((many - twenty) / 1000)} bytes gzip`);

const big = pageOf(5000);
const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  if (path === '/cantines/') return void response.setHeader('Content-Type', 'text/html').end(big);
  const type = path.endsWith('.js') ? 'text/javascript' : path.endsWith('.json') ? 'application/json' : 'font/woff2';
  readFile(join(dist, path)).then(
    (file) => response.setHeader('Content-Type', type).end(file),
    () => response.writeHead(404).end(),
  );
});
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
const address = server.address();
const port = typeof address === 'object' && address ? address.port : 0;
const browser = await launchBrowser();
try {
  const tab = await browser.newPage();
  await tab.goto(`http://127.0.0.1:${port}/cantines/`);
  await tab.waitForFunction(() => document.querySelector('[data-count="cuisiner"]')?.textContent !== '');
  const session = await tab.context().newCDPSession(tab);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const waits: Record<string, number[]> = {
    'place chosen → sorted list': [],
    'question ticked → list': [],
    'all cleared → list': [],
  };
  for (let round = 0; round < 9; round++) {
    const [sorted, asked, cleared] = await tab.evaluate(async (turn: number) => {
      const finder = document.querySelector('cantine-finder');
      const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const timed = async (act: () => void) => {
        await frame();
        const start = performance.now();
        act();
        await frame();
        return performance.now() - start;
      };
      const place = { name: 'Ici', latitude: 44 + turn / 2, longitude: 1 + turn / 2 };
      const box = document.querySelector<HTMLInputElement>('input[name="cuisiner"]');
      return [
        await timed(() => finder?.dispatchEvent(new CustomEvent('place-change', { detail: place }))),
        await timed(() => box?.click()),
        await timed(() => document.querySelector<HTMLButtonElement>('.reset')?.click()),
      ];
    }, round);
    waits['place chosen → sorted list']?.push(sorted);
    waits['question ticked → list']?.push(asked);
    waits['all cleared → list']?.push(cleared);
  }
  for (const [what, times] of Object.entries(waits)) {
    const inOrder = times.toSorted((a, b) => a - b);
    const [median, worst] = [inOrder[4] ?? NaN, inOrder.at(-1) ?? NaN];
    console.log(
      `${what.padEnd(31)} ${Math.round(median)} ms (worst ${Math.round(worst)} ms), 5,000 cantines, processor × 1/4`,
    );
  }
} finally {
  await browser.close();
  server.close();
}
