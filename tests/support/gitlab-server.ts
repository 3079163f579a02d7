import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Backend } from '#admin/backend.ts';
import type { Refusal } from '#publication/refusal.ts';

/** What became of a commit, as GitLab names it. */
interface Pipeline {
  status: 'running' | 'success' | 'failed' | 'canceled';
  refusal?: Refusal;
}

export interface GitlabServer {
  /** For the configuration of the CMS. */
  backend: Backend;
  token: string;
  /** By commit; without one, no pipeline took it. */
  pipelines: Map<string, Pipeline>;
  /** True to cut every line, as a forge that is down. */
  down: boolean;
  /** Called before each commit that the CMS asks for: what happens here happens meanwhile. */
  beforeCommit: () => void;
  /** Writes as another editor does. */
  commit: (path: string, content: string) => void;
  /** Called with each commit that the CMS writes. */
  onCommit: (commit: string) => void;
  close: () => Promise<void>;
}

interface Action {
  action: 'create' | 'update' | 'delete' | 'move';
  file_path: string;
  /** Refused when a newer commit wrote that file. */
  last_commit_id?: string;
  content?: string;
  encoding?: 'base64' | 'text';
}

/** A commit that GitLab does not make. */
class Refused extends Error {}

const TOKEN = 'glpat-essai';
const REPO = 'reseau/site';

/**
 * The part of GitLab that the CMS asks for, over a bare repository: its answers are those of
 * https://docs.gitlab.com/api/ (branches, repositories, repository_files, commits, pipelines, jobs, job_artifacts).
 */
export async function startGitlab(repository: string): Promise<GitlabServer> {
  const git = (args: readonly string[], input?: Buffer, index?: string) =>
    execFileSync('git', ['-C', repository, '-c', 'user.name=Essai', '-c', 'user.email=essai@exemple.org', ...args], {
      input,
      maxBuffer: 1e8,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...(index && { GIT_INDEX_FILE: index }) },
    });
  const text = (...args: string[]) => git(args).toString().trim();

  function write(message: string, actions: readonly Action[]): string {
    const scratch = mkdtempSync(join(tmpdir(), 'index-'));
    const index = join(scratch, 'index');
    try {
      git(['read-tree', 'main'], undefined, index);
      for (const { action, file_path: path, content = '', encoding } of actions) {
        if (action === 'delete') git(['update-index', '--force-remove', path], undefined, index);
        else {
          const bytes = Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8');
          const blob = git(['hash-object', '-w', '--stdin'], bytes).toString().trim();
          git(['update-index', '--add', '--cacheinfo', `100644,${blob},${path}`], undefined, index);
        }
      }
      const tree = git(['write-tree'], undefined, index).toString().trim();
      const commit = text('commit-tree', tree, '-p', 'main', '-m', message);
      git(['update-ref', 'refs/heads/main', commit]);
      return commit;
    } finally {
      rmSync(scratch, { recursive: true });
    }
  }

  const lastCommit = (path: string, ref: string) => text('log', '-1', '--format=%H', ref, '--', path);

  const pipelines: GitlabServer['pipelines'] = new Map();
  const numbered = () => [...pipelines].map(([sha, pipeline], index) => ({ sha, pipeline, id: index + 1 }));

  function answer(method: string, path: string, query: URLSearchParams, body: string): unknown {
    const ref = query.get('ref') ?? query.get('ref_name') ?? 'main';
    const wanted = query.get('path') ?? '';
    const file = /^\/repository\/files\/([^/]+)(\/raw)?$/.exec(path);
    const jobs = /^\/pipelines\/(\d+)\/jobs$/.exec(path)?.[1];
    const artifact = /^\/jobs\/(\d+)\/artifacts\/refus\.json$/.exec(path)?.[1];
    if (path === '')
      return {
        id: 1,
        default_branch: 'main',
        shared_with_groups: [],
        permissions: { project_access: { access_level: 40 }, group_access: null },
      };
    if (path === '/repository/branches/main')
      return { name: 'main', default: true, commit: { id: text('rev-parse', 'main') } };
    if (file?.[1] !== undefined) {
      const blob = text('rev-parse', `${ref}:${decodeURIComponent(file[1])}`);
      const bytes = git(['cat-file', 'blob', blob]);
      if (file[2]) return bytes;
      return {
        blob_id: blob,
        content: bytes.toString('base64'),
        encoding: 'base64',
        last_commit_id: lastCommit(decodeURIComponent(file[1]), ref),
      };
    }
    if (path === '/repository/tree') {
      return git(['ls-tree', '-z', ref, `${wanted}/`])
        .toString()
        .split('\0')
        .flatMap((line) => {
          const [, mode, type, id, name] = /^(\d+) (\w+) (\w+)\t(.*)$/.exec(line) ?? [];
          return name === undefined ? [] : [{ id, name: name.split('/').at(-1), type, path: name, mode }];
        });
    }
    if (path === '/repository/commits' && method === 'POST') {
      const { commit_message: message, actions } = JSON.parse(body) as { commit_message: string; actions: Action[] };
      server.beforeCommit();
      const outrun = actions.find(({ file_path, last_commit_id: id }) => id && id !== lastCommit(file_path, 'main'));
      if (outrun) throw new Refused(`The file has changed since you started editing it: ${outrun.file_path}`);
      const id = write(message, actions);
      server.onCommit(id);
      return { id, short_id: id.slice(0, 8), title: message };
    }
    if (path === '/repository/commits') {
      const [id, name, date] = text('log', '-1', '--format=%H%n%an%n%aI', ref, '--', wanted || '.').split('\n');
      return [{ id, author_name: name, authored_date: date }];
    }
    if (path === '/pipelines')
      return numbered()
        .filter(({ sha }) => sha === query.get('sha'))
        .map(({ id, sha, pipeline }) => ({
          id,
          sha,
          ref: 'main',
          status: pipeline.status,
          source: 'push',
          web_url: `https://gitlab.exemple/${REPO}/-/pipelines/${id}`,
        }));
    if (jobs !== undefined)
      return numbered()
        .filter(({ id, pipeline }) => id === Number(jobs) && pipeline.status === 'failed')
        .map(({ id }) => ({ id, name: 'publish', status: 'failed' }));
    if (artifact !== undefined) return numbered().find(({ id }) => id === Number(artifact))?.pipeline.refusal;
    return undefined;
  }

  function respond(request: IncomingMessage, response: ServerResponse, body: string): void {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', '*, Authorization');
    response.setHeader('Access-Control-Allow-Methods', 'GET, HEAD, POST, PUT, DELETE');
    response.setHeader('Access-Control-Expose-Headers', '*');
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    const told = (status: number, message: string) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify({ message }));
    if (request.headers.authorization !== `Bearer ${TOKEN}`) {
      told(401, '401 Unauthorized');
      return;
    }
    let found: unknown;
    try {
      const project = `/api/v4/projects/${encodeURIComponent(REPO)}`;
      if (pathname === '/api/v4/user')
        found = { id: 1, name: 'Une équipe', username: 'equipe', email: 'equipe@exemple.org' };
      else if (pathname.startsWith(project))
        found = answer(request.method ?? 'GET', pathname.slice(project.length), searchParams, body);
    } catch (error) {
      if (error instanceof Refused) {
        told(400, error.message);
        return;
      }
      found = undefined;
    }
    if (found === undefined) told(404, '404 Not Found');
    else if (Buffer.isBuffer(found))
      response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8' }).end(found);
    else {
      const total = Array.isArray(found) ? found.length : 1;
      const page = { 'X-Page': 1, 'X-Total-Pages': 1, 'X-Per-Page': Math.max(20, total), 'X-Total': total };
      response.writeHead(200, { 'Content-Type': 'application/json', ...page }).end(JSON.stringify(found));
    }
  }

  const http = createServer((request, response) => {
    if (server.down) {
      request.socket.destroy();
      return;
    }
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => respond(request, response, Buffer.concat(parts).toString('utf8')));
  });
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const server: GitlabServer = {
    backend: {
      name: 'gitlab',
      auth_type: 'pkce',
      app_id: 'essai',
      base_url: url,
      api_root: `${url}/api/v4`,
      graphql_api_root: `${url}/api/graphql`,
      repo: REPO,
      branch: 'main',
    },
    token: TOKEN,
    pipelines,
    down: false,
    beforeCommit: () => undefined,
    commit: (path, content) => void write('Ailleurs', [{ action: 'update', file_path: path, content }]),
    onCommit: () => undefined,
    close: () =>
      new Promise((done) => {
        http.closeAllConnections();
        http.close(() => {
          done();
        });
      }),
  };
  return server;
}
