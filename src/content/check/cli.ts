import { resolve } from 'node:path';
import { siteFolders } from './folders.ts';
import { formatProblems, formatSuccess, inspectContent } from './index.ts';

/** Checks the content of the site: `node src/content/check/cli.ts` ends with 1 when something is wrong. */
const { problems, entries } = await inspectContent(siteFolders(resolve(import.meta.dirname, '../../..')));
if (problems.length > 0) {
  console.error(formatProblems(problems, { colour: process.stderr.isTTY }));
  process.exitCode = 1;
} else {
  console.log(formatSuccess(entries));
}
