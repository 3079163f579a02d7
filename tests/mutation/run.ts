/**
 * Mutation testing: Stryker changes the rules one place at a time, and the tests of their subject must see it. Fails
 * when the subjects that are held, taken together, are seen less than FLOOR. docs/mutation.md reads the result.
 *
 *     npm run test:mutation                   every subject
 *     npm run test:mutation -- kit matching   some of them
 *
 * What has not changed since the last run is not asked again, nor, when tests alone have, what is read as a module
 * loads: `rm -r .cache/stryker` asks everything.
 */
import { Stryker } from '@stryker-mutator/core';
import { SUBJECT_VARIABLE, SUBJECTS, type Subject } from './subjects.ts';

/** Percentage of the mutants that a test must see. */
const FLOOR = 90;
const FOLDER = '.cache/stryker';

interface Score {
  name: string;
  held: boolean;
  killed: number;
  asked: number;
}

async function mutate(name: string, { mutated, held }: Subject): Promise<Score> {
  process.env[SUBJECT_VARIABLE] = name;
  const results = await new Stryker({
    mutate: mutated.map((files) => `src/${files}`),
    plugins: [import.meta.resolve('@stryker-mutator/vitest-runner')],
    testRunner: 'vitest',
    vitest: { configFile: 'tests/mutation/vitest.config.ts' },
    coverageAnalysis: 'perTest',
    concurrency: 2,
    // A loop that does not end is seen; a busy machine must not look like one.
    timeoutMS: 20_000,
    // Out of the way of what reads the tree while it runs.
    tempDirName: `${FOLDER}/sandbox`,
    ignorePatterns: ['/*', '!/src', '!/tests', '!/package.json', '!/tsconfig.json'],
    incremental: true,
    incrementalFile: `${FOLDER}/${name}.json`,
    reporters: ['clear-text', 'progress-append-only'],
    clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
    allowConsoleColors: false,
  }).runMutationTest();
  const count = (...statuses: string[]) => results.filter(({ status }) => statuses.includes(status)).length;
  const killed = count('Killed', 'Timeout');
  return { name, held, killed, asked: killed + count('Survived', 'NoCoverage') };
}

const percentage = ({ killed, asked }: Pick<Score, 'killed' | 'asked'>) => (100 * killed) / asked;

function row(name: string, score: Pick<Score, 'killed' | 'asked'>): string {
  const numbers = `${score.killed} of ${score.asked}`.padStart(14);
  return `${name.padEnd(24)}${percentage(score).toFixed(1).padStart(6)} %${numbers}`;
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(SUBJECTS, name));
if (unknown.length > 0) throw new Error(`Give subjects among: ${Object.keys(SUBJECTS).join(', ')}.`);

const scores: Score[] = [];
for (const [name, subject] of Object.entries(SUBJECTS)) {
  if (asked.length === 0 || asked.includes(name)) scores.push(await mutate(name, subject));
}
for (const score of scores) console.log(row(score.name, score));
const held = scores.filter((score) => score.held);
if (held.length > 0) {
  const sum = (part: 'killed' | 'asked') => held.reduce((total, score) => total + score[part], 0);
  const total = { killed: sum('killed'), asked: sum('asked') };
  console.log(row(held.map(({ name }) => name).join(' + '), total));
  if (percentage(total) < FLOOR) {
    console.log(`Below ${FLOOR} %: pin what survived, or say in docs/mutation.md why it may.`);
    process.exitCode = 1;
  }
}
