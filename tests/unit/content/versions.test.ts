import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readVersions } from '#content/versions.ts';

let root = '';
const folder = () => join(root, 'content');

function git(args: readonly string[], moment = '2026-12-01T10:00:00Z') {
  const env = {
    PATH: process.env['PATH'],
    HOME: root,
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@exemple.org',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@exemple.org',
    GIT_AUTHOR_DATE: moment,
    GIT_COMMITTER_DATE: moment,
  };
  execFileSync('git', ['-C', root, ...args], { env, stdio: 'pipe' });
}

function write(files: Readonly<Record<string, string | undefined>>, moment: string) {
  for (const [name, text] of Object.entries(files)) {
    if (text === undefined) rmSync(join(folder(), name));
    else writeFileSync(join(folder(), name), text);
  }
  git(['add', '-A'], moment);
  git(['commit', '-qm', 'Write'], moment);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'versions-'));
  mkdirSync(folder(), { recursive: true });
  git(['init', '-q', '-b', 'main']);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('the last text of each day, until the file is deleted, and written again', () => {
  write({ 'a.md': 'un\n', 'é.md': 'accent' }, '2026-12-01T10:00:00Z');
  write({ 'a.md': 'deux\n' }, '2026-12-02T10:00:00Z');
  write({ 'a.md': 'trois\n\nœuf' }, '2026-12-02T11:00:00Z');
  write({ 'a.md': undefined }, '2026-12-03T10:00:00Z');
  write({ 'a.md': 'un\n' }, '2026-12-04T10:00:00Z');
  expect(readVersions(folder()).get('a.md')).toEqual([
    { on: '2026-12-01', text: 'un\n' },
    { on: '2026-12-02', text: 'trois\n\nœuf' },
    { on: '2026-12-03', text: undefined },
    { on: '2026-12-04', text: 'un\n' },
  ]);
  expect(readVersions(folder()).get('é.md')).toEqual([{ on: '2026-12-01', text: 'accent' }]);
});

test('days are those of France, and a clock that goes back does not turn them', () => {
  write({ 'a.md': 'un' }, '2026-12-01T23:30:00Z');
  write({ 'a.md': 'deux' }, '2026-11-01T10:00:00Z');
  expect(readVersions(folder()).get('a.md')).toEqual([{ on: '2026-12-02', text: 'deux' }]);
});

test('what a branch brings is told on the day it is published', () => {
  write({ 'a.md': 'un' }, '2026-12-01T10:00:00Z');
  git(['checkout', '-qb', 'branch']);
  write({ 'a.md': 'deux' }, '2026-12-02T10:00:00Z');
  git(['checkout', '-q', 'main']);
  write({ 'b.md': 'un' }, '2026-12-03T10:00:00Z');
  git(['merge', '-q', '--no-ff', '-m', 'Publish', 'branch'], '2026-12-05T10:00:00Z');
  expect(readVersions(folder()).get('a.md')).toEqual([
    { on: '2026-12-01', text: 'un' },
    { on: '2026-12-05', text: 'deux' },
  ]);
});

test('without a repository, Git says why', () => {
  rmSync(join(root, '.git'), { recursive: true });
  expect(() => readVersions(folder())).toThrow(/not a git repository/);
});
