import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { forgeOf, type Run } from '#admin/publication/forge.ts';
import { readSaves, writeSaves } from '#admin/publication/saves.ts';
import { LOST_MS, situationOf, sortSaves, START_MS, type Seen } from '#admin/publication/situation.ts';
import { say } from '#admin/publication/words.ts';
import type { Refusal } from '#publication/refusal.ts';
import { siteStateOf, type SiteState } from '#publication/site-state.ts';

const sha = (digit: string) => digit.repeat(40);
const NOW = Date.parse('2026-12-01T12:00:00Z');

const REFUSAL: Refusal = {
  version: 1,
  commit: sha('b'),
  commits: [sha('b'), sha('a')],
  refusedAt: new Date(NOW).toISOString(),
  step: 'la vérification des fiches',
  problems: [
    {
      file: 'content/cantines/lyon-vaise.md',
      line: 12,
      field: 'telephone',
      label: 'Téléphone',
      remedy: 'Écrivez dix chiffres.',
    },
  ],
  total: 1,
  pipeline: 'https://forge.exemple/-/pipelines/7',
};

describe('what each forge says', () => {
  const closing: (() => void)[] = [];
  afterEach(() => closing.splice(0).forEach((close) => close()));

  /** A forge that answers by path what its documentation shows, to the right token only. */
  async function forge(answers: Readonly<Record<string, unknown>>, authorization: string) {
    const asked: string[] = [];
    const server = createServer((request: IncomingMessage, response) => {
      const path = request.url ?? '';
      asked.push(path);
      const answer = answers[path];
      if (request.headers.authorization !== authorization)
        response.writeHead(401).end('{"message":"401 Unauthorized"}');
      else if (answer === undefined) response.writeHead(404).end('{"message":"404 Not found"}');
      else response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    closing.push(() => server.close());
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
  }

  const MISSING = sha('9');

  // https://docs.gitlab.com/api/branches/, https://docs.gitlab.com/api/pipelines/, https://docs.gitlab.com/api/jobs/
  const pipelines = (status: string) => [
    {
      id: 47,
      iid: 12,
      project_id: 1,
      status,
      source: 'push',
      ref: 'main',
      sha: sha('a'),
      web_url: 'https://gitlab.example.com/foo/bar/pipelines/47',
    },
  ];
  const project = '/projects/reseau%2Fsite';
  const gitlabPipeline = (commit: string) => `${project}/pipelines?sha=${commit}&ref=main&per_page=1`;
  const GITLAB = {
    [`${project}/repository/branches/main`]: {
      name: 'main',
      merged: false,
      protected: true,
      commit: { id: sha('a'), short_id: 'aaaaaaaa' },
    },
    [gitlabPipeline(MISSING)]: [],
  };

  test.each<[string, Run]>([
    ['success', { state: 'passed' }],
    ['created', { state: 'running' }],
    ['waiting_for_resource', { state: 'running' }],
    ['running', { state: 'running' }],
    ['canceled', { state: 'none' }],
    ['skipped', { state: 'none' }],
  ])('GitLab: a pipeline that is %s', async (status, run) => {
    const { url } = await forge({ ...GITLAB, [gitlabPipeline(sha('a'))]: pipelines(status) }, 'Bearer secret');
    const gitlab = forgeOf({ name: 'gitlab', branch: 'main', repo: 'reseau/site', api_root: url }, () => 'secret');
    expect(await gitlab?.head()).toBe(sha('a'));
    expect(await gitlab?.run(sha('a'))).toEqual(run);
    expect(await gitlab?.run(MISSING)).toEqual({ state: 'none' });
  });

  test.each([
    [
      'that kept its refusal',
      REFUSAL,
      [
        {
          file: 'content/cantines/lyon-vaise.md',
          place: 'content/cantines/lyon-vaise.md, « Téléphone » (ligne 12)',
          remedy: 'Écrivez dix chiffres.',
        },
      ],
      'https://forge.exemple/-/pipelines/7',
    ],
    ['that kept nothing', undefined, [], 'https://gitlab.example.com/foo/bar/pipelines/47'],
  ])('GitLab: a pipeline that failed, with a job %s', async (_, file, problems, page) => {
    const { url } = await forge(
      {
        ...GITLAB,
        [gitlabPipeline(sha('a'))]: pipelines('failed'),
        [`${project}/pipelines/47/jobs?scope[]=failed`]: [{ id: 6, name: 'publish', stage: 'test', status: 'failed' }],
        ...(file && { [`${project}/jobs/6/artifacts/refus.json`]: file }),
      },
      'Bearer secret',
    );
    const gitlab = forgeOf({ name: 'gitlab', branch: 'main', repo: 'reseau/site', api_root: url }, () => 'secret');
    expect(await gitlab?.run(sha('a'))).toMatchObject({ state: 'failed', reason: { problems, page } });
  });

  // https://docs.github.com/en/rest/checks/runs, https://docs.github.com/en/rest/branches/branches
  const checks = (status: string, conclusion: string | null) => ({
    total_count: 2,
    check_runs: [
      {
        id: 3,
        head_sha: sha('a'),
        html_url: 'https://github.com/reseau/site/runs/3',
        status: 'completed',
        conclusion: 'failure',
        name: 'another',
      },
      {
        id: 4,
        head_sha: sha('a'),
        html_url: 'https://github.com/reseau/site/runs/4',
        status,
        conclusion,
        name: 'publish',
      },
    ],
  });
  const github = async (answers: Record<string, unknown>) => {
    const { url } = await forge(answers, 'Bearer secret');
    return forgeOf({ name: 'github', branch: 'main', repo: 'reseau/site', api_root: url }, () => 'secret');
  };

  test.each<[string, string | null, Run]>([
    ['completed', 'success', { state: 'passed' }],
    ['in_progress', null, { state: 'running' }],
    ['queued', null, { state: 'running' }],
    ['completed', 'cancelled', { state: 'none' }],
  ])('GitHub: a check that is %s, %s', async (status, conclusion, run) => {
    const forge = await github({
      '/repos/reseau/site/branches/main': { name: 'main', commit: { sha: sha('a') } },
      [`/repos/reseau/site/commits/${sha('a')}/check-runs?per_page=100`]: checks(status, conclusion),
    });
    expect(await forge?.head()).toBe(sha('a'));
    expect(await forge?.run(sha('a'))).toEqual(run);
    expect(await forge?.run(MISSING)).toEqual({ state: 'none' });
  });

  test('GitHub: the annotations of a check that failed, without those of its runner', async () => {
    const annotation = { start_line: 12, end_line: 12, annotation_level: 'failure', raw_details: null };
    const forge = await github({
      [`/repos/reseau/site/commits/${sha('a')}/check-runs?per_page=100`]: checks('completed', 'failure'),
      '/repos/reseau/site/check-runs/4/annotations?per_page=50': [
        {
          ...annotation,
          path: 'content/cantines/a.md',
          title: 'content/cantines/a.md, « Nom »',
          message: 'Écrivez-le.',
        },
        { ...annotation, path: '.github', title: null, message: 'Process completed with exit code 1.' },
      ],
    });
    expect(await forge?.run(sha('a'))).toEqual({
      state: 'failed',
      reason: {
        problems: [{ file: 'content/cantines/a.md', place: 'content/cantines/a.md, « Nom »', remedy: 'Écrivez-le.' }],
        total: 1,
        page: 'https://github.com/reseau/site/runs/4',
      },
    });
  });

  // https://codeberg.org/api/swagger#/repository/repoGetCombinedStatusByRef
  const combined = (state: string) => ({
    state,
    sha: sha('a'),
    total_count: state === '' ? 0 : 1,
    statuses:
      state === ''
        ? null
        : [
            {
              id: 1,
              status: state,
              context: 'Site / publish (push)',
              description: 'Failing after 41s',
              target_url: '/reseau/site/actions/runs/7/jobs/1',
            },
          ],
  });

  test.each<['forgejo' | 'gitea', string, Run]>([
    ['forgejo', 'success', { state: 'passed' }],
    ['forgejo', 'pending', { state: 'running' }],
    ['gitea', '', { state: 'none' }],
    [
      'forgejo',
      'failure',
      {
        state: 'failed',
        reason: { problems: [], total: 0, page: 'https://forge.exemple/reseau/site/actions/runs/7/jobs/1' },
      },
    ],
  ])('%s: a commit whose state is « %s »', async (name, state, run) => {
    const { url } = await forge(
      {
        '/repos/reseau/site/branches/main': { name: 'main', commit: { id: sha('a') } },
        [`/repos/reseau/site/commits/${sha('a')}/status`]: combined(state),
      },
      'token secret',
    );
    const backend = { name, branch: 'main', repo: 'reseau/site', api_root: url, base_url: 'https://forge.exemple' };
    const found = forgeOf(backend, () => 'secret');
    expect(await found?.head()).toBe(sha('a'));
    expect(await found?.run(sha('a'))).toEqual(run);
  });

  test('a login that has ended, a branch that is not there, a forge that is silent: trouble', async () => {
    const { url } = await forge(GITLAB, 'Bearer secret');
    const backend = { name: 'gitlab', branch: 'main', repo: 'reseau/site', api_root: url } as const;
    await expect(forgeOf(backend, () => 'old')?.head()).rejects.toThrow();
    await expect(forgeOf({ ...backend, branch: 'none' }, () => 'secret')?.head()).rejects.toThrow();
    await expect(forgeOf({ ...backend, api_root: 'http://127.0.0.1:1' }, () => 'secret')?.head()).rejects.toThrow();
  });

  test('the local CMS has none', () => {
    expect(forgeOf({ name: 'proxy', branch: 'main' }, () => undefined)).toBeUndefined();
  });
});

describe('what is kept of the saves', () => {
  /** A browser's storage in memory. */
  const storage = (): Storage => {
    const held = new Map<string, string>();
    return {
      getItem: (key: string) => held.get(key) ?? null,
      setItem: (key: string, value: string) => void held.set(key, value),
      removeItem: (key: string) => void held.delete(key),
    } as Storage;
  };

  test('comes back as it was, for seven days', () => {
    const kept = storage();
    const saves = [
      { title: 'Vaise', savedAt: NOW, commit: sha('a') },
      { title: 'Metz', savedAt: NOW + 1 },
    ];
    writeSaves(kept, saves);
    expect(readSaves(kept, NOW)).toEqual(saves);
    expect(readSaves(kept, NOW + 8 * 24 * 3_600_000)).toEqual([]);
  });

  test.each(['', 'null', '{"version":1,"saves":[{"title":3}]}'])('%s is nothing', (text) => {
    const kept = storage();
    kept.setItem('publication-en-attente', text);
    expect(readSaves(kept, NOW)).toEqual([]);
  });
});

describe('where a save is', () => {
  const site = (commits: string[], refused?: Refusal): SiteState => ({
    ...siteStateOf({ commit: commits[0], committedAt: undefined, commits }, new Map(), new Date(NOW)),
    ...(refused && { refused }),
  });
  const seen = (given: Partial<Seen>): Seen => ({
    site: site([sha('0')]),
    siteLostAt: undefined,
    head: undefined,
    run: undefined,
    forgeLostAt: undefined,
    ...given,
  });
  const save = (digit: string, savedAt = NOW) => ({ title: `Fiche ${digit}`, savedAt, commit: sha(digit) });
  const failed: Run = { state: 'failed', reason: { problems: [], total: 0 } };

  test('several in a row: the last one that is online brings along those before', () => {
    const saves = [{ title: 'Sans commit', savedAt: NOW }, save('a'), save('b')];
    expect(sortSaves(saves, site([sha('a'), sha('0')]))).toEqual({
      online: saves.slice(0, 2),
      waiting: saves.slice(2),
    });
    expect(sortSaves(saves, undefined)).toEqual({ online: [], waiting: saves });
  });

  test.each<[string, Partial<Seen>, number, string]>([
    ['nothing is known yet', {}, 0, 'saved'],
    ['a pipeline runs, for long', { run: { state: 'running' } }, START_MS * 3, 'saved'],
    ['no pipeline yet', { run: { state: 'none' } }, START_MS - 1, 'saved'],
    ['no pipeline after ten minutes', { run: { state: 'none' } }, START_MS, 'not started'],
    ['it passed, and is not served after ten minutes', { run: { state: 'passed' } }, START_MS, 'not served'],
    ['the forge is silent for a moment', { forgeLostAt: NOW }, LOST_MS - 1, 'saved'],
    ['the forge is silent', { forgeLostAt: NOW }, LOST_MS, 'forge lost'],
    ['the site is silent', { siteLostAt: NOW }, LOST_MS, 'site lost'],
    ['the forge says no', { run: failed }, 0, 'refused'],
    ['the site says no', { site: site([sha('0')], REFUSAL) }, 0, 'refused'],
    [
      'the site says no to an older commit',
      { site: site([sha('0')], { ...REFUSAL, commits: [sha('c')] }) },
      0,
      'saved',
    ],
  ])('%s', (_, given, after, is) => {
    expect(situationOf([save('a')], seen(given), NOW + after).is).toBe(is);
  });

  test.each<[string, Partial<Seen>, string]>([
    ['nothing failed', { run: { state: 'passed' } }, 'nothing'],
    ['the last publication was refused', { site: site([sha('0')], REFUSAL) }, 'broken'],
    ['the forge says that it was', { head: sha('a'), run: failed }, 'broken'],
    ['a night failed after it published', { head: sha('0'), run: failed }, 'nothing'],
  ])('to whom nothing waits: %s', (_, given, is) => {
    expect(situationOf([], seen(given), NOW).is).toBe(is);
  });

  test('a refusal says the file, the field and the remedy, and opens the entry', () => {
    const notice = say(situationOf([save('a')], seen({ site: site([sha('0')], REFUSAL) }), NOW));
    expect(notice?.title).toBe('Refusé');
    expect(notice?.list).toEqual([
      {
        text: 'content/cantines/lyon-vaise.md, «\u00a0Téléphone\u00a0» (ligne 12)\u00a0: Écrivez dix chiffres.',
        entry: '#/collections/cantines/entries/lyon-vaise',
      },
    ]);
    expect(notice?.page).toBe(REFUSAL.pipeline);
  });

  test('what stopped without an error of content says whom to ask', () => {
    const reason = { step: 'les essais du code', problems: [], total: 0 };
    expect(say({ is: 'broken', reason })?.text).toContain('s’arrête à les essais du code\u00a0: prévenez la personne');
  });
});
