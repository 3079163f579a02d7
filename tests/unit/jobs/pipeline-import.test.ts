/** `.ci/import`, in a repository whose import is a line of shell: what is in which branch. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { projectRoot } from '../../support/folders.ts';
import { commitAll, git } from '../../support/git.ts';

const BRANCH = 'import/aides-territoires';

let scratch = '';
const runner = () => join(scratch, 'runner');
const bare = () => join(scratch, 'site.git');
const write = (folder: string, file: string, text: string) => {
  mkdirSync(join(folder, file, '..'), { recursive: true });
  writeFileSync(join(folder, file), text);
};
const imports = (script: string) =>
  write(runner(), 'package.json', JSON.stringify({ scripts: { 'import:aides-territoires': script } }));
const shown = (file: string) => git(bare(), 'show', `${BRANCH}:${file}`);

/** What the night says, and how it ends. */
function night() {
  const { status, stdout, stderr } = spawnSync(join(runner(), '.ci/import'), [BRANCH], {
    cwd: runner(),
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

const DRAFT =
  'mkdir -p content/opportunities imports && echo draft > content/opportunities/aide.md && echo 1 > imports/memory.json';

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'import-'));
  git(scratch, 'init', '--quiet', '--bare', 'site.git');
  git(scratch, 'init', '--quiet', 'runner');
  git(runner(), 'remote', 'add', 'origin', bare());
  cpSync(join(projectRoot, '.ci/import'), join(runner(), '.ci/import'));
  write(runner(), 'content/pages/accueil.md', 'accueil');
  write(runner(), 'imports/.keep', '');
  imports(DRAFT);
  commitAll(runner(), 'Start');
  git(runner(), 'push', '--quiet', 'origin', 'HEAD:refs/heads/main');
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

test('drafts go into a branch, and the site of the night is built without them', () => {
  const before = git(runner(), 'rev-parse', 'HEAD');
  expect(night()).toEqual({ status: 0, said: expect.stringContaining(`dans la branche ${BRANCH}`) as string });
  expect(shown('content/opportunities/aide.md')).toBe('draft');
  expect(shown('imports/memory.json')).toBe('1');
  expect(git(runner(), 'rev-parse', 'HEAD')).toBe(before);
  expect(git(runner(), 'status', '--porcelain')).toBe('');
});

test('nothing new: no branch', () => {
  imports('true');
  commitAll(runner(), 'Nothing');
  expect(night()).toEqual({ status: 0, said: 'Aucune nouvelle fiche à relire.\n' });
  expect(git(bare(), 'branch', '--list', BRANCH)).toBe('');
});

test('what somebody wrote in the branch is kept, with what the site has become', () => {
  night();
  git(scratch, 'clone', '--quiet', '--branch', BRANCH, 'site.git', 'reader');
  write(join(scratch, 'reader'), 'content/opportunities/relue.md', 'read');
  commitAll(join(scratch, 'reader'), 'Read one');
  git(join(scratch, 'reader'), 'push', '--quiet');
  write(runner(), 'content/pages/accueil.md', 'changed');
  commitAll(runner(), 'Change the home page');
  expect(night().status).toBe(0);
  expect(shown('content/opportunities/relue.md')).toBe('read');
  expect(shown('content/pages/accueil.md')).toBe('changed');
  expect(readFileSync(join(runner(), 'content/pages/accueil.md'), 'utf8')).toBe('changed');
});

test('an import that is cut leaves nothing to build, and fails', () => {
  imports(`${DRAFT} && exit 1`);
  commitAll(runner(), 'Cut');
  expect(night().status).not.toBe(0);
  expect(existsSync(join(runner(), 'content/opportunities/aide.md'))).toBe(false);
  expect(git(bare(), 'branch', '--list', BRANCH)).toBe('');
});

test('a branch that does not fit the site any more is told, and left', () => {
  night();
  const branch = git(bare(), 'rev-parse', BRANCH);
  write(runner(), 'content/opportunities/aide.md', 'another');
  commitAll(runner(), 'The same file');
  const { status, said } = night();
  expect(status).toBe(1);
  expect(said).toContain(`La branche ${BRANCH} ne se fond plus dans le site`);
  expect(git(bare(), 'rev-parse', BRANCH)).toBe(branch);
  expect(git(runner(), 'status', '--porcelain')).toBe('');
});

test('a forge that takes no push is told, with what to set', () => {
  git(runner(), 'remote', 'set-url', '--push', 'origin', join(scratch, 'none.git'));
  const { status, said } = night();
  expect(status).toBe(1);
  expect(said).toContain('réglez PUSH_TOKEN');
});
