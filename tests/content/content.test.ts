import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { siteFolders } from '../../src/content/check/folders.ts';
import { checkContent, formatProblems } from '../../src/content/check/index.ts';

const folders = siteFolders(resolve(import.meta.dirname, '../..'));

test.each([
  ['on a local build', false],
  ['on a live build, without the examples', true],
])('the content of the site has no problem %s', async (_name, live) => {
  // What only the network can write is left open, and keeps the site from going live.
  const problems = (await checkContent({ ...folders, live })).filter(
    ({ found }) => !/à compléter par le réseau/i.test(found),
  );
  expect(problems, formatProblems(problems)).toEqual([]);
});
