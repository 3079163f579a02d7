import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readHistory, revisionOf } from '#content/history.ts';
import { sessionsCalendar } from '#sessions/feeds/calendar.ts';
import { eventsBothWays, told } from '../../support/calendars.ts';

const FIRST = Date.parse('2026-12-01T10:00:00Z');
const MINUTE = 60_000;

let root = '';
const folder = () => join(root, 'repo/content/sessions');

function git(where: string, args: readonly string[], moment = FIRST) {
  const date = new Date(moment).toISOString();
  const who = { GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@exemple.org', GIT_COMMITTER_NAME: 'A' };
  const env = {
    PATH: process.env['PATH'],
    HOME: root,
    ...who,
    GIT_COMMITTER_EMAIL: 'a@exemple.org',
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date,
  };
  execFileSync('git', ['-C', where, ...args], { env, stdio: 'pipe' });
}

function commit(files: Readonly<Record<string, string>>, moment: number) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder(), name), text);
  git(root + '/repo', ['add', '-A'], moment);
  git(root + '/repo', ['commit', '-qm', 'Write'], moment);
}

const revision = (slug: string, where = folder()) =>
  revisionOf({ sources: [] }, [readHistory(where).get(`${slug}.md`)]);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'history-'));
  mkdirSync(folder(), { recursive: true });
  git(root + '/repo', ['init', '-q', '-b', 'main']);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('an edited session keeps its UID, and has a higher SEQUENCE and a later LAST-MODIFIED', () => {
  commit({ 'a.md': '1', 'b.md': '1' }, FIRST);
  const before = revision('a');
  commit({ 'a.md': '2' }, FIRST + 5 * MINUTE);
  const after = revision('a');
  const [was] = eventsBothWays(sessionsCalendar([told({ slug: 'a', revision: before })]));
  const [is] = eventsBothWays(sessionsCalendar([told({ slug: 'a', revision: after })]));
  expect(is?.uid).toBe(was?.uid);
  expect(is?.sequence).toBeGreaterThan(was?.sequence ?? Infinity);
  expect(was?.lastModified).toBe(FIRST);
  expect(is?.lastModified).toBe(FIRST + 5 * MINUTE);
  expect(is?.stamp).toBe(FIRST + 5 * MINUTE);
});

test('the first commit of a file is remembered, whatever comes after', () => {
  commit({ 'a.md': '1' }, FIRST);
  commit({ 'a.md': '2' }, FIRST + 5 * MINUTE);
  expect(readHistory(folder()).get('a.md')).toMatchObject({ firstAt: FIRST, changedAt: FIRST + 5 * MINUTE });
});

test('the others do not change with it', () => {
  commit({ 'a.md': '1', 'b.md': '1' }, FIRST);
  const before = revision('b');
  commit({ 'a.md': '2' }, FIRST + MINUTE);
  expect(revision('b')).toEqual(before);
});

test.each([
  ['in the same second', 0],
  ['by someone whose clock is an hour late', -60 * MINUTE],
])('an edit %s counts too', (_title, delay) => {
  commit({ 'a.md': '1' }, FIRST);
  const before = revision('a');
  commit({ 'a.md': '2' }, FIRST + delay);
  expect(revision('a').sequence).toBeGreaterThan(before.sequence);
  expect(revision('a').changedAt).toBe(before.changedAt);
});

test('an edit on a branch counts when it is merged', () => {
  commit({ 'a.md': '1', 'b.md': '1' }, FIRST);
  git(root + '/repo', ['checkout', '-qb', 'side']);
  commit({ 'a.md': '2' }, FIRST + MINUTE);
  git(root + '/repo', ['checkout', '-q', 'main']);
  commit({ 'b.md': '2' }, FIRST + 2 * MINUTE);
  const before = revision('a');
  git(root + '/repo', ['merge', '-q', '--no-edit', 'side'], FIRST + 9 * MINUTE);
  expect(revision('a').sequence).toBeGreaterThan(before.sequence);
  expect(revision('a').changedAt).toBe(FIRST + 9 * MINUTE);
});

test('a shallow clone goes forward too, and never before the whole history', () => {
  commit({ 'a.md': '1' }, FIRST);
  commit({ 'b.md': '1' }, FIRST + MINUTE);
  const shallow = (name: string) => {
    git(root, ['clone', '-q', '--depth', '1', `file://${root}/repo`, name]);
    return revision('a', join(root, name, 'content/sessions'));
  };
  const first = shallow('first');
  expect(first.sequence).toBeGreaterThanOrEqual(revision('a').sequence);
  commit({ 'a.md': '2' }, FIRST + 2 * MINUTE);
  expect(shallow('second').sequence).toBeGreaterThan(first.sequence);
});

test('a name with accents is found', () => {
  commit({ 'été à Lyon.md': '1' }, FIRST);
  expect(revision('été à Lyon').changedAt).toBe(FIRST);
});

describe('without history', () => {
  test('where there is no repository, Git says so', () => {
    rmSync(join(root, 'repo/.git'), { recursive: true });
    expect(() => readHistory(folder())).toThrow(/not a git repository/);
    expect(() => readHistory(join(root, 'nowhere'))).toThrow();
  });

  test('the newest day that the entry gives raises its sequence', () => {
    const read = { sources: [{ readOn: '2026-11-20' }, {}] };
    const before = revisionOf(read, [undefined]);
    const after = revisionOf({ ...read, verifiedOn: '2026-11-21' }, [undefined]);
    expect(before.changedAt).toBe(Date.parse('2026-11-20T00:00:00Z'));
    expect(after.sequence).toBeGreaterThan(before.sequence);
  });

  test('an entry without any day has a revision that no clock gives', () => {
    expect(revisionOf({ sources: [] }, [])).toEqual({ changedAt: Date.UTC(2026, 0, 1), sequence: 0 });
  });
});
