import type { Implementation } from '../conflict/guard.ts';
import { branchOf, isMissing, onLogin, settleBranch, type ForgeApi } from './api.ts';

interface PullRequest {
  number: number;
  title: string;
  head: { sha: string };
}

interface ForgejoApi extends ForgeApi {
  originRepoURL: string;
  request(path: string, options: { method: string; body: string }): Promise<unknown>;
  repoOwner: string;
  getPullRequests(state: 'open', head: string): Promise<PullRequest[]>;
  setPullRequestStatus(request: PullRequest, status: string): Promise<unknown>;
  mergePR(request: PullRequest): Promise<unknown>;
}

/** Once somebody is logged in. */
const apiOf = ({ api }: Implementation) => api as unknown as ForgejoApi;

/**
 * Drafts on Forgejo: published as one commit under their French title, and only as they were read; Decap’s backend
 * merges, with an English message.
 * @see https://codeberg.org/api/swagger#/repository/repoMergePullRequest
 */
export function onForgejo(backend: Implementation): Implementation {
  onLogin(backend, () => {
    const api = apiOf(backend);
    api.mergePR = ({ number, title, head }) =>
      api.request(`${api.originRepoURL}/pulls/${number}/merge`, {
        method: 'POST',
        body: JSON.stringify({ Do: 'squash', MergeTitleField: title, head_commit_id: head.sha }),
      });
    const remove = api.deleteBranch.bind(api);
    // A repository may delete the branches of what it merges: publishing has succeeded then.
    api.deleteBranch = (name) =>
      remove(name).catch((error: unknown) => {
        if (!isMissing(error)) throw error;
      });
  });
  return Object.assign(backend, {
    settleBranch: (collection: string, slug: string) => {
      const api = apiOf(backend);
      const branch = branchOf(collection, slug);
      const open = () => api.getPullRequests('open', `${api.repoOwner}:${branch}`);
      return settleBranch(api, branch, open, (request) => api.setPullRequestStatus(request, 'draft'));
    },
  });
}
