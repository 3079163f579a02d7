import type { Backend } from '#admin/backend.ts';
import type { Refusal } from '#publication/refusal.ts';
import { BareRepository } from './bare-repository.ts';
import { Refused, startForgeHttp, type Answer, type Asked, type ForgeHttp } from './forge-http.ts';
import { MergeRequests } from './gitlab-requests.ts';
import { oauthServer, type OauthServer } from './oauth-server.ts';

/** What became of a commit, as GitLab names it. */
interface Pipeline {
  status: 'running' | 'success' | 'failed' | 'canceled';
  refusal?: Refusal;
}

export interface GitlabServer extends ForgeHttp {
  /** For the configuration of the CMS. */
  backend: Backend;
  /** Of somebody who is logged in. */
  token: string;
  oauth: OauthServer;
  /** By commit; without one, no pipeline took it. */
  pipelines: Map<string, Pipeline>;
  /** True when nobody may push to the published branch. */
  protected: boolean;
  /** Called before each commit that the CMS asks for: what happens here happens meanwhile. */
  beforeCommit: () => void;
  /** Writes as another editor does, on the published branch unless told. */
  commit: (path: string, content: string, branch?: string) => void;
  /** Called with each commit that the CMS writes on the published branch. */
  onCommit: (commit: string) => void;
}

interface Action {
  action: 'create' | 'update' | 'delete' | 'move';
  file_path: string;
  /** Refused when a newer commit wrote that file. */
  last_commit_id?: string;
  content?: string;
  encoding?: 'base64' | 'text';
}

interface SentCommit {
  branch: string;
  start_branch?: string;
  commit_message: string;
  actions: Action[];
}

const CLIENT = 'essai';
const REPO = 'reseau/site';
const EDITOR = { id: 1, name: 'Une équipe', username: 'equipe', email: 'equipe@exemple.org' };

/**
 * The part of GitLab that the CMS asks for, over a bare repository: its answers are those of
 * https://docs.gitlab.com/api/ (oauth2, branches, repositories, repository_files, commits, merge_requests, issues,
 * pipelines, jobs, job_artifacts).
 */
export async function startGitlab(folder: string): Promise<GitlabServer> {
  const repository = new BareRepository(folder);
  const oauth = oauthServer({ authorize: '/oauth/authorize', token: '/oauth/token' }, CLIENT);
  const requests = new MergeRequests(repository, EDITOR, (commit) => server.onCommit(commit));
  const pipelines: GitlabServer['pipelines'] = new Map();
  const numbered = () => [...pipelines].map(([sha, pipeline], index) => ({ sha, pipeline, id: index + 1 }));

  /** https://docs.gitlab.com/api/commits/#create-a-commit-with-multiple-files-and-actions */
  function write(sent: SentCommit): Answer {
    const { branch, start_branch: from = branch, commit_message: message, actions } = sent;
    server.beforeCommit();
    if (branch === 'main' && server.protected)
      throw new Refused(403, '403 Forbidden - You are not allowed to push into this branch');
    if (from !== branch && repository.commitOf(branch))
      throw new Refused(
        400,
        `A branch called '${branch}' already exists. Switch to that branch in order to make changes`,
      );
    for (const { action, file_path: path, last_commit_id: known } of actions) {
      const isThere = repository.blobOf(from, path) !== undefined;
      if (known !== undefined && known !== repository.lastCommitOf(path, from))
        throw new Refused(400, `The file has changed since you started editing it: ${path}`);
      if (action === 'create' && isThere) throw new Refused(400, 'A file with this name already exists');
      if (action !== 'create' && !isThere) throw new Refused(400, `A file with this name doesn't exist`);
    }
    const changes = actions.map(({ action, file_path: path, content = '', encoding }) =>
      action === 'delete'
        ? { path }
        : { path, content: Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8') },
    );
    const id = repository.write(message, changes, { branch, from, by: EDITOR });
    if (branch === 'main') server.onCommit(id);
    return { status: 201, body: { id, short_id: id.slice(0, 8), title: message } };
  }

  /** https://docs.gitlab.com/api/branches/ */
  function branchAnswer(method: string, name: string): Answer {
    const id = repository.commitOf(name);
    if (id === undefined) throw new Refused(404, '404 Branch Not Found');
    if (method === 'DELETE') {
      repository.remove(name);
      return { status: 204 };
    }
    return { status: 200, body: { name, default: name === 'main', commit: { id } } };
  }

  /** https://docs.gitlab.com/api/repository_files/ */
  function fileAnswer(path: string, isRaw: boolean, ref: string): Answer {
    const blob = repository.blobOf(ref, path);
    if (!blob) throw new Refused(404, '404 File Not Found');
    const headers = { 'X-Gitlab-Blob-Id': blob.id };
    if (isRaw) return { status: 200, body: blob.bytes, headers };
    const content = blob.bytes.toString('base64');
    const last_commit_id = repository.lastCommitOf(path, ref);
    return { status: 200, headers, body: { blob_id: blob.id, content, encoding: 'base64', last_commit_id } };
  }

  function listed(body: readonly unknown[]): Answer {
    const total = String(body.length);
    const size = String(Math.max(20, body.length));
    return {
      status: 200,
      body,
      headers: { 'X-Page': '1', 'X-Total-Pages': '1', 'X-Per-Page': size, 'X-Total': total },
    };
  }

  function ofPipelines(path: string, query: URLSearchParams): Answer | undefined {
    const jobs = /^\/pipelines\/(\d+)\/jobs$/.exec(path)?.[1];
    const artifact = /^\/jobs\/(\d+)\/artifacts\/refus\.json$/.exec(path)?.[1];
    if (path === '/pipelines')
      return listed(
        numbered()
          .filter(({ sha }) => sha === query.get('sha'))
          .map(({ id, sha, pipeline }) => ({
            id,
            sha,
            ref: 'main',
            status: pipeline.status,
            source: 'push',
            web_url: `https://gitlab.exemple/${REPO}/-/pipelines/${id}`,
          })),
      );
    if (jobs !== undefined)
      return listed(
        numbered()
          .filter(({ id, pipeline }) => id === Number(jobs) && pipeline.status === 'failed')
          .map(({ id }) => ({ id, name: 'publish', status: 'failed' })),
      );
    const refusal = artifact && numbered().find(({ id }) => id === Number(artifact))?.pipeline.refusal;
    return refusal ? { status: 200, body: refusal } : undefined;
  }

  function ofProject(asked: Asked, path: string): Answer | undefined {
    const { method, query, body } = asked;
    const ref = query.get('ref') ?? query.get('ref_name') ?? 'main';
    const wanted = query.get('path') ?? '';
    const [, file, raw] = /^\/repository\/files\/([^/]+)(\/raw)?$/.exec(path) ?? [];
    const branch = /^\/repository\/branches\/([^/]+)$/.exec(path)?.[1];
    if (path === '')
      return {
        status: 200,
        body: {
          id: 1,
          default_branch: 'main',
          shared_with_groups: [],
          permissions: { project_access: { access_level: 40 }, group_access: null },
        },
      };
    if (branch !== undefined) return branchAnswer(method, decodeURIComponent(branch));
    if (file !== undefined) return fileAnswer(decodeURIComponent(file), raw !== undefined, ref);
    if (path === '/repository/tree')
      return listed(
        repository
          .list(ref, wanted, query.get('recursive') === 'true')
          .map((each) => ({ ...each, name: each.path.split('/').at(-1) })),
      );
    if (path === '/repository/compare') {
      const differences = repository.differences(query.get('from') ?? '', query.get('to') ?? '');
      const diffs = differences.map(({ path: name, status }) => ({
        old_path: name,
        new_path: name,
        new_file: status === 'added',
        renamed_file: false,
        deleted_file: status === 'deleted',
        diff: /\.(?:md|txt)$/.test(name) ? '@@ -1 +1 @@' : 'Binary files differ',
      }));
      return { status: 200, body: { diffs } };
    }
    if (path === '/repository/commits' && method === 'POST') return write(JSON.parse(body) as SentCommit);
    if (path === '/repository/commits') {
      const told = repository.text('log', '-1', '--format=%H%n%an%n%aI', ref, '--', wanted || '.');
      const [id, author_name, authored_date] = told.split('\n');
      return listed([{ id, author_name, authored_date }]);
    }
    // Notes of Decap, which the site does not use, and statuses of a draft, which no pipeline built.
    if (path === '/issues' || /^\/repository\/commits\/\w+\/statuses$/.test(path)) return listed([]);
    return ofPipelines(path, query) ?? requests.answer(asked, path);
  }

  function answer(asked: Asked): Answer {
    const given = oauth.answer(asked);
    if (given) return given;
    const told = (status: number, message: string): Answer => ({ status, body: { message } });
    if (!oauth.isValid(asked.authorization.replace(/^Bearer /, ''))) return told(401, '401 Unauthorized');
    const project = `/api/v4/projects/${encodeURIComponent(REPO)}`;
    try {
      if (asked.path === '/api/v4/user') return { status: 200, body: EDITOR };
      const found = asked.path.startsWith(project) ? ofProject(asked, asked.path.slice(project.length)) : undefined;
      return found ?? told(404, '404 Not Found');
    } catch (error) {
      if (error instanceof Refused) return told(error.status, error.message);
      throw error;
    }
  }

  const http = await startForgeHttp(answer);
  const server: GitlabServer = Object.assign(http, {
    backend: {
      name: 'gitlab' as const,
      auth_type: 'pkce',
      app_id: CLIENT,
      base_url: http.url,
      api_root: `${http.url}/api/v4`,
      graphql_api_root: `${http.url}/api/graphql`,
      repo: REPO,
      branch: 'main',
    },
    token: oauth.issue(),
    oauth,
    pipelines,
    protected: false,
    beforeCommit: () => undefined,
    commit: (path: string, content: string, branch = 'main') =>
      void repository.write('Ailleurs', [{ path, content: Buffer.from(content) }], { branch }),
    onCommit: () => undefined,
  });
  return server;
}
