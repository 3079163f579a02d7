/**
 * Builds sites of random entries that the content check accepts, full of what breaks pages and files (quotes, tags,
 * formulas, other scripts, endless words…), and reads every page and every feed of them with parsers of others.
 *
 *     npm run test:hostile                          10 sites
 *     npm run test:hostile -- --sites=300 --seed=7  300 sites, of the seeds 7 to 306
 *     npm run test:hostile -- --seed=7 --keep       one failure again, its folder kept
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from './support/folders.ts';
import { writeHostileSite, writeUploads } from './support/hostile-site.ts';
import { copySite } from './support/site-copy.ts';
import { siteFaults } from './support/read-site.ts';

const { values } = parseArgs({
  options: {
    sites: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    keep: { type: 'boolean', default: false },
  },
});
const [sites, firstSeed] = [Number(values.sites), Number(values.seed)];
if (!Number.isInteger(sites) || !Number.isInteger(firstSeed) || sites < 1)
  throw new Error('Give --sites=N and --seed=N, two integers.');

/** Builds the copy; resolves to what it printed when it failed. */
function build(root: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['src/build/cli.ts'], {
      cwd: root,
      // What no content changes (the CMS, the places) is made once for all sites.
      env: {
        ...process.env,
        CONTENT_DIR: './content',
        BUILD_CACHE: join(projectRoot, '.cache/build'),
        ASTRO_TELEMETRY_DISABLED: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      resolve(code === 0 ? undefined : printed.slice(-4000));
    });
  });
}

const copy = copySite();
await writeUploads(copy.root);
const dist = join(copy.root, 'dist');
const total = { pages: 0, feeds: 0, refused: 0, broken: 0 };
for (let seed = firstSeed; seed < firstSeed + sites; seed += 1) {
  const started = performance.now();
  const { entries, refused } = await writeHostileSite(copy.root, seed);
  const crash = await build(copy.root);
  const built = performance.now();
  const { pages, feeds, faults } =
    crash === undefined ? await siteFaults(dist, entries) : { pages: 0, feeds: 0, faults: [`not built\n${crash}`] };
  total.pages += pages;
  total.feeds += feeds;
  total.refused += refused;
  if (faults.length > 0) total.broken += 1;
  for (const fault of faults) console.log(`  ${fault}`);
  const seconds = (from: number, to: number) => `${((to - from) / 1000).toFixed(1)} s`;
  console.log(
    `${faults.length > 0 ? 'BROKEN' : 'right'}  seed ${seed}: ${entries.length} entries (${refused} refused), ${pages} pages, ${feeds} feeds, built in ${seconds(started, built)}, read in ${seconds(built, performance.now())}`,
  );
}
if (values.keep) console.log(`The last site is in ${copy.root}`);
else copy.remove();
console.log(
  `\n${sites} sites, ${total.pages} pages, ${total.feeds} feeds, ${total.broken} broken; ${total.refused} entries refused before, and left out`,
);
process.exitCode = total.broken > 0 ? 1 : 0;
