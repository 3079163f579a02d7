/**
 * Runs the whole test road, or the steps named as arguments, one after the other, and ends with one
 * line alone: `N passed, N failed`. A command counts as one; Vitest counts its tests.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countVitest, type Outcome } from './support/count.ts';

interface Step {
  name: string;
  /** A failure here makes these steps pointless: they are not run. */
  stops?: readonly string[];
  run: (scratch: string) => Promise<Outcome>;
}

const root = join(import.meta.dirname, '..');

/** Runs Node with these arguments, its output as it comes, and resolves to its exit code. */
function node(...args: string[]): Promise<number> {
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('close', (code) => {
      resolve(code ?? 1);
    });
  });
}

const command = (script: string) => async (): Promise<Outcome> =>
  (await node('--run', script)) === 0
    ? { passed: 1, failed: 0, failures: [] }
    : { passed: 0, failed: 1, failures: [`npm run ${script}`] };

const vitest = (project: string) => async (scratch: string) => {
  const report = join(scratch, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return countVitest(report, await node('node_modules/vitest/vitest.mjs', 'run', '--project', project, ...reporters));
};

const CHECKS = ['types', 'lint', 'format', 'unused', 'content'].map((part): Step => ({
  name: `check:${part}`,
  run: command(`check:${part}`),
}));

const STEPS: readonly Step[] = [
  ...CHECKS,
  { name: 'unit', run: vitest('unit') },
  { name: 'content', run: vitest('content') },
  { name: 'build', run: command('build'), stops: ['dist', 'e2e'] },
  { name: 'dist', run: vitest('dist') },
  { name: 'e2e', run: vitest('e2e') },
];

/** The steps asked for, by name or by the part before the colon; all of them by default. */
function chosen(names: readonly string[]): readonly Step[] {
  const unknown = names.filter((name) => !STEPS.some((step) => matches(step, name)));
  if (unknown.length > 0) {
    throw new Error(`Unknown step: ${unknown.join(', ')}. Steps: ${STEPS.map(({ name }) => name).join(', ')}.`);
  }
  return names.length === 0 ? STEPS : STEPS.filter((step) => names.some((name) => matches(step, name)));
}

const matches = (step: Step, name: string): boolean => step.name === name || step.name.startsWith(`${name}:`);

async function main(): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'petites-cantines-tests-'));
  const total = { passed: 0, failed: 0 };
  const told: string[] = [];
  const rows: string[] = [];
  const stopped = new Set<string>();
  for (const step of chosen(process.argv.slice(2))) {
    if (stopped.has(step.name)) {
      rows.push(`${step.name.padEnd(14)}     not run`);
      continue;
    }
    console.log(`\n── ${step.name} ──`);
    const started = performance.now();
    const { passed, failed, failures } = await step.run(scratch);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    total.passed += passed;
    total.failed += failed;
    told.push(...failures.map((failure) => `FAILED ${step.name}: ${failure}`));
    if (failed > 0) step.stops?.forEach((name) => stopped.add(name));
    rows.push(
      `${step.name.padEnd(14)}${seconds.padStart(8)} s${String(passed).padStart(7)} passed${String(failed).padStart(5)} failed`,
    );
  }
  await rm(scratch, { recursive: true, force: true });
  if (told.length > 0) console.log(`\n${told.join('\n')}`);
  console.log(`\n${rows.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

await main();
