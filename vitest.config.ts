import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { networkContent, networkDist } from './tests/support/folders.ts';
import { TEST_MS, WAIT_MS } from './tests/support/limits.ts';
import { LongestFirst } from './tests/support/longest-first.ts';

/** Where a test drives a browser, `TRIES=2` gives a failed one a second try, which `tests/run.ts` tells. */
const retry = Number(process.env['TRIES'] ?? 1) - 1;

export default defineConfig({
  test: {
    testTimeout: TEST_MS,
    hookTimeout: TEST_MS,
    teardownTimeout: WAIT_MS,
    expect: { poll: { timeout: WAIT_MS } },
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    // Decap ships ES modules without file extensions: Vite resolves them, Node does not.
    server: { deps: { inline: [/decap-cms/] } },
    projects: [
      // The commands that a test starts read the frozen network too.
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], env: { CONTENT_DIR: networkContent } } },
      // The site of what editors publish, in dist/. Its files share the parsed pages.
      {
        test: {
          name: 'content',
          include: ['tests/content/**/*.test.ts'],
          exclude: ['tests/content/browser/**'],
          isolate: false,
        },
      },
      // The same site in a browser, which an entry alone does not change: for a push of code, and each night.
      {
        test: {
          name: 'content-browser',
          retry,
          include: ['tests/content/browser/**/*.test.ts'],
          isolate: false,
          maxConcurrency: availableParallelism() + 1,
          globalSetup: 'tests/support/browser-setup.ts',
        },
      },
      // The site of the frozen network, held to the same and to what its entries lead one to expect.
      {
        test: {
          name: 'dist',
          include: ['tests/dist/**/*.test.ts', 'tests/content/**/*.test.ts'],
          exclude: ['tests/content/browser/**'],
          env: { DIST_DIR: networkDist },
          isolate: false,
        },
      },
      // The servers that a developer's machine may lack: npm run test:hosts.
      { test: { name: 'hosts', include: ['tests/hosts/**/*.test.ts'] } },
      {
        test: {
          name: 'e2e',
          retry,
          include: ['tests/e2e/**/*.test.ts'],
          env: { DIST_DIR: networkDist },
          // A page that waits for its server or its browser leaves room for another.
          maxWorkers: availableParallelism() + 1,
          globalSetup: 'tests/support/browser-setup.ts',
        },
      },
      // What matters most, in three engines: a file for each.
      {
        test: {
          name: 'engines',
          retry,
          include: ['tests/engines/**/*.test.ts'],
          env: { DIST_DIR: networkDist },
          globalSetup: 'tests/support/engines/setup.ts',
        },
      },
    ],
  },
});
