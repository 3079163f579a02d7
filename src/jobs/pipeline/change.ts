import { execFileSync } from 'node:child_process';

/** What editors and the import write. */
const CONTENT = ['content/', 'public/uploads/', 'imports/'];

/**
 * What stands between the site that is served and the commit to publish. When it is content alone, the tests of any
 * site are enough; code that was pushed and refused in between stays code until it passes.
 */
export function changeSince(served: string | undefined, commit: string, folder: string): 'content' | 'code' {
  const changed = served && git(folder, 'diff', '--name-only', '--no-renames', '-z', served, commit);
  if (changed === undefined) return 'code';
  const files = changed.split('\0').filter((file) => file !== '');
  return files.every((file) => CONTENT.some((start) => file.startsWith(start))) ? 'content' : 'code';
}

/** True when the first commit is an ancestor of the other: to publish it would take the site back. */
export const isOlder = (commit: string, served: string, folder: string): boolean =>
  commit !== served && git(folder, 'merge-base', '--is-ancestor', commit, served) !== undefined;

/** Brings the newest commits of the branch, among which that of the served site may be; undefined without a remote. */
export const fetchNewest = (folder: string): string | undefined => git(folder, 'fetch', '--quiet', 'origin');

export const knows = (commit: string, folder: string): boolean =>
  git(folder, 'cat-file', '-e', `${commit}^{commit}`) !== undefined;

/** What Git says; undefined when it refuses. */
function git(folder: string, ...args: string[]): string | undefined {
  try {
    return execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return undefined;
  }
}
