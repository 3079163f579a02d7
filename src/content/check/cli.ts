import { resolve } from 'node:path';
import { siteFolders } from './folders.ts';
import { formatDrafts, formatProblems, formatSuccess, inspectContent } from './index.ts';

/**
 * Checks the content of the site: `node src/content/check/cli.ts` ends with 1 when something is wrong. Without
 * `SITE_URL`, what would be wrong only once online, without the examples, is told too; so is what
 * remains in drafts, which stops nothing. `--json` is for programs.
 */
const folders = { ...siteFolders(resolve(import.meta.dirname, '../../..')), whole: true };
const { problems, drafts, ...inspection } = await inspectContent(folders);
const entries = inspection.entries.length;
if (!folders.live) {
  const online = await inspectContent({ ...folders, live: true, unfinished: true });
  const told = new Set(problems.map((problem) => JSON.stringify(problem)));
  problems.push(...online.problems.filter((problem) => !told.has(JSON.stringify(problem))));
}
if (process.argv.includes('--json')) console.log(JSON.stringify({ entries, problems, drafts }, undefined, 1));
else if (problems.length === 0 && drafts.length > 0)
  console.log(`${formatDrafts(drafts, { colour: process.stdout.isTTY })}\n\n${formatSuccess(entries)}`);
else if (problems.length > 0) console.error(formatProblems(problems, { colour: process.stderr.isTTY }));
else console.log(formatSuccess(entries));
process.exitCode = problems.length > 0 ? 1 : 0;
