import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** Where the tests that passed at their second try are written, as a JSON list; unset, they are not. */
export const SECOND_TRIES = 'SECOND_TRIES_FILE';

/**
 * Tells the tests that failed once and then passed: each has a race to mend, which a green run must not hide. They are
 * tried again only where `TRIES` asks for it (`.ci/run`).
 */
export default class SecondTries implements Reporter {
  readonly #told: string[] = [];

  onTestCaseResult(test: TestCase): void {
    if (!test.diagnostic()?.flaky) return;
    const [error] = test.result().errors ?? [];
    const cause = error?.message.split('\n', 1)[0]?.slice(0, 200) ?? '';
    this.#told.push(`${basename(test.module.moduleId)} > ${test.fullName}${cause && `: ${cause}`}`);
  }

  async onTestRunEnd(_modules: readonly TestModule[]): Promise<void> {
    const file = process.env[SECOND_TRIES];
    if (file !== undefined) await writeFile(file, JSON.stringify(this.#told));
  }
}
