import { startPreview } from '#build/preview/server.ts';
import { launchBrowser } from '../support/browser.ts';
import { networkDist as dist } from '../support/folders.ts';
import { readPages } from '../support/dist.ts';
import { shiftsOf, sumOf } from '../support/shift.ts';

/**
 * How much of each kind of page moves by itself on a processor four times slower, on a phone and on a desktop
 * (cumulative layout shift, goal 0.05). Run by `npm run bench`.
 */
const kinds = new Map(readPages().map(({ kind, path }) => [kind, path]));
const paths = [...kinds.values(), '/cantines/?lieu=oullins-69149', '/financements/?cantine=lyon-vaise'];
const preview = await startPreview({ dir: dist, port: 0 });
const browser = await launchBrowser();
const rows: (readonly [string, number, number])[] = [];
try {
  for (const path of paths) {
    const sums: number[] = [];
    for (const width of [360, 1280]) {
      const context = await browser.newContext({ baseURL: preview.url, viewport: { width, height: 740 } });
      sums.push(sumOf(await shiftsOf(await context.newPage(), path)));
      await context.close();
    }
    rows.push([path, sums[0] ?? 0, sums[1] ?? 0]);
  }
} finally {
  await browser.close();
  await preview.close();
}
rows.sort(([, a, b], [, c, d]) => Math.max(c, d) - Math.max(a, b));
console.log('Layout shift at 4 × slowdown         360 px  1280 px');
for (const [path, phone, wide] of rows) console.log(`${path.padEnd(36)} ${phone.toFixed(3)}   ${wide.toFixed(3)}`);
