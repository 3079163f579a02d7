/**
 * Proves that what editors publish breaks nothing: on a copy of the project, changes the content in each of the ways of
 * tests/support/content-changes.ts, then runs all that reads it (`npm run test:content`), with nothing else edited.
 *
 *     npm run test:any-content                            every change
 *     npm run test:any-content -- one-more --seed=7       some of them; what is random is drawn from the seed
 */
import { spawn } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CHANGES, REFUSED } from './support/content-changes.ts';
import { projectRoot } from './support/folders.ts';
import { copySite } from './support/site-copy.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' } },
});
const seed = Number(values.seed);
const unknown = positionals.filter((name) => !CHANGES.has(name));
if (unknown.length > 0 || !Number.isInteger(seed))
  throw new Error(`Give changes among: ${[...CHANGES.keys()].join(', ')}; and --seed=N, an integer.`);

/** Runs what reads the content of the copy; resolves to its exit code and what it printed. */
function testContent(root: string): Promise<{ code: number; printed: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--run', 'test:content'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, printed }));
  });
}

const site = copySite();
const rows: string[] = [];
let failed = 0;
for (const [name, change] of CHANGES) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  for (const folder of ['content', 'public']) {
    rmSync(join(site.root, folder), { recursive: true, force: true });
    cpSync(join(projectRoot, folder), join(site.root, folder), { recursive: true });
  }
  const done = await change(site.root, seed);
  const { code, printed } = await testContent(site.root);
  const counts = printed.trim().split('\n').at(-1) ?? '';
  // What nobody may publish is refused before anything is built, with what to do.
  const told =
    /^FAILED check:content/m.test(printed) && printed.includes('à faire') && /^build +not run$/m.test(printed);
  const right = REFUSED.has(name) ? told : code === 0;
  if (!right) {
    failed += 1;
    console.log(printed);
  }
  const how = right ? (REFUSED.has(name) ? 'refused' : 'green') : 'RED';
  rows.push(`${how.padEnd(8)} ${name.padEnd(18)} ${counts.padEnd(24)} ${done}`);
  console.log(rows.at(-1));
}
site.remove();
console.log(`\n${rows.join('\n')}\n\n${rows.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
