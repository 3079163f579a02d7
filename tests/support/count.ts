import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

export interface Count {
  passed: number;
  failed: number;
}

/** A count, for each failure where it is and the first lines of its cause, and how long each test took. */
export interface Outcome extends Count {
  failures: readonly string[];
  durations: readonly Duration[];
}

/** A test, named by its file and its title, and its milliseconds. */
export interface Duration {
  test: string;
  ms: number;
}

/** The part of Vitest's JSON report that is counted. */
interface Report {
  testResults: {
    name?: string;
    status: string;
    message?: string;
    assertionResults: { status: string; fullName?: string; failureMessages?: string[]; duration?: number | null }[];
  }[];
}

const CAUSE_LINES = 6;
const CAUSE_WIDTH = 300;

/** A failure in a few lines, each cut short: the whole is in the output above. */
function tell(where: string, cause: string | undefined): string {
  const lines = (cause ?? '').split('\n').filter((line) => line.trim() !== '');
  return [where, ...lines.slice(0, CAUSE_LINES).map((line) => `  ${line.slice(0, CAUSE_WIDTH)}`)].join('\n');
}

/**
 * Counts the tests of a Vitest run from its JSON report.
 * Also counted as one failure each: a file that failed without a failed test (it could not be loaded,
 * or a hook broke), and a run that failed for another reason or left no report.
 */
export async function countVitest(report: string, exitCode: number): Promise<Outcome> {
  const files = await readFile(report, 'utf8')
    .then((text) => (JSON.parse(text) as Report).testResults)
    .catch(() => undefined);
  if (!files) return { passed: 0, failed: 1, failures: ['The run left no report.'], durations: [] };
  let passed = 0;
  const failures: string[] = [];
  const durations: Duration[] = [];
  for (const { name = '', status, message, assertionResults } of files) {
    const failed = assertionResults.filter((each) => each.status === 'failed');
    passed += assertionResults.filter((each) => each.status === 'passed').length;
    for (const { fullName = '', duration } of assertionResults)
      durations.push({ test: `${basename(name)} > ${fullName}`, ms: duration ?? 0 });
    for (const { fullName = '', failureMessages = [] } of failed)
      failures.push(tell(`${name} > ${fullName}`, failureMessages.join('\n')));
    if (status === 'failed' && failed.length === 0) failures.push(tell(name, message));
  }
  if (exitCode !== 0 && failures.length === 0) failures.push(`The run ended with code ${exitCode}.`);
  // A run without any test proves nothing.
  if (passed + failures.length === 0) failures.push('No test ran.');
  return { passed, failed: failures.length, failures, durations };
}

/** The longest tests, one line each: seconds, file, title. */
export function slowest(durations: readonly Duration[], count: number): string[] {
  return durations
    .toSorted((one, other) => other.ms - one.ms)
    .slice(0, count)
    .map(({ test, ms }) => `${(ms / 1000).toFixed(1).padStart(8)} s  ${test}`);
}
