import { readRefusal, sayPlace } from '#publication/refusal.ts';
import type { Backend } from '../backend.ts';

/** Why a commit is not published, whoever says it. */
export interface Reason {
  /** What failed, in French; absent when the forge knows only that something did. */
  step?: string | undefined;
  /** Where to correct, and what to do. */
  problems: readonly { file: string; place: string; remedy: string }[];
  total: number;
  /** The page of the pipeline. */
  page?: string | undefined;
}

/** What the forge made of a commit; `none` when no pipeline took it, or one gave it up. */
export type Run = { state: 'none' | 'running' | 'passed' } | { state: 'failed'; reason: Reason };

/** What is asked of the forge that the editor is logged into; it throws when the forge does not answer, or not to them. */
export interface Forge {
  /** The newest commit of the published branch. */
  head: () => Promise<string>;
  run: (commit: string) => Promise<Run>;
}

/** Asks an address of the API for JSON, or for its text; undefined when there is no such thing. */
type Ask = (path: string, as?: 'json' | 'text') => Promise<unknown>;

const TIMEOUT_MS = 15_000;

/**
 * The forge of a CMS that is online; undefined for the local one.
 * @param token of the editor, read anew each time: Decap renews it
 */
export function forgeOf(backend: Backend, token: () => string | undefined): Forge | undefined {
  const { branch, repo = '' } = backend;
  const asking = (root: string, scheme: string): Ask => ask(root, () => `${scheme} ${token() ?? ''}`);
  switch (backend.name) {
    case 'proxy':
      return undefined;
    case 'gitlab':
      return gitlab(asking(backend['api_root'] ?? 'https://gitlab.com/api/v4', 'Bearer'), repo, branch);
    case 'github':
      return github(asking(backend['api_root'] ?? 'https://api.github.com', 'Bearer'), repo, branch);
    case 'forgejo':
    case 'gitea':
      return forgejo(asking(backend['api_root'] ?? '', 'token'), repo, branch, backend['base_url'] ?? '');
  }
}

const ask =
  (root: string, authorization: () => string): Ask =>
  async (path, as = 'json') => {
    const headers = { Authorization: authorization() };
    const answer = await fetch(root + path, { headers, cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (answer.status === 404) return undefined;
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return as === 'json' ? ((await answer.json()) as unknown) : answer.text();
  };

/** The commit that an answer of a branch names. */
function commitOf(branch: unknown, key: 'id' | 'sha'): string {
  const { commit } = (branch ?? {}) as { commit?: Partial<Record<'id' | 'sha', string>> };
  const name = commit?.[key];
  if (name === undefined) throw new Error('The forge names no commit.');
  return name;
}

/**
 * @see https://docs.gitlab.com/api/pipelines/#list-project-pipelines
 * @see https://docs.gitlab.com/api/job_artifacts/ (a single file by job)
 */
function gitlab(get: Ask, repo: string, branch: string): Forge {
  const project = `/projects/${encodeURIComponent(repo)}`;
  const reasonOf = async (pipeline: { id: number; web_url: string }): Promise<Reason> => {
    const jobs = (await get(`${project}/pipelines/${pipeline.id}/jobs?scope[]=failed`)) as { id: number }[] | undefined;
    for (const { id } of jobs ?? []) {
      const refusal = readRefusal(String(await get(`${project}/jobs/${id}/artifacts/refus.json`, 'text')));
      if (refusal) return reasonOfRefusal({ ...refusal, pipeline: refusal.pipeline ?? pipeline.web_url });
    }
    return { problems: [], total: 0, page: pipeline.web_url };
  };
  return {
    head: async () => commitOf(await get(`${project}/repository/branches/${encodeURIComponent(branch)}`), 'id'),
    run: async (commit) => {
      const query = new URLSearchParams({ sha: commit, ref: branch, per_page: '1' });
      const found = (await get(`${project}/pipelines?${query}`)) as
        { id: number; status: string; web_url: string }[] | undefined;
      const newest = found?.[0];
      if (!newest || ['canceled', 'canceling', 'skipped'].includes(newest.status)) return { state: 'none' };
      if (newest.status === 'success') return { state: 'passed' };
      if (newest.status === 'failed') return { state: 'failed', reason: await reasonOf(newest) };
      return { state: 'running' };
    },
  };
}

interface CheckRun {
  id: number;
  name: string;
  status: string;
  conclusion: string | null;
  html_url: string;
}

/** The job of .github/workflows/site.yml. */
const GITHUB_JOB = 'publish';

/** @see https://docs.github.com/en/rest/checks/runs */
function github(get: Ask, repo: string, branch: string): Forge {
  const root = `/repos/${repo}`;
  const reasonOf = async ({ id, html_url }: CheckRun): Promise<Reason> => {
    const annotations = (await get(`${root}/check-runs/${id}/annotations?per_page=50`)) as
      { path: string; annotation_level: string; title: string | null; message: string }[] | undefined;
    const problems = (annotations ?? [])
      .filter(({ path, annotation_level: level, title }) => level === 'failure' && title && path.startsWith('content/'))
      .map(({ path, title, message }) => ({ file: path, place: title ?? path, remedy: message }));
    return { problems, total: problems.length, page: html_url };
  };
  return {
    head: async () => commitOf(await get(`${root}/branches/${encodeURIComponent(branch)}`), 'sha'),
    run: async (commit) => {
      const answer = (await get(`${root}/commits/${commit}/check-runs?per_page=100`)) as
        { check_runs: CheckRun[] } | undefined;
      const found = answer?.check_runs.find(({ name }) => name === GITHUB_JOB);
      if (!found || ['cancelled', 'skipped', 'stale'].includes(found.conclusion ?? '')) return { state: 'none' };
      if (found.status !== 'completed') return { state: 'running' };
      if (found.conclusion === 'success') return { state: 'passed' };
      return { state: 'failed', reason: await reasonOf(found) };
    },
  };
}

/** @see https://forgejo.org/docs/latest/user/api-usage/ (repoGetCombinedStatusByRef), which Gitea shares. */
function forgejo(get: Ask, repo: string, branch: string, web: string): Forge {
  const root = `/repos/${repo}`;
  return {
    head: async () => commitOf(await get(`${root}/branches/${encodeURIComponent(branch)}`), 'id'),
    run: async (commit) => {
      const answer = (await get(`${root}/commits/${commit}/status`)) as
        { state: string; statuses: { status: string; target_url: string }[] | null } | undefined;
      const statuses = answer?.statuses ?? [];
      if (!answer || statuses.length === 0) return { state: 'none' };
      if (answer.state === 'success' || answer.state === 'warning') return { state: 'passed' };
      if (answer.state === 'pending') return { state: 'running' };
      const failed = statuses.find(({ status }) => status === 'failure' || status === 'error');
      const target = failed?.target_url ?? '';
      const page = failed && URL.canParse(target, web) ? new URL(target, web).href : undefined;
      return { state: 'failed', reason: { problems: [], total: 0, page } };
    },
  };
}

/** A refusal as the bar shows it. */
export function reasonOfRefusal({
  step,
  problems,
  total,
  pipeline,
}: NonNullable<ReturnType<typeof readRefusal>>): Reason {
  const told = problems.map((problem) => ({ file: problem.file, place: sayPlace(problem), remedy: problem.remedy }));
  return { step, problems: told, total, page: pipeline };
}
