import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectRoot } from './folders.ts';

/** Where the packages of the project keep what they computed: a copy has its own. */
const CACHES = new Set(['.astro', '.vite', '.vitest-cache', '.cache']);

/**
 * A copy of the project, its content and all that Git would commit, in a temporary folder: what editors publish can be
 * changed there without touching what they have published.
 */
export function copySite(): { root: string; remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'petites-cantines-site-'));
  const git = (folder: string, ...args: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=essai', '-c', 'user.email=essai@exemple.org', ...args], {
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
  const listed = git(projectRoot, 'ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0');
  for (const file of listed.filter((each) => each !== '' && existsSync(join(projectRoot, each)))) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    cpSync(join(projectRoot, file), join(root, file));
  }
  mkdirSync(join(root, 'node_modules'));
  for (const name of readdirSync(join(projectRoot, 'node_modules')).filter((each) => !CACHES.has(each)))
    symlinkSync(join(projectRoot, 'node_modules', name), join(root, 'node_modules', name));
  // The calendars read the revisions of their entries.
  git(root, 'init', '--quiet');
  git(root, 'add', '--all');
  git(root, 'commit', '--quiet', '--message', 'Start');
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
