import { defineConfig } from 'vitest/config';

const MINUTE = 60_000;

export default defineConfig({
  test: {
    // Decap ships ES modules without file extensions: Vite resolves them, Node does not.
    server: { deps: { inline: [/decap-cms/] } },
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      { extends: true, test: { name: 'content', include: ['tests/content/**/*.test.ts'] } },
      // Reads dist/: `npm run build` first.
      { extends: true, test: { name: 'dist', include: ['tests/dist/**/*.test.ts'], testTimeout: MINUTE } },
      // One file after another: a browser and a server share the machine's few cores.
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 2 * MINUTE,
          hookTimeout: 5 * MINUTE,
        },
      },
    ],
  },
});
