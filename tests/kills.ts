/**
 * Proves that the last site is served whole whatever stops a build: starts builds of a content that changes, kills each
 * at a random moment, and reads the served folder, which must be the site before or the site after, to the byte.
 *
 *     npm run test:kills -- --times=60 --seed=7
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { copyNetwork, projectRoot } from './support/folders.ts';

const { values } = parseArgs({
  options: { times: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } },
});
const scratch = mkdtempSync(join(tmpdir(), 'petites-cantines-kills-'));
const content = await copyNetwork(scratch);
const dist = join(scratch, 'dist');

/** A linear congruential generator, from 0 to 1. */
let seed = Number(values.seed);
const random = (): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;

function startBuild() {
  const env = { ...process.env, CONTENT_DIR: content, BUILD_CACHE: join(scratch, 'cache') };
  const child = spawn(process.execPath, ['src/build/cli.ts', '--outDir', dist], {
    cwd: projectRoot,
    env: { ...env, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, that a kill takes whole: the bundler and the threads with the build.
    detached: true,
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  return { child, printed: () => printed };
}

/** A whole build; its seconds. */
async function build(): Promise<number> {
  const started = performance.now();
  const { child, printed } = startBuild();
  await once(child, 'close');
  if (child.exitCode !== 0) throw new Error(printed());
  return (performance.now() - started) / 1000;
}

/** What the folder holds, to the byte, but for what tells the moment of the build. */
function digest(): string {
  const hash = createHash('sha256');
  const files = existsSync(dist) ? readdirSync(dist, { recursive: true, withFileTypes: true }) : [];
  for (const path of files
    .filter((entry) => entry.isFile() && !/^etat\.json/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted())
    hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}

const bringing = () => readdirSync(scratch).some((name) => name.startsWith('.dist-next-'));

/** Some moment from when the new site is brought beside the one that is served. */
async function nearSwap(build: { readonly exitCode: number | null }): Promise<void> {
  while (!bringing() && build.exitCode === null) await delay(2);
  await delay(random() * 600);
}

const edited = readdirSync(join(content, 'opportunities'))[0] ?? '';
const edit = (index: number) => appendFileSync(join(content, 'opportunities', edited), `\nEssai ${index}.\n`);

await build();
edit(0);
const whole = await build();
let served = digest();
const ends = { before: 0, after: 0, broken: 0 };
for (let time = 1; time <= Number(values.times); time++) {
  edit(time);
  const { child } = startBuild();
  const closed = once(child, 'close');
  // One in two anywhere; the other about the swap, which lasts a moment.
  await Promise.race([time % 2 === 0 ? delay(random() * whole * 1000) : nearSwap(child), closed]);
  if (child.pid && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  await closed;
  // A swap that had begun ends by itself.
  await delay(300);
  const found = digest();
  if (found === served) ends.before += 1;
  else {
    await build();
    served = digest();
    if (found === served) ends.after += 1;
    else {
      ends.broken += 1;
      console.log(`BROKEN at the kill ${time}, seed ${values.seed}`);
    }
  }
}
const left = readdirSync(scratch).filter((name) => /^\.dist-/.test(name));
await build();
let leftAfter = left;
// The last site is removed after the build has ended.
for (let look = 0; look < 100; look++) {
  leftAfter = readdirSync(scratch).filter((name) => /^\.dist-/.test(name));
  if (leftAfter.length === 0) break;
  await delay(100);
}
console.log(
  `${values.times} kills, of builds of ${whole.toFixed(1)} s: ${ends.before} times the site before, ${ends.after} the site after, ${ends.broken} broken; ${left.length} folders left, ${leftAfter.length} after the next build`,
);
rmSync(scratch, { recursive: true, force: true });
process.exitCode = ends.broken + leftAfter.length > 0 ? 1 : 0;
