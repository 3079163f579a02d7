/**
 * `npm run build`: the site in `dist/`, or in the folder of `--outDir`. Built aside, then swapped: whatever stops a
 * build, the last site stays whole.
 */
// First: what it says is read when the bundler is loaded.
import './memory.ts';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'astro';
import { bring, foldersOf, tidy } from './aside/folders.ts';
import { tellFailure } from './aside/tell.ts';
import { buildCache } from './cache/index.ts';

const { values } = parseArgs({ options: { outDir: { type: 'string', default: 'dist' } } });
const folders = foldersOf(resolve(values.outDir), process.pid);

try {
  tidy(folders.live);
  await build({ outDir: folders.built, logger: { entrypoint: join(import.meta.dirname, 'log.ts') } });
  for (const file of ['index.html', '404.html', '_headers'])
    if (!existsSync(join(folders.built, file))) throw new Error(`The build has written no ${file}.`);
  await bring(folders);
  await swap();
  buildCache().prune();
  // What still runs (a pool of workers, a socket) must not hold what is done.
  process.exit(0);
} catch (reason) {
  remove(folders.built);
  remove(folders.next);
  console.error(`\n${tellFailure(reason, folders.live)}`);
  process.exit(1);
}

/** Resolves once the new site is served; the last one is removed meanwhile. */
async function swap(): Promise<void> {
  const { next, live, last } = folders;
  const args = [join(import.meta.dirname, 'aside/swap.ts'), next, live, last];
  const child = spawn(process.execPath, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let told = '';
  child.stderr.setEncoding('utf8').on('data', (words: string) => {
    told += words;
  });
  await Promise.race([once(child.stdout, 'data'), once(child, 'close')]);
  if (child.exitCode) throw new Error(told);
}

function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // The next build removes it.
  }
}
