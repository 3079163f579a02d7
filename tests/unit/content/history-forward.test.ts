import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readHistory, type FileHistory } from '#content/history.ts';

/** Whoever subscribed to a calendar must never see the SEQUENCE of an event go back, whatever Git went through. */

const FIRST = Date.parse('2026-12-01T10:00:00Z') / 1000;
const NAMES = ['a.md', 'b.md', 'c.md'] as const;

type Name = (typeof NAMES)[number];
/** The text of each file; none where it is deleted, or not yet written. */
type Tree = Readonly<Partial<Record<Name, string>>>;

interface Commit {
  parents: readonly number[];
  /** By the clock of whoever commits, in seconds since 1970. */
  at: number;
  tree: Tree;
}

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'history-forward-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;

/** Writes the commits into a new repository; what it gives reads the histories as they were at one of them. */
function repository(commits: readonly Commit[]): (at: number) => ReadonlyMap<string, FileHistory> {
  const folder = mkdtempSync(join(root, 'repo-'));
  const git = (args: readonly string[], input = '') =>
    execFileSync('git', ['-C', folder, ...args], { input, stdio: 'pipe' });
  git(['init', '-q']);
  const told = commits.map(({ parents, at, tree }, index) => {
    const [from, ...merged] = parents;
    const files = Object.entries(tree).map(([name, text]) => `M 100644 inline content/${name}\n${data(text)}`);
    return [
      `commit refs/heads/c${index}\ncommitter A <a@exemple.org> ${at} +0000\n${data('Write')}`,
      from === undefined ? '' : `from refs/heads/c${from}\n`,
      ...merged.map((parent) => `merge refs/heads/c${parent}\n`),
      `deleteall\nM 100644 inline code\n${data(String(index))}`,
      ...files,
    ].join('');
  });
  git(['fast-import', '--quiet', '--date-format=raw'], told.join('\n'));
  mkdirSync(join(folder, 'content'));
  return (at) => {
    writeFileSync(join(folder, '.git/HEAD'), `ref: refs/heads/c${at}\n`);
    return readHistory(join(folder, 'content'));
  };
}

const text = fc.option(fc.constantFrom('un', 'deux', 'trois'), { nil: undefined, freq: 4 });
const tree: fc.Arbitrary<Tree> = fc
  .record({ 'a.md': text, 'b.md': text, 'c.md': text })
  .map((texts) => Object.fromEntries(Object.entries(texts).filter(([, each]) => each !== undefined)));

/** Clocks that agree to the second, that are an hour apart, that were never set, and that run ahead by a century. */
const clock = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: FIRST - 5, max: FIRST + 5 }) },
  { weight: 3, arbitrary: fc.integer({ min: FIRST - 3600, max: FIRST + 3600 }) },
  fc.constantFrom(0, Date.UTC(2099, 0, 1) / 1000, 2 ** 40),
);

/** What a commit does to what it comes from: for each file, keeps it as one of its parents has it, or writes it. */
const step = fc.record({
  at: clock,
  parents: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
  from: fc.array(fc.nat(3), { minLength: NAMES.length, maxLength: NAMES.length }),
  written: tree,
});

/** Commits with branches and merges, whose conflicts are settled any way. */
const histories: fc.Arbitrary<readonly Commit[]> = fc
  .tuple(clock, tree, fc.array(step, { minLength: 1, maxLength: 9 }))
  .map(([at, first, steps]) =>
    steps.reduce<Commit[]>(
      (commits, { at: moment, parents: picks, from, written }) => {
        const parents = [...new Set(picks.map((pick) => commits.length - 1 - (pick % Math.min(commits.length, 4))))];
        const texts = NAMES.map((name, index) => {
          const kept = parents[from[index] ?? 0];
          return [name, kept === undefined ? written[name] : commits[kept]?.tree[name]] as const;
        });
        const next = Object.fromEntries(texts.filter(([, each]) => each !== undefined));
        return [...commits, { at: moment, parents, tree: next }];
      },
      [{ at, parents: [], tree: first }],
    ),
  );

/** What was published before each commit, on some branch. */
function ancestors(commits: readonly Commit[], of: number): Set<number> {
  const parents = commits[of]?.parents ?? [];
  return new Set(parents.flatMap((parent) => [parent, ...ancestors(commits, parent)]));
}

test('a number never goes back, goes up with each change of the text, and stays without one', () => {
  fc.assert(
    fc.property(histories, (commits) => {
      const read = repository(commits);
      const known = commits.map((_, index) => read(index));
      for (const [index, { parents, tree: is }] of commits.entries()) {
        for (const before of ancestors(commits, index)) {
          for (const [name, was] of known[before] ?? []) {
            const now = known[index]?.get(name);
            expect(now?.stamp).toBeGreaterThanOrEqual(was.stamp);
            expect(now?.changedAt).toBeGreaterThanOrEqual(was.changedAt);
            expect(now?.firstAt).toBeLessThanOrEqual(was.firstAt);
            if (commits[before]?.tree[name as Name] !== is[name as Name]) expect(now?.stamp).toBeGreaterThan(was.stamp);
          }
        }
        const same = (name: Name) => parents.every((parent) => commits[parent]?.tree[name] === is[name]);
        for (const name of parents.length === 0 ? [] : NAMES.filter(same)) {
          const stamps = parents.map((parent) => known[parent]?.get(name)?.stamp ?? 0);
          expect(known[index]?.get(name)?.stamp ?? 0).toBe(Math.max(0, ...stamps));
        }
        for (const { stamp } of known[index]?.values() ?? []) {
          expect(stamp).toBeGreaterThan(0);
          expect(stamp).toBeLessThan(2 ** 31);
        }
      }
    }),
    { numRuns: 30 },
  );
});

/** One commit after another, by clocks that are right; no text comes back. */
const lines: fc.Arbitrary<readonly Commit[]> = fc
  .array(fc.record({ changed: fc.subarray([...NAMES], { minLength: 1 }), pause: fc.integer({ min: 1, max: 9000 }) }), {
    minLength: 2,
    maxLength: 8,
  })
  .map((steps) =>
    steps.reduce<Commit[]>((commits, { changed, pause }, index) => {
      const { at = FIRST, tree: was = {} } = commits.at(-1) ?? {};
      const written = Object.fromEntries(changed.map((name) => [name, `texte ${index}`]));
      return [...commits, { parents: index === 0 ? [] : [index - 1], at: at + pause, tree: { ...was, ...written } }];
    }, []),
  );

const chained = (commits: readonly Omit<Commit, 'parents'>[]): Commit[] =>
  commits.map((commit, index) => ({ ...commit, parents: index === 0 ? [] : [index - 1] }));

const REWRITINGS: Readonly<Record<string, (commits: readonly Commit[], seed: number) => Commit[]>> = {
  'rebased: the same changes, committed again': (commits) => {
    const now = (commits.at(-1)?.at ?? 0) + 1;
    return chained(commits.map((commit) => ({ ...commit, at: now })));
  },
  'squashed: some changes as one, committed again': (commits, seed) => {
    const now = (commits.at(-1)?.at ?? 0) + 1;
    const from = seed % commits.length;
    return chained([...commits.slice(0, from), ...commits.slice(-1).map((commit) => ({ ...commit, at: now }))]);
  },
  'imported: all of it in one first commit': (commits) =>
    chained(commits.slice(-1).map((commit) => ({ ...commit, at: commit.at + 60 }))),
  'filtered: a file taken out of every commit, whose dates stay': (commits) =>
    chained(
      commits.map((commit) => ({
        ...commit,
        tree: Object.fromEntries(Object.entries(commit.tree).filter(([name]) => name !== 'c.md')),
      })),
    ),
};

test.each(Object.entries(REWRITINGS))('in a history %s, no number goes back', (_title, rewrite) => {
  fc.assert(
    fc.property(lines, fc.nat(), (commits, seed) => {
      const before = repository(commits)(commits.length - 1);
      const written = rewrite(commits, seed);
      const after = repository(written)(written.length - 1);
      for (const name of Object.keys(written.at(-1)?.tree ?? {}))
        expect(after.get(name)?.stamp).toBeGreaterThanOrEqual(before.get(name)?.stamp ?? Infinity);
    }),
    { numRuns: 8 },
  );
});

test('a renamed file is another event, and no lower than the one it replaces', () => {
  const read = repository(
    chained([
      { at: FIRST, tree: { 'a.md': 'un' } },
      { at: FIRST + 5, tree: { 'a.md': 'deux' } },
      { at: FIRST - 60, tree: { 'b.md': 'deux' } },
    ]),
  );
  expect(read(2).get('b.md')?.stamp).toBeGreaterThan(read(1).get('a.md')?.stamp ?? Infinity);
});
