import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { OpportunityRecord } from '#funding/search/questions.ts';
import { codesOf } from '#places/territories.ts';
import { partsOf } from '#funding/search/list-parts.ts';
import { rowHtml } from '#funding/search/opportunity-row.ts';
import { officialCommunes } from '#places/official.ts';
import { launchBrowser } from '../support/browser.ts';
import { networkDist as dist } from '../support/folders.ts';

/**
 * The watch with 5,000 opportunities and 500 cantines: what its first view weighs, and how long a visitor waits, on a
 * processor four times slower. Run by `npm run bench`. The page is that of the frozen network, its opportunities and
 * its cantines multiplied; texts are made of theirs, cut and mixed, so that they compress no better.
 */
const [OPPORTUNITIES, CANTINES] = [5000, 500];
const page = await readFile(join(dist, 'financements/index.html'), 'utf8');
const real = JSON.parse(await readFile(join(dist, 'financements/veille.json'), 'utf8')) as OpportunityRecord[];
const candidates = JSON.parse(await readFile(join(dist, 'financements/candidats.json'), 'utf8')) as object[];
const communes = officialCommunes().filter(({ type }) => type === 'commune-actuelle');

const words = real.flatMap(({ title, summary }) => `${title} ${summary}`.split(' '));
/** A linear congruential generator: the same opportunities at each run. */
let seed = 42;
const next = (below: number): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T;
const sentence = (length: number) => Array.from({ length }, () => pick(words)).join(' ');
const day = () => new Date(Date.UTC(2026, next(24), 1 + next(28))).toISOString().slice(0, 10);

const opportunities = Array.from({ length: OPPORTUNITIES }, (_, index): OpportunityRecord => {
  const [opensOn = '', closesOn] = [day(), day()].toSorted();
  const commune = pick(communes);
  const scope = pick(['national', 'region', 'departement', 'commune'] as const);
  const codes = { national: [], region: [commune.region], departement: [commune.departement], commune: [commune.code] };
  return {
    ...pick(real),
    slug: `appel-${index}`,
    title: sentence(7),
    summary: sentence(25),
    rhythm: index % 5 === 0 ? 'permanent' : 'annual',
    windows: index % 5 === 0 ? [] : [{ opensOn, closesOn }],
    territory: { scope, name: commune.nom, codes: codes[scope] },
  };
});
const cantines = Array.from({ length: CANTINES }, (_, index) => {
  const commune = pick(communes);
  return {
    ...candidates[0],
    slug: `cantine-${index}`,
    title: `${commune.nom} ${index}`,
    territory: codesOf(commune.code),
  };
});

const rows = (partsOf(opportunities)[0]?.items ?? []).map((opportunity) => rowHtml(opportunity)).join('');
const options = cantines.map(({ slug, title }) => `<option value="${slug}">${title}</option>`).join('');
const big = page
  .replace(
    /(<div class="all"[\s\S]*?<ul class="opportunities"[^>]*>)[\s\S]*?<\/ul>/,
    (_, before: string) => `${before}${rows}</ul>`,
  )
  .replace(/<optgroup[\s\S]*<\/optgroup>/, `<optgroup label="Ouvertes">${options}</optgroup>`)
  .replace(/data-total="\d+"/, `data-total="${OPPORTUNITIES}"`);
if (!big.includes('appel-100')) throw new Error('The list of the built page was not found.');

const bodies: Readonly<Record<string, string>> = {
  '/financements/': big,
  '/financements/veille.json': JSON.stringify(opportunities),
  '/financements/candidats.json': JSON.stringify(cantines),
};
/** What the browser asked for. */
const asked = new Map<string, string | Buffer>();
const weightOf = (path: string) => brotliCompressSync(asked.get(path) ?? '').length;
const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  const send = (body: string | Buffer) => {
    asked.set(path, body);
    const type = path.endsWith('.js') ? 'text/javascript' : path.endsWith('.css') ? 'text/css' : 'font/woff2';
    const isData = path.endsWith('.json') ? 'application/json' : path.endsWith('/') ? 'text/html' : type;
    response.setHeader('Content-Type', isData).end(body);
  };
  const made = bodies[path];
  if (made === undefined) readFile(join(dist, path)).then(send, () => response.writeHead(404).end());
  else send(made);
});
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
const address = server.address();
const port = typeof address === 'object' && address ? address.port : 0;
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const browser = await launchBrowser();
try {
  const tab = await browser.newPage();
  await tab.goto(`http://127.0.0.1:${port}/financements/`, { waitUntil: 'networkidle' });
  const first = [...asked.keys()].filter((path) => !/\.(woff2|svg|png|webmanifest)$/.test(path));
  const sum = first.reduce((total, path) => total + weightOf(path), 0);
  console.log(
    `/financements/, ${OPPORTUNITIES} opportunities, first view    ${kB(sum)} Brotli without fonts (${first.length} files)`,
  );
  await tab.focus('select[name="echeance"]');
  await tab.waitForSelector('opportunity-finder .answer:not([hidden])');
  console.log(`asked for at the first question      ${kB(weightOf('/financements/veille.json'))} Brotli`);
  const session = await tab.context().newCDPSession(tab);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const waits: Record<string, number[]> = {
    'condition chosen → list': [],
    'cantine chosen → list with reasons': [],
    'sorted by amount → list': [],
    'all cleared → list': [],
  };
  for (let round = 0; round < 9; round++) {
    const [condition, cantine, sorted, cleared] = await tab.evaluate(async (turn: number) => {
      const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const timed = async (act: () => void) => {
        await frame();
        const start = performance.now();
        act();
        await frame();
        return performance.now() - start;
      };
      const choose = (name: string, value: string) => () => {
        const select = document.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
        if (!select) return;
        select.value = value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      };
      return [
        await timed(choose('echeance', ['ouvert', '30-jours', 'permanent'][turn % 3] ?? '')),
        await timed(choose('cantine', `cantine-${turn}`)),
        await timed(choose('tri', 'montant')),
        await timed(() => document.querySelector<HTMLButtonElement>('opportunity-finder .reset')?.click()),
      ];
    }, round);
    Object.values(waits).forEach((times, index) => times.push([condition, cantine, sorted, cleared][index] ?? NaN));
  }
  for (const [what, times] of Object.entries(waits)) {
    const inOrder = times.toSorted((a, b) => a - b);
    const [median, worst] = [inOrder[4] ?? NaN, inOrder.at(-1) ?? NaN];
    console.log(
      `${what.padEnd(36)} ${Math.round(median)} ms (worst ${Math.round(worst)} ms), ${OPPORTUNITIES} opportunities, processor × 1/4`,
    );
  }
} finally {
  await browser.close();
  server.close();
}
