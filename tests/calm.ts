/**
 * Runs the whole suite three times in a row while two loops keep the machine busy: what passes only on a quiet machine
 * does not pass here. `npm run test:calm -- e2e` runs some of its steps.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from './support/folders.ts';

const RUNS = 3;
const LOOPS = 2;

const loops = Array.from({ length: LOOPS }, () => spawn('nice', ['yes'], { stdio: ['ignore', 'ignore', 'inherit'] }));
const rows: string[] = [];
let failed = 0;
try {
  for (let run = 1; run <= RUNS; run++) {
    const started = performance.now();
    const code = await new Promise<number>((resolve, reject) => {
      const args = [join(projectRoot, 'tests/run.ts'), ...process.argv.slice(2)];
      const child = spawn(process.execPath, args, { cwd: projectRoot, stdio: ['ignore', 'inherit', 'inherit'] });
      child.on('error', reject);
      child.on('close', (ended) => resolve(ended ?? 1));
    });
    if (loops.some(({ exitCode, signalCode }) => exitCode !== null || signalCode !== null))
      throw new Error('A busy loop ended before the suite: this proves nothing.');
    if (code !== 0) failed += 1;
    rows.push(
      `busy run ${run}: ${code === 0 ? 'green' : 'RED'}, ${((performance.now() - started) / 60_000).toFixed(1)} minutes`,
    );
  }
} finally {
  for (const loop of loops) loop.kill();
}
console.log(`\n${rows.join('\n')}\n\n${RUNS - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
