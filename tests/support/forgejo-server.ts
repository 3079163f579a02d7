import type { Backend } from '#admin/backend.ts';
import { BareRepository } from './bare-repository.ts';
import { Refused, startForgeHttp, type Answer, type Asked, type ForgeHttp } from './forge-http.ts';
import { PullRequests } from './forgejo-requests.ts';
import { oauthServer, type OauthServer } from './oauth-server.ts';

export interface ForgejoServer extends ForgeHttp {
  /** For the configuration of the CMS. */
  backend: Backend;
  oauth: OauthServer;
  /** Writes as another editor does, on the published branch unless told. */
  commit: (path: string, content: string, branch?: string) => void;
  /** Called before each commit that the CMS asks for: what happens here happens meanwhile. */
  beforeCommit: () => void;
}

interface SentFile {
  operation: 'create' | 'update' | 'delete';
  path: string;
  content?: string;
  /** The blob that is replaced. */
  sha?: string;
}

const CLIENT = 'essai';
const OWNER = 'reseau';
const REPO = `${OWNER}/site`;
const EDITOR = { id: 1, login: 'equipe', full_name: 'Une équipe', name: 'Une équipe', email: 'equipe@exemple.org' };

/**
 * The part of Forgejo that the CMS asks for, over a bare repository: its answers are those of
 * https://codeberg.org/api/swagger (userGetCurrent, repoGet, repoGetBranch, repoCreateBranch, repoDeleteBranch,
 * repoGetContents, repoChangeFiles, GetTree, GetBlob, repoGetAllCommits, repoCompareDiff, repoGetCombinedStatusByRef).
 */
export async function startForgejo(folder: string): Promise<ForgejoServer> {
  const repository = new BareRepository(folder);
  const oauth = oauthServer({ authorize: '/login/oauth/authorize', token: '/login/oauth/access_token' }, CLIENT);
  const requests = new PullRequests(repository, OWNER, EDITOR, () => undefined);

  function changeFiles(body: string): Answer {
    const sent = JSON.parse(body) as { branch: string; message: string; files: SentFile[] };
    const { branch, message, files } = sent;
    server.beforeCommit();
    for (const { operation, path, sha } of files) {
      const there = repository.blobOf(branch, path)?.id;
      if (operation === 'create' && there !== undefined)
        throw new Refused(422, `repository file already exists [path: ${path}]`);
      if (operation !== 'create' && there === undefined) throw new Refused(404, `path does not exist [path: ${path}]`);
      if (operation !== 'create' && there !== sha)
        throw new Refused(409, `sha does not match [given: ${sha ?? ''}, expected: ${there ?? ''}]`);
    }
    const changes = files.map(({ operation, path, content = '' }) =>
      operation === 'delete' ? { path } : { path, content: Buffer.from(content, 'base64') },
    );
    const sha = repository.write(message, changes, { branch, by: EDITOR });
    return { status: 201, body: { commit: { sha }, files: [] } };
  }

  function ofBranches({ method, body }: Asked, name: string): Answer {
    if (method === 'POST') {
      const { new_branch_name: made, old_ref_name: from } = JSON.parse(body) as Record<string, string>;
      if (repository.commitOf(made ?? '')) throw new Refused(409, 'The branch already exists.');
      repository.move(made ?? '', repository.commitOf(from ?? 'main') ?? '');
      return { status: 201, body: { name: made } };
    }
    const id = repository.commitOf(name);
    if (id === undefined) throw new Refused(404, `branch does not exist [name: ${name}]`);
    if (method === 'DELETE') {
      repository.remove(name);
      return { status: 204 };
    }
    return { status: 200, body: { name, commit: { id } } };
  }

  function ofRepository(asked: Asked, path: string): Answer | undefined {
    const { method, query, body } = asked;
    const part = (pattern: RegExp) => {
      const found = pattern.exec(path)?.[1];
      return found === undefined ? undefined : decodeURIComponent(found);
    };
    const branch = part(/^\/branches(?:\/(.+))?$/);
    const file = part(/^\/contents\/(.+)$/);
    const tree = part(/^\/git\/trees\/(.+)$/);
    const blob = part(/^\/git\/blobs\/(\w+)$/);
    const between = part(/^\/compare\/(.+)$/)?.split('...');
    if (path === '') return { status: 200, body: { owner: { login: OWNER }, permissions: { push: true } } };
    if (path === '/branches' || branch !== undefined) return ofBranches(asked, branch ?? '');
    if (path === '/contents' && method === 'POST') return changeFiles(body);
    if (file !== undefined) {
      const found = repository.blobOf(query.get('ref') ?? 'main', file);
      if (!found) throw new Refused(404, 'The target couldn’t be found.');
      return { status: 200, body: { type: 'file', path: file, sha: found.id } };
    }
    if (tree !== undefined) {
      const entries = repository.list(tree, '', query.has('recursive'));
      return {
        status: 200,
        body: { sha: tree, truncated: false, tree: entries.map(({ id, ...each }) => ({ ...each, sha: id })) },
      };
    }
    if (blob !== undefined) {
      const bytes = repository.run(['cat-file', 'blob', blob]);
      return { status: 200, body: { sha: blob, encoding: 'base64', content: bytes.toString('base64') } };
    }
    if (between) {
      const [from = '', to = ''] = between.map((name) => name.replace(`${OWNER}:`, ''));
      const files = repository.differences(from, to).map(({ path: filename, status }) => ({ filename, status }));
      return { status: 200, body: { total_commits: 1, commits: [], files } };
    }
    if (path === '/commits') {
      const args = ['log', '-1', '--format=%H%n%an%n%aI', query.get('sha') ?? 'main', '--', query.get('path') ?? '.'];
      const [sha, name, date] = repository.text(...args).split('\n');
      return { status: 200, body: [{ sha, commit: { author: { name, date } } }] };
    }
    if (/^\/commits\/\w+\/status$/.test(path)) return { status: 200, body: { state: '', statuses: null } };
    return requests.answer(asked, path);
  }

  function answer(asked: Asked): Answer {
    const given = oauth.answer(asked);
    if (given) return given;
    const told = (status: number, message: string): Answer => ({ status, body: { message } });
    if (!oauth.isValid(asked.authorization.replace(/^token /, ''))) return told(401, 'token is required');
    const root = `/api/v1/repos/${REPO}`;
    try {
      if (asked.path === '/api/v1/user') return { status: 200, body: EDITOR };
      const found = asked.path.startsWith(root) ? ofRepository(asked, asked.path.slice(root.length)) : undefined;
      return found ?? told(404, 'The target couldn’t be found.');
    } catch (error) {
      if (error instanceof Refused) return told(error.status, error.message);
      throw error;
    }
  }

  const http = await startForgeHttp(answer);
  const server: ForgejoServer = Object.assign(http, {
    backend: {
      name: 'forgejo' as const,
      app_id: CLIENT,
      base_url: http.url,
      api_root: `${http.url}/api/v1`,
      repo: REPO,
      branch: 'main',
    },
    oauth,
    commit: (path: string, content: string, branch = 'main') =>
      void repository.write('Ailleurs', [{ path, content: Buffer.from(content) }], { branch }),
    beforeCommit: () => undefined,
  });
  return server;
}
