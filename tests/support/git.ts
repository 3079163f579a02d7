import { execFileSync } from 'node:child_process';

const WHO = ['-c', 'user.name=Essai', '-c', 'user.email=essai@exemple.org', '-c', 'init.defaultBranch=main'];

/** What Git says in a folder, as nobody in particular. */
export const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['-C', folder, ...WHO, ...args], { encoding: 'utf8', maxBuffer: 1e8, stdio: 'pipe' }).trim();

/** Commits all that a folder holds, and gives the name of that commit. */
export function commitAll(folder: string, message: string): string {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--allow-empty', '--message', message);
  return git(folder, 'rev-parse', 'HEAD');
}
