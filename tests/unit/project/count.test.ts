import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countVitest, slowest } from '../../support/count.ts';

let dir = '';
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'count-'));
});
afterAll(() => rm(dir, { recursive: true }));

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});

test.each([
  ['all passed', [file('passed', 'passed', 'passed')], 0, { passed: 2, failed: 0 }],
  ['one failed', [file('failed', 'passed', 'failed')], 1, { passed: 1, failed: 1 }],
  ['a file that could not be loaded', [file('passed', 'passed'), file('failed')], 1, { passed: 1, failed: 1 }],
  ['a hook that broke after the tests', [file('failed', 'passed')], 1, { passed: 1, failed: 1 }],
  ['an error outside of the tests', [file('passed', 'passed')], 1, { passed: 1, failed: 1 }],
  ['skipped tests count for nothing', [file('passed', 'passed', 'pending', 'todo')], 0, { passed: 1, failed: 0 }],
  ['no test at all', [], 0, { passed: 0, failed: 1 }],
])('%s', async (_title, testResults, exitCode, count) => {
  const report = join(dir, 'report.json');
  await writeFile(report, JSON.stringify({ testResults }));
  const outcome = await countVitest(report, exitCode);
  expect(outcome).toMatchObject(count);
  expect(outcome.failures).toHaveLength(count.failed);
});

test('a run that left no report, or half of one, is a failure', async () => {
  expect(await countVitest(join(dir, 'absent.json'), 1)).toMatchObject({ passed: 0, failed: 1 });
  const half = join(dir, 'half.json');
  await writeFile(half, '{"testResults": [');
  expect(await countVitest(half, 0)).toMatchObject({ passed: 0, failed: 1 });
});

test('a failure is told by its file, its name and the first lines of its cause', async () => {
  const report = join(dir, 'told.json');
  const cause = ['Error: expected 23 to be 24', '', 'x'.repeat(1000), 'a', 'b', 'c', 'd', 'e'].join('\n');
  const assertionResults = [{ status: 'failed', fullName: 'the marks are apart', failureMessages: [cause] }];
  await writeFile(
    report,
    JSON.stringify({
      testResults: [
        { name: 'map.test.ts', status: 'failed', assertionResults },
        { name: 'clock.test.ts', status: 'failed', message: 'Cannot find module', assertionResults: [] },
      ],
    }),
  );
  const { failures } = await countVitest(report, 1);
  expect(failures[0]?.split('\n')).toEqual([
    'map.test.ts > the marks are apart',
    '  Error: expected 23 to be 24',
    `  ${'x'.repeat(300)}`,
    '  a',
    '  b',
    '  c',
    '  d',
  ]);
  expect(failures[1]).toBe('clock.test.ts\n  Cannot find module');
});

test('the slowest tests are told with their files, the longest first', async () => {
  const report = join(dir, 'slow.json');
  const took = (fullName: string, duration?: number) => ({ status: 'passed', fullName, duration });
  const name = '/a/b/map.test.ts';
  const assertionResults = [took('one', 1234), took('two', 56_789), took('three', 12), took('four')];
  await writeFile(report, JSON.stringify({ testResults: [{ name, status: 'passed', assertionResults }] }));
  const { durations } = await countVitest(report, 0);
  expect(slowest(durations, 2)).toEqual(['    56.8 s  map.test.ts > two', '     1.2 s  map.test.ts > one']);
});
