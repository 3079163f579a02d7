import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { changeSince, isOlder } from '#jobs/pipeline/change.ts';
import { OVERTAKEN, type Host, type Served } from '#jobs/pipeline/host.ts';
import { publish } from '#jobs/pipeline/publish.ts';
import { annotationsOf, pipelineOf, refusalOf } from '#jobs/pipeline/refuse.ts';
import type { Ran, Step } from '#jobs/pipeline/step.ts';
import { readOrigin } from '#publication/origin.ts';
import { readRefusal } from '#publication/refusal.ts';
import { siteStateOf } from '#publication/site-state.ts';
import { commitAll, git } from '../../support/git.ts';

const NOW = new Date('2026-12-01T03:00:00Z');

let root = '';
const commit = (file: string, text: string) => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
  return commitAll(root, file);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pipeline-'));
  git(root, 'init', '--quiet');
  vi.spyOn(console, 'error').mockReturnValue();
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true, force: true });
});

describe('what changed since the served site', () => {
  test.each([
    ['an entry', 'content/cantines/à-table.md', 'content'],
    ['a photo', 'public/uploads/table.jpg', 'content'],
    ['the memory of the import', 'imports/aides-territoires.json', 'content'],
    ['code', 'src/site.ts', 'code'],
    ['a served file', 'public/_headers', 'code'],
    ['a file whose name begins like a folder of content', 'content.ts', 'code'],
  ])('%s', (_, file, kind) => {
    const served = commit('README.md', '1');
    expect(changeSince(served, commit(file, '2'), root)).toBe(kind);
  });

  test('an entry moved out of the content is code', () => {
    const served = commit('content/a.md', 'a');
    git(root, 'mv', 'content/a.md', 'a.md');
    expect(changeSince(served, commitAll(root, 'Move'), root)).toBe('code');
  });

  test('code that was refused stays code when an entry follows it', () => {
    const served = commit('README.md', '1');
    commit('src/site.ts', 'broken');
    expect(changeSince(served, commit('content/a.md', 'a'), root)).toBe('code');
  });

  test('nothing: content; no served site, or one that this repository does not know: code', () => {
    const only = commit('README.md', '1');
    expect(changeSince(only, only, root)).toBe('content');
    expect(changeSince(undefined, only, root)).toBe('code');
    expect(changeSince('f'.repeat(40), only, root)).toBe('code');
  });
});

test('which of two commits is older', () => {
  const first = commit('a', '1');
  const second = commit('a', '2');
  git(root, 'checkout', '--quiet', '-b', 'other', first);
  const other = commit('a', '3');
  expect(isOlder(first, second, root)).toBe(true);
  expect(isOlder(second, first, root)).toBe(false);
  expect(isOlder(first, first, root)).toBe(false);
  expect(isOlder(other, second, root)).toBe(false);
});

describe('a publication', () => {
  /** A host in memory, and the steps that ran. */
  function trial(served: string | undefined, codes: Readonly<Record<string, Ran>> = {}) {
    const state = (sha: string) => siteStateOf({ commit: sha, committedAt: NOW, commits: [sha] }, new Map(), NOW);
    let now: Served =
      served === undefined ? { release: '', state: undefined } : { release: served, state: state(served) };
    const ran: string[] = [];
    const host: Host = {
      served: () => Promise.resolve(now),
      publish: (_folder, sha, before) => {
        if (before.release !== now.release) return Promise.resolve({ code: OVERTAKEN, output: '', lines: [] });
        now = { release: sha, state: state(sha) };
        return Promise.resolve({ code: 0, output: '', lines: [] });
      },
      refuse: undefined,
    };
    const run = (step: Step) => {
      ran.push(step.name);
      return Promise.resolve(codes[step.name] ?? { code: 0, output: '', lines: [] });
    };
    return {
      host,
      ran,
      served: () => now.state?.commit,
      meanwhile: (sha: string) => (now = { release: sha, state: state(sha) }),
      go: (before?: () => void) =>
        publish({
          root,
          origin: readOrigin(root, {}),
          host,
          run: (step) => {
            before?.();
            return run(step);
          },
        }),
    };
  }

  const CHECK = 'la vérification des fiches';
  const BUILD = 'la construction et les essais du site';
  const CODE = 'les essais du code';

  test('of an entry: checked, built, tested, served', async () => {
    const site = trial(commit('README.md', '1'));
    const next = commit('content/a.md', 'a');
    expect(await site.go()).toEqual({ is: 'published' });
    expect(site.ran).toEqual([CHECK, BUILD]);
    expect(site.served()).toBe(next);
  });

  test('of code, and the first of all: everything', async () => {
    const site = trial(commit('README.md', '1'));
    commit('src/a.ts', '1');
    await site.go();
    expect(site.ran).toEqual([CHECK, CODE, BUILD]);
    const first = trial(undefined);
    await first.go();
    expect(first.ran).toEqual([CHECK, CODE, BUILD]);
  });

  test.each([CHECK, CODE, BUILD])('stops at %s, and the site stays', async (step) => {
    const before = commit('README.md', '1');
    commit('src/a.ts', '1');
    const site = trial(before, { [step]: { code: 1, output: '', lines: ['why'] } });
    expect(await site.go()).toMatchObject({ is: 'refused', failure: { step, lines: ['why'] } });
    expect(site.ran.at(-1)).toBe(step);
    expect(site.served()).toBe(before);
  });

  test('refused content says each error', async () => {
    const problem = { file: 'content/a.md', field: 'title', found: 'rien', expected: 'un nom', remedy: 'Écrivez-le.' };
    const output = JSON.stringify({ entries: 1, problems: [problem] });
    const site = trial(commit('README.md', '1'), { [CHECK]: { code: 1, output, lines: [] } });
    expect(await site.go()).toMatchObject({ failure: { step: CHECK, problems: [problem], lines: [] } });
  });

  test('an older commit than the served one is not even built', async () => {
    const old = commit('content/a.md', '1');
    const site = trial(commit('content/a.md', '2'));
    git(root, 'checkout', '--quiet', old);
    expect(await site.go()).toMatchObject({ is: 'overtaken', by: site.served() });
    expect(site.ran).toEqual([]);
  });

  test('a newer site served while this one was built stays; an older one is replaced', async () => {
    const base = commit('README.md', '1');
    const older = commit('content/a.md', '1');
    const mine = commit('content/a.md', '2');
    const newer = commit('content/a.md', '3');
    git(root, 'checkout', '--quiet', mine);
    const overtaken = trial(base);
    expect(await overtaken.go(() => overtaken.meanwhile(newer))).toEqual({ is: 'overtaken', by: newer });
    expect(overtaken.served()).toBe(newer);
    const overtaking = trial(base);
    let once = true;
    expect(
      await overtaking.go(() => {
        if (once) overtaking.meanwhile(older);
        once = false;
      }),
    ).toEqual({ is: 'published' });
    expect(overtaking.served()).toBe(mine);
  });
});

describe('what is told of a refusal', () => {
  const origin = { commit: 'b'.repeat(40), committedAt: NOW, commits: ['b'.repeat(40)] };
  const problem = {
    file: 'content/a,b:c.md',
    line: 3,
    field: 'alerts.email',
    label: 'E-mail',
    found: '« marie.dupont@exemple.org »',
    expected: 'une adresse partagée',
    remedy: 'Choisissez-en une.\n100 % sûre',
  };
  const failure = { step: 'la vérification des fiches', problems: [problem], lines: [] };

  test('where and what to do, never what was found: it may be an address or a draft', () => {
    const refusal = refusalOf(failure, origin, { CI_PIPELINE_URL: 'https://forge.exemple/1' }, NOW);
    expect(readRefusal(JSON.stringify(refusal))).toEqual({
      ...refusal,
      problems: [{ file: problem.file, line: 3, field: problem.field, label: problem.label, remedy: problem.remedy }],
    });
    expect(JSON.stringify(refusal)).not.toContain('dupont');
    expect(refusal).toMatchObject({ total: 1, pipeline: 'https://forge.exemple/1' });
  });

  test('twenty errors at most, and how many there are', () => {
    const refusal = refusalOf({ ...failure, problems: Array.from({ length: 33 }, () => problem) }, origin, {}, NOW);
    expect(refusal?.problems).toHaveLength(20);
    expect(refusal?.total).toBe(33);
  });

  test('the annotations of GitHub keep their signs', () => {
    const refusal = refusalOf(failure, origin, {}, NOW);
    if (!refusal) throw new Error('No refusal.');
    expect(annotationsOf(refusal)).toEqual([
      '::error file=content/a%2Cb%3Ac.md,line=3,title=content/a%2Cb%3Ac.md%2C « E-mail » (ligne 3)::Choisissez-en une.%0A100 %25 sûre',
    ]);
  });

  test.each([
    ['GitLab', { CI_PIPELINE_URL: 'https://gitlab.com/a/b/-/pipelines/7' }, 'https://gitlab.com/a/b/-/pipelines/7'],
    ['GitHub', { GITHUB_RUN_ID: '9', GITHUB_RUN_NUMBER: '2' }, 'https://forge.exemple/a/b/actions/runs/9'],
    [
      'Forgejo',
      { GITHUB_RUN_ID: '9', GITHUB_RUN_NUMBER: '2', FORGEJO_ACTIONS: 'true' },
      'https://forge.exemple/a/b/actions/runs/2',
    ],
  ])('the page of a pipeline of %s', (name, env, url) => {
    const server = name === 'GitLab' ? {} : { GITHUB_SERVER_URL: 'https://forge.exemple', GITHUB_REPOSITORY: 'a/b' };
    expect(pipelineOf({ ...server, ...env })).toBe(url);
  });
});
