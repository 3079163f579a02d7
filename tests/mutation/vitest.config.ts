import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { networkContent, projectRoot } from '../support/folders.ts';
import { TEST_MS } from '../support/limits.ts';
import { SUBJECT_VARIABLE, SUBJECTS } from './subjects.ts';

const subject = SUBJECTS[process.env[SUBJECT_VARIABLE] ?? ''];

/** The unit tests of one subject, or of all. Started by Stryker. */
export default defineConfig({
  root: projectRoot,
  test: {
    include: (subject ? [subject] : Object.values(SUBJECTS)).flatMap(({ tests }) =>
      tests.map((files) => `tests/unit/${files}.test.ts`),
    ),
    setupFiles: [join(import.meta.dirname, 'setup.ts')],
    // Stryker starts a run for each mutant, and every run loads its modules anew: one worker is enough for all its
    // files.
    isolate: false,
    testTimeout: TEST_MS,
    env: { CONTENT_DIR: networkContent },
  },
});
