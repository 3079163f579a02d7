import type { Implementation } from './guard.ts';

interface Request {
  url: string;
  method?: string;
  body?: string;
  cache?: 'no-store';
  params?: Readonly<Record<string, string>>;
}

/** What is used of the API of Decap's GitLab backend, which has one once somebody is logged in. */
interface GitlabApi {
  repoURL: string;
  branch: string;
  requestJSON: (request: Request | string) => Promise<unknown>;
}

interface Commit {
  branch: string;
  /** Of a branch that this commit makes. */
  start_branch?: string;
  actions: readonly { action: string; file_path: string; previous_path?: string }[];
}

/**
 * Makes Decap's GitLab backend name the commit of the entry that it last read, so that GitLab itself refuses a write
 * over a newer one (`last_commit_id` of an action, https://docs.gitlab.com/api/commits/#create-a-commit-with-multiple-files-and-actions).
 */
export function namingRevisions<T extends Implementation>(backend: T): T {
  const read = backend.getEntry.bind(backend);
  /** By path. */
  const revisions = new Map<string, string>();
  const extended = new WeakSet<GitlabApi>();

  const extend = (api: GitlabApi): void => {
    if (extended.has(api)) return;
    extended.add(api);
    const ask = api.requestJSON.bind(api);
    api.requestJSON = (request) => {
      if (typeof request === 'string' || request.method !== 'POST' || request.body === undefined) return ask(request);
      if (request.url !== `${api.repoURL}/repository/commits`) return ask(request);
      return ask({ ...request, body: withRevisions(request.body, api.branch, revisions) });
    };
  };

  return Object.assign(backend, {
    getEntry: async (path: string) => {
      const api = backend.api as GitlabApi | undefined;
      if (!api) return read(path);
      extend(api);
      // Its text and its commit in one answer.
      const file = (await api.requestJSON({
        url: `${api.repoURL}/repository/files/${encodeURIComponent(path)}`,
        params: { ref: api.branch },
        cache: 'no-store',
      })) as { content: string; last_commit_id: string };
      revisions.set(path, file.last_commit_id);
      const bytes = Uint8Array.from(atob(file.content), (sign) => sign.charCodeAt(0));
      return { file: { path, id: null }, data: new TextDecoder().decode(bytes) };
    },
  });
}

function withRevisions(body: string, branch: string, revisions: ReadonlyMap<string, string>): string {
  const commit = JSON.parse(body) as Commit;
  // A draft is on a branch of its own, compared with the published one only when it is made of it.
  if ((commit.start_branch ?? commit.branch) !== branch) return body;
  const actions = commit.actions.map((action) => {
    const revision = revisions.get(action.previous_path ?? action.file_path);
    return revision === undefined || action.action === 'create' ? action : { ...action, last_commit_id: revision };
  });
  return JSON.stringify({ ...commit, actions });
}
