import { resolve } from 'node:path';
import { formatReading } from '../advice/format.ts';
import { readingOf } from '../advice/index.ts';
import { toMdast } from '../mdast.ts';
import { siteFolders } from './folders.ts';
import { formatDrafts, formatLeft, formatProblems, formatSuccess, inspectContent, type FileProblem } from './index.ts';

/**
 * Checks the content of the site: `node src/content/check/cli.ts` ends with 1 when something is wrong. Without
 * `SITE_URL`, what would be wrong only once online, without the examples, is told too. What remains in drafts, what the
 * network has yet to complete, and how the texts read (`--conseils`: every piece of advice) stop nothing. `--json` is
 * for programs.
 */
const folders = { ...siteFolders(resolve(import.meta.dirname, '../../..')), whole: true };
const { problems, drafts, ...inspection } = await inspectContent(folders);
const entries = inspection.entries.length;
const left: FileProblem[] = [];
if (!folders.live) {
  const online = await inspectContent({ ...folders, live: true, unfinished: true });
  problems.push(...without(problems, online.problems));
  left.push(...without(problems, (await inspectContent({ ...folders, live: true })).problems));
}

/** Those of the second list that are not in the first. */
function without(told: readonly FileProblem[], problems: readonly FileProblem[]): FileProblem[] {
  const known = new Set(told.map((problem) => JSON.stringify(problem)));
  return problems.filter((problem) => !known.has(JSON.stringify(problem)));
}

if (process.argv.includes('--json')) console.log(JSON.stringify({ entries, problems, drafts }, undefined, 1));
else if (problems.length > 0) console.error(formatProblems(problems, { colour: process.stderr.isTTY }));
else {
  const all = process.argv.includes('--conseils');
  const told = [
    ...(drafts.length > 0 ? [formatDrafts(drafts, { colour: process.stdout.isTTY })] : []),
    ...(left.length > 0 ? [formatLeft(left)] : []),
    formatReading(readingOf(inspection.entries, toMdast), { all }),
    formatSuccess(entries),
  ];
  console.log(told.join('\n\n'));
}
process.exitCode = problems.length > 0 ? 1 : 0;
