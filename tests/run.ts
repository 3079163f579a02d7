/**
 * Runs the whole test road, or the steps named as arguments, as many at a time as the machine has cores. Ends with
 * the slowest tests, the time of each step, and one line alone: `N passed, N failed`. A command counts as one; Vitest
 * counts its tests. `TRIES=2` tries a failed test of the browsers once more, and names those that then passed.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './support/browser.ts';
import { countVitest, slowest, type Outcome } from './support/count.ts';
import { ENGINES, type Found } from './support/engines/asked.ts';
import { networkContent, networkDist, projectRoot } from './support/folders.ts';
import { schedule, type Job } from './support/schedule.ts';
import { SECOND_TRIES } from './support/second-tries.ts';

interface Step extends Job {
  run: (scratch: string) => Promise<Ran & { outcome: Outcome; skipped?: readonly string[]; again?: readonly string[] }>;
}

interface Ran {
  code: number;
  printed: string;
}

const SLOWEST = 10;

/** Runs Node with these arguments; what it prints is kept, so that two steps at a time do not mix theirs. */
function node(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: projectRoot,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
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
      resolve({ code: code ?? 1, printed });
    });
  });
}

/** A command that counts as one test. */
const command =
  (told: string, args: readonly string[], env?: NodeJS.ProcessEnv): Step['run'] =>
  async () => {
    const ran = await node(args, env);
    const failures = ran.code === 0 ? [] : [told];
    return { ...ran, outcome: { passed: 1 - failures.length, failed: failures.length, failures, durations: [] } };
  };

const script = (name: string) => command(`npm run ${name}`, ['--run', name]);

const vitest =
  (project: string): Step['run'] =>
  async (scratch) => {
    const report = join(scratch, `${project}.json`);
    const tries = join(scratch, `${project}-second-tries.json`);
    const reporters = ['default', 'json', 'tests/support/second-tries.ts'].map((name) => `--reporter=${name}`);
    const ran = await node(
      ['node_modules/vitest/vitest.mjs', 'run', '--project', project, ...reporters, `--outputFile.json=${report}`],
      { [SECOND_TRIES]: tries },
    );
    const again = JSON.parse(await readFile(tries, 'utf8').catch(() => '[]')) as string[];
    return { ...ran, again, outcome: await countVitest(report, ran.code) };
  };

/** Finds or installs the browser, once for the steps that open it. */
const browser: Step['run'] = () => {
  const done = { passed: 1, failed: 0, failures: [], durations: [] };
  try {
    process.env['CHROME_PATH'] = findBrowser();
    return Promise.resolve({ code: 0, printed: process.env['CHROME_PATH'], outcome: done });
  } catch (error) {
    const failures = [error instanceof Error ? error.message : String(error)];
    return Promise.resolve({ code: 1, printed: '', outcome: { ...done, passed: 0, failed: 1, failures } });
  }
};

/** Finds or installs the other engines, once for the step that opens them; says which are not tried. */
const engines: Step['run'] = async (scratch) => {
  const out = join(scratch, 'engines.json');
  const ran = await command('finding the engines', ['tests/support/engines/cli.ts', out])(scratch);
  // Below what apt printed: a sentence for each engine that is missing.
  const sentences = ran.printed.trim().split('\n').slice(-ENGINES.length);
  if (ran.code !== 0) return { ...ran, outcome: { ...ran.outcome, failures: [sentences.join('\n')] } };
  const { names, skipped } = JSON.parse(await readFile(out, 'utf8')) as Found;
  process.env['ENGINES'] = names.join(',');
  return { ...ran, skipped };
};

const STEPS: readonly Step[] = [
  // Refused content is told at once, and not built.
  { name: 'check:content', run: script('check:content') },
  // Those of Astro share its folders (.astro/, its cache), and ESLint reads the types that it writes there: one after
  // the other, types first.
  { name: 'check:types', apart: 'astro', run: script('check:types') },
  { name: 'check:lint', apart: 'astro', run: script('check:lint') },
  { name: 'build', needs: ['check:content'], apart: 'astro', run: script('build') },
  {
    name: 'build:network',
    apart: 'astro',
    run: command('npm run build:network', ['src/build/cli.ts', '--outDir', networkDist], {
      CONTENT_DIR: networkContent,
    }),
  },
  { name: 'browser', run: browser },
  { name: 'check:format', run: script('check:format') },
  { name: 'check:unused', run: script('check:unused') },
  { name: 'check:rooms', run: script('check:rooms') },
  { name: 'check:spelling', run: script('check:spelling') },
  { name: 'unit', run: vitest('unit') },
  // A site that once had two things of one name on a page.
  { name: 'hostile', run: command('npm run test:hostile', ['tests/hostile.ts', '--sites=1', '--seed=1008']) },
  { name: 'dist', needs: ['build:network'], run: vitest('dist') },
  { name: 'content', needs: ['build'], run: vitest('content') },
  { name: 'content-browser', needs: ['build', 'browser'], run: vitest('content-browser') },
  // After the browser: apt installs one thing at a time.
  { name: 'find-engines', needs: ['browser'], run: engines },
  { name: 'e2e', needs: ['build:network', 'browser'], apart: 'astro', run: vitest('e2e') },
  { name: 'engines', needs: ['build:network', 'find-engines'], run: vitest('engines') },
];

/** The steps asked for, by name or by the part before the colon; all of them by default. */
function chosen(names: readonly string[]): readonly Step[] {
  const unknown = names.filter((name) => !STEPS.some((step) => matches(step, name)));
  if (unknown.length > 0) {
    throw new Error(`Unknown step: ${unknown.join(', ')}. Steps: ${STEPS.map(({ name }) => name).join(', ')}.`);
  }
  return names.length === 0 ? STEPS : STEPS.filter((step) => names.some((name) => matches(step, name)));
}

// « check » is all the checks; « build » is that of the site alone.
const matches = (step: Step, name: string): boolean =>
  step.name === name || (name === 'check' && step.name.startsWith('check:'));

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1).padStart(8)} s`;

async function main(): Promise<void> {
  const started = performance.now();
  const scratch = await mkdtemp(join(tmpdir(), 'petites-cantines-tests-'));
  const outcomes: Outcome[] = [];
  const told: string[] = [];
  const notTried: string[] = [];
  const triedAgain: string[] = [];
  const rows = new Map<Step, string>();
  const ended = await schedule(chosen(process.argv.slice(2)), availableParallelism(), async (step) => {
    console.log(`── ${step.name}…`);
    const since = performance.now();
    const { outcome, printed, skipped = [], again = [] } = await step.run(scratch);
    const { passed, failed, failures } = outcome;
    outcomes.push(outcome);
    notTried.push(...skipped);
    triedAgain.push(...again);
    told.push(...failures.map((failure) => `FAILED ${step.name}: ${failure}`));
    const row = `${seconds(since)}${String(passed).padStart(7)} passed${String(failed).padStart(5)} failed`;
    rows.set(step, row);
    console.log(`\n── ${step.name}${row} ──\n${printed}`);
    return failed === 0;
  });
  await rm(scratch, { recursive: true, force: true });
  if (told.length > 0) console.log(`${told.join('\n')}\n`);
  const durations = slowest(
    outcomes.flatMap((outcome) => outcome.durations),
    SLOWEST,
  );
  if (durations.length > 0) console.log(`The slowest tests\n${durations.join('\n')}\n`);
  for (const [step] of ended) console.log(`${step.name.padEnd(14)}${rows.get(step) ?? '     not run'}`);
  if (notTried.length > 0) console.log(`\n${notTried.join('\n')}`);
  if (triedAgain.length > 0) console.log(`\nPassed at the second try, to be mended\n${triedAgain.join('\n')}`);
  const sum = (part: 'passed' | 'failed') => outcomes.reduce((total, outcome) => total + outcome[part], 0);
  console.log(`${'in all'.padEnd(14)}${seconds(started)}\n\n${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
}

await main();
