import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readOrigin } from '#publication/origin.ts';
import { contains, readSiteState, RECENT_COMMITS, siteStateOf } from '#publication/site-state.ts';

const NOW = new Date('2026-12-01T03:00:00Z');
const sha = (digit: string) => digit.repeat(40);
const NOWHERE = { commit: undefined, committedAt: undefined, commits: [] };

describe('the state of a site', () => {
  const origin = {
    commit: sha('b'),
    committedAt: new Date('2026-11-30T23:12:00+01:00'),
    commits: [sha('b'), sha('a')],
  };

  test('counts what is shown in each collection, and what is left out in all', () => {
    const collections = new Map([
      ['cantines', [undefined, 'draft', undefined] as const],
      ['sessions', ['demo', 'draft'] as const],
      ['guides', []],
    ]);
    expect(siteStateOf(origin, collections, NOW)).toEqual({
      version: 1,
      commit: sha('b'),
      committedAt: '2026-11-30T22:12:00.000Z',
      builtAt: '2026-12-01T03:00:00.000Z',
      commits: [sha('b'), sha('a')],
      entries: { cantines: 2, sessions: 0, guides: 0 },
      drafts: 2,
      examples: 1,
    });
  });

  test('says how many hours are confirmed, as older sites do not', () => {
    const hours = { open: 17, confirmed: 1, months: 6, days: ['2026-04-01', '2026-11-23'] };
    const state = siteStateOf(origin, new Map(), NOW, hours);
    expect(readSiteState(JSON.stringify(state))?.hours).toEqual(hours);
    expect(siteStateOf(origin, new Map(), NOW)).not.toHaveProperty('hours');
  });

  test('is read back as it was written', () => {
    for (const from of [origin, NOWHERE]) {
      const state = siteStateOf(from, new Map(), NOW);
      expect(readSiteState(JSON.stringify(state))).toEqual(state);
    }
  });

  test.each([
    '',
    'null',
    '<!doctype html><title>Page absente</title>',
    '{"version":2}',
    '{"version":1,"commit":"main"}',
  ])('a text that is no state: %s', (text) => {
    expect(readSiteState(text)).toBeUndefined();
  });

  test('names the newest commits only, and contains those', () => {
    const commits = Array.from({ length: RECENT_COMMITS + 5 }, (_, index) => index.toString(16).padStart(40, '0'));
    const state = siteStateOf({ ...origin, commits }, new Map(), NOW);
    expect(state.commits).toEqual(commits.slice(0, RECENT_COMMITS));
    expect(contains(state, commits[0] ?? '')).toBe(true);
    expect(contains(state, commits.at(-1) ?? '')).toBe(false);
  });
});

describe('where a build comes from', () => {
  let root = '';
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', root, '-c', 'user.name=A', '-c', 'user.email=a@exemple.org', ...args], {
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim();
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'origin-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  test('Git: the commit at hand, its moment, those before it', () => {
    git('init', '-q');
    for (const name of ['a', 'b']) {
      writeFileSync(join(root, name), name);
      git('add', '-A');
      git('commit', '-qm', name);
    }
    const { commit, committedAt, commits } = readOrigin(root, { CI_COMMIT_SHA: sha('c') });
    expect(commit).toBe(git('rev-parse', 'HEAD'));
    expect(committedAt).toEqual(new Date(git('log', '-1', '--format=%cI')));
    expect(commits).toEqual([commit, git('rev-parse', 'HEAD~1')]);
  });

  test.each([
    ['GitLab', { CI_COMMIT_SHA: sha('c'), CI_COMMIT_TIMESTAMP: '2026-11-30T23:12:00+01:00' }, '2026-11-30T22:12:00Z'],
    ['GitHub, Forgejo', { GITHUB_SHA: ` ${sha('C')}\n` }, undefined],
  ])('an archive, in a pipeline of %s', (_, env, moment) => {
    const committedAt = moment === undefined ? undefined : new Date(moment);
    expect(readOrigin(root, env)).toEqual({ commit: sha('c'), committedAt, commits: [sha('c')] });
  });

  test.each([{}, { GITHUB_SHA: 'main' }, { CI_COMMIT_SHA: '' }])('nothing tells it: %j', (env) => {
    expect(readOrigin(root, env)).toEqual(NOWHERE);
  });
});
