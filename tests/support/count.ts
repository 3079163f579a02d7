import { readFile } from 'node:fs/promises';

export interface Count {
  passed: number;
  failed: number;
}

/** The part of Vitest's JSON report that is counted. */
interface Report {
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/**
 * Counts the tests of a Vitest run from its JSON report.
 * Also counted as one failure each: a file that failed without a failed test (it could not be loaded,
 * or a hook broke), and a run that failed for another reason or left no report.
 */
export async function countVitest(report: string, exitCode: number): Promise<Count> {
  const files = await readFile(report, 'utf8')
    .then((text) => (JSON.parse(text) as Report).testResults)
    .catch(() => undefined);
  if (!files) return { passed: 0, failed: 1 };
  const count: Count = { passed: 0, failed: 0 };
  for (const { status, assertionResults } of files) {
    const failed = assertionResults.filter((each) => each.status === 'failed').length;
    count.passed += assertionResults.filter((each) => each.status === 'passed').length;
    count.failed += status === 'failed' ? Math.max(1, failed) : failed;
  }
  if (exitCode !== 0 && count.failed === 0) count.failed = 1;
  // A run without any test proves nothing.
  if (count.passed + count.failed === 0) count.failed = 1;
  return count;
}
