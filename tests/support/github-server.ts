import { randomUUID } from 'node:crypto';
import type { Backend } from '#admin/backend.ts';
import { BareRepository } from './bare-repository.ts';
import { Refused, startForgeHttp, type Answer, type Asked, type ForgeHttp } from './forge-http.ts';

export interface GithubServer extends ForgeHttp {
  /** For the configuration of the CMS; its API is that of github.com, which a test leads here. */
  backend: Backend;
  /** Has every token expire. */
  expire: () => void;
  /** Writes as another editor does, on the published branch unless told. */
  commit: (path: string, content: string, branch?: string) => void;
  /** Called before each branch that the CMS moves: what happens here happens meanwhile. */
  beforeMove: () => void;
}

interface PullRequest {
  number: number;
  title: string;
  body: string;
  source: string;
  state: 'open' | 'closed';
  labels: string[];
}

const OWNER = 'reseau';
const REPO = `${OWNER}/site`;
const EDITOR = { id: 1, login: 'equipe', name: 'Une équipe', email: 'equipe@exemple.org' };

/**
 * The window that an OAuth proxy opens: it says that it is there, waits to be answered by its opener, and hands the
 * token over (https://decapcms.org/docs/backends-overview/#using-github-with-an-oauth-proxy).
 */
const popup = (token: string) => `<script>
addEventListener('message', ({ data, origin }) => {
  if (data === 'authorizing:github')
    opener.postMessage('authorization:github:success:' + JSON.stringify({ token: '${token}', provider: 'github' }), origin);
});
opener.postMessage('authorizing:github', '*');
</script>`;

/**
 * The part of GitHub that the CMS asks for, over a bare repository, and the OAuth proxy before it: its answers are those
 * of https://docs.github.com/en/rest (users, repos, branches, git/trees, git/blobs, git/commits, git/refs, commits,
 * pulls, issues/labels, checks/runs).
 */
export async function startGithub(folder: string): Promise<GithubServer> {
  const repository = new BareRepository(folder);
  const tokens = new Set<string>();
  const requests: PullRequest[] = [];

  const shown = ({ source, labels, ...request }: PullRequest) => ({
    ...request,
    labels: labels.map((name) => ({ name })),
    updated_at: new Date().toISOString(),
    user: { login: EDITOR.login },
    head: { ref: source, sha: repository.commitOf(source) ?? '', repo: { fork: false } },
    base: { ref: 'main', sha: repository.commitOf('main') },
  });

  /** https://docs.github.com/en/rest/git/refs: a branch moves forward, unless it is forced. */
  function ofRefs({ method, body }: Asked, branch: string): Answer {
    const sent = body === '' ? {} : (JSON.parse(body) as { ref?: string; sha?: string; force?: boolean });
    if (method === 'POST') {
      const made = (sent.ref ?? '').replace('refs/heads/', '');
      if (repository.commitOf(made)) throw new Refused(422, 'Reference already exists');
      repository.move(made, sent.sha ?? '');
      return { status: 201, body: { ref: sent.ref, object: { sha: sent.sha } } };
    }
    const present = repository.commitOf(branch);
    if (present === undefined) throw new Refused(422, 'Reference does not exist');
    if (method === 'DELETE') {
      repository.remove(branch);
      return { status: 204 };
    }
    server.beforeMove();
    const known = repository.commitOf(branch) ?? '';
    const isForward = repository.text('merge-base', known, sent.sha ?? '') === known;
    if (!isForward && sent.force !== true) throw new Refused(422, 'Update is not a fast forward');
    repository.move(branch, sent.sha ?? '');
    return { status: 200, body: { ref: `refs/heads/${branch}`, object: { sha: sent.sha } } };
  }

  function ofGit(asked: Asked, path: string): Answer | undefined {
    const { method, body, query } = asked;
    const ref = /^\/git\/refs(?:\/heads\/(.+))?$/.exec(path);
    if (ref) return ofRefs(asked, decodeURIComponent(ref[1] ?? ''));
    if (method === 'GET') {
      const [, kind, given = ''] = /^\/git\/(trees|blobs)\/(.+)$/.exec(path) ?? [];
      const name = decodeURIComponent(given);
      if (kind === 'blobs') {
        const content = repository.run(['cat-file', 'blob', name]).toString('base64');
        return { status: 200, body: { sha: name, encoding: 'base64', content } };
      }
      if (kind === undefined) return undefined;
      const tree = repository.treeOf(name);
      if (tree === undefined) throw new Refused(404, 'Not Found');
      const entries = repository.list(tree, '', query.has('recursive'));
      return { status: 200, body: { sha: tree, tree: entries.map(({ id, ...each }) => ({ ...each, sha: id })) } };
    }
    if (path === '/git/blobs') {
      const { content } = JSON.parse(body) as { content: string };
      return { status: 201, body: { sha: repository.blob(Buffer.from(content, 'base64')) } };
    }
    if (path === '/git/trees') {
      const sent = JSON.parse(body) as { base_tree: string; tree: { path: string; sha: string | null }[] };
      const files = sent.tree.map(({ path: file, sha }) => ({ path: file, id: sha }));
      return { status: 201, body: { sha: repository.tree(sent.base_tree, files) } };
    }
    if (path === '/git/commits') {
      const { message, tree, parents } = JSON.parse(body) as { message: string; tree: string; parents: string[] };
      return { status: 201, body: { sha: repository.commitTree(tree, parents, message, EDITOR) } };
    }
    return undefined;
  }

  /** https://docs.github.com/en/rest/pulls/pulls */
  function ofPulls({ method, query, body: sent }: Asked, path: string): Answer | undefined {
    const body = sent === '' ? {} : (JSON.parse(sent) as Readonly<Record<string, string | undefined>>);
    const [, number, action = ''] = /^\/(?:pulls|issues)\/(\d+)(\/\w+)?$/.exec(path) ?? [];
    const request = requests.find((each) => each.number === Number(number));
    if (path === '/pulls' && method === 'GET') {
      const head = query.get('head')?.replace(`${OWNER}:`, '');
      const found = requests.filter(
        ({ state, source }) => state === query.get('state') && (head === undefined || head === source),
      );
      return { status: 200, body: found.map(shown) };
    }
    if (path === '/pulls') {
      const source = (body['head'] ?? '').replace(`${OWNER}:`, '');
      if (requests.some((each) => each.source === source && each.state === 'open'))
        throw new Refused(422, 'Validation Failed');
      const { title = '', body: text = '' } = body;
      requests.push({ number: requests.length + 1, title, body: text, source, state: 'open', labels: [] });
      return { status: 201, body: shown(requests.at(-1) as PullRequest) };
    }
    if (!request) return undefined;
    switch (`${method}${action}`) {
      case 'PATCH':
        if (body['state'] === 'closed') request.state = 'closed';
        return { status: 200, body: shown(request) };
      case 'PUT/labels':
        request.labels = (JSON.parse(sent) as { labels: string[] }).labels;
        return { status: 200, body: request.labels.map((name) => ({ name })) };
      case 'PUT/merge': {
        if (body['sha'] !== repository.commitOf(request.source))
          throw new Refused(409, 'Head branch was modified. Review and try the merge again.');
        if (body['merge_method'] !== 'squash')
          throw new Refused(405, 'Merge commits are not allowed on this repository.');
        const message = `${request.title} (#${request.number})\n\n${body['commit_message'] ?? ''}`;
        const commit = repository.joined('main', request.source, message, EDITOR);
        if (commit === undefined) throw new Refused(405, 'Pull Request is not mergeable');
        repository.move('main', commit);
        request.state = 'closed';
        return { status: 200, body: { sha: commit, merged: true } };
      }
      default:
        return undefined;
    }
  }

  function ofRepository(asked: Asked, path: string): Answer | undefined {
    const { query } = asked;
    const branch = /^\/branches\/(.+)$/.exec(path)?.[1];
    const between = /^\/compare\/(.+)$/.exec(path)?.[1];
    if (path === '') return { status: 200, body: { owner: { login: OWNER }, permissions: { push: true } } };
    if (branch !== undefined) {
      const sha = repository.commitOf(decodeURIComponent(branch));
      if (sha === undefined) throw new Refused(404, 'Branch not found');
      return { status: 200, body: { name: decodeURIComponent(branch), commit: { sha } } };
    }
    if (between !== undefined) {
      const [from = '', to = ''] = decodeURIComponent(between).replaceAll(`${OWNER}:`, '').split('...');
      const files = repository.differences(from, to).map(({ path: filename, status, id }) => ({
        filename,
        sha: id,
        status: status === 'deleted' ? 'removed' : status,
        ...(/\.md$/.test(filename) && { patch: '@@ -1 +1 @@' }),
      }));
      return { status: 200, body: { base_commit: { sha: repository.commitOf(from) }, commits: [], files } };
    }
    if (path === '/commits') {
      const args = ['log', '-1', '--format=%H%n%an%n%aI', query.get('sha') ?? 'main', '--', query.get('path') ?? '.'];
      const [sha, name, date] = repository.text(...args).split('\n');
      return { status: 200, body: [{ sha, commit: { author: { name, date } } }] };
    }
    if (/^\/commits\/\w+\/check-runs$/.test(path)) return { status: 200, body: { check_runs: [] } };
    if (/^\/commits\/\w+\/status$/.test(path)) return { status: 200, body: { statuses: [] } };
    // Notes of Decap, which the site does not use.
    if (path === '/issues') return { status: 200, body: [] };
    return ofGit(asked, path) ?? ofPulls(asked, path);
  }

  function answer(asked: Asked): Answer {
    if (asked.path === '/auth') {
      const token = randomUUID();
      tokens.add(token);
      return { status: 200, body: Buffer.from(popup(token)), headers: { 'Content-Type': 'text/html' } };
    }
    const told = (status: number, message: string): Answer => ({ status, body: { message } });
    if (!tokens.has(asked.authorization.replace(/^\w+ /, ''))) return told(401, 'Bad credentials');
    try {
      if (asked.path === '/user' || asked.path === `/users/${EDITOR.login}`) return { status: 200, body: EDITOR };
      const root = `/repos/${REPO}`;
      const found = asked.path.startsWith(root) ? ofRepository(asked, asked.path.slice(root.length)) : undefined;
      return found ?? told(404, 'Not Found');
    } catch (error) {
      if (error instanceof Refused) return told(error.status, error.message);
      throw error;
    }
  }

  const http = await startForgeHttp(answer);
  const server: GithubServer = Object.assign(http, {
    backend: { name: 'github' as const, base_url: http.url, repo: REPO, branch: 'main' },
    expire: () => tokens.clear(),
    commit: (path: string, content: string, branch = 'main') =>
      void repository.write('Ailleurs', [{ path, content: Buffer.from(content) }], { branch }),
    beforeMove: () => undefined,
  });
  return server;
}
