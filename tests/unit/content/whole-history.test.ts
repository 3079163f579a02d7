import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { historyRefusal, historyWarning } from '#content/whole-history.ts';

let root = '';
const folder = () => join(root, 'repo/content');

const git = (where: string, ...args: string[]) =>
  execFileSync('git', ['-C', where, '-c', 'user.name=A', '-c', 'user.email=a@exemple.org', ...args], { stdio: 'pipe' });

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'whole-history-'));
  mkdirSync(folder(), { recursive: true });
  git(join(root, 'repo'), 'init', '-q');
  for (const text of ['un', 'deux']) {
    writeFileSync(join(folder(), 'a.md'), text);
    git(join(root, 'repo'), 'add', '-A');
    git(join(root, 'repo'), 'commit', '-qm', text);
  }
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

const refusal = (where = folder()) => historyRefusal(where, 'https://www.exemple.org');

test('the whole history: nothing to say', () => {
  expect(refusal()).toBeUndefined();
  expect(historyWarning(folder())).toBeUndefined();
});

test('a trial without it is built, and says that its numbers are not those of the site', () => {
  git(root, 'clone', '-q', '--depth', '1', `file://${root}/repo`, 'shallow');
  const told = historyWarning(join(root, 'shallow/content'));
  expect(told).toMatch(/n’a qu’une partie de son historique Git : .*SEQUENCE.*git fetch --unshallow/);
  rmSync(join(root, 'repo/.git'), { recursive: true });
  vi.stubEnv('GIT_CEILING_DIRECTORIES', root);
  expect(historyWarning(folder())).toMatch(/n’est dans aucun dépôt Git : .*plus petits/);
});

test('a shallow clone', () => {
  git(root, 'clone', '-q', '--depth', '1', `file://${root}/repo`, 'shallow');
  expect(refusal(join(root, 'shallow/content'))).toMatch(
    /^SITE_URL=https:\/\/www\.exemple\.org est un site en ligne, mais le dépôt de « .*shallow\/content » n’a qu’une partie de son historique Git\..*fetch-depth: 0.*GIT_DEPTH: 0.*git fetch --unshallow/,
  );
});

test('an archive', () => {
  rmSync(join(root, 'repo/.git'), { recursive: true });
  vi.stubEnv('GIT_CEILING_DIRECTORIES', root);
  expect(refusal()).toMatch(/n’est dans aucun dépôt Git\..*git clone/);
});

test('a repository of another account', () => {
  // What Git itself sets in its own tests to act as if the owner were somebody else.
  vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1');
  expect(refusal()).toMatch(/Git refuse de lire le dépôt « .*repo(?:\/\.git)? », .*safe\.directory/);
});

test('no Git', () => {
  vi.stubEnv('PATH', root);
  expect(refusal()).toMatch(/la commande git est introuvable\..*Installez Git/);
});

test('a folder that Git does not keep', () => {
  const aside = join(root, 'repo/aside/content');
  mkdirSync(aside, { recursive: true });
  writeFileSync(join(aside, 'a.md'), 'un');
  expect(refusal(aside)).toMatch(/l’historique Git ne contient rien de « .*aside\/content »\..*git add/);
});

test('a repository that is broken: what Git says', () => {
  rmSync(join(root, 'repo/.git/objects'), { recursive: true });
  mkdirSync(join(root, 'repo/.git/objects'));
  expect(refusal()).toMatch(/Git ne lit pas l’historique de « .* » : fatal: .*git log/);
});
