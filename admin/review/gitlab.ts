import type { Implementation } from '../conflict/guard.ts';
import { branchOf, onLogin, settleBranch, type ForgeApi } from './api.ts';

interface MergeRequest {
  iid: number;
  title: string;
  sha: string;
}

interface GitlabApi extends ForgeApi {
  repoURL: string;
  cmsLabelPrefix: string;
  requestJSON(request: { method?: string; url: string; params: object }): Promise<unknown>;
  getBranchMergeRequest(branch: string): Promise<MergeRequest>;
  updateMergeRequestLabels(request: MergeRequest, labels: readonly string[]): Promise<unknown>;
  rebaseMergeRequest(request: MergeRequest): Promise<void>;
  mergeMergeRequest(request: MergeRequest): Promise<unknown>;
}

/** The session is over: its refresh token is refused. */
class Ended extends Error {}

/** Once somebody is logged in. */
const apiOf = ({ api }: Implementation) => api as unknown as GitlabApi;

/**
 * Drafts on GitLab: rebased before they are compared, published under their French title, and only as they were read.
 * @see https://docs.gitlab.com/api/merge_requests/#merge-a-merge-request
 */
export function onGitlab(backend: Implementation): Implementation {
  const rebases = new WeakMap<GitlabApi, GitlabApi['rebaseMergeRequest']>();
  onLogin(backend, () => {
    const api = apiOf(backend);
    rebases.set(api, api.rebaseMergeRequest.bind(api));
    // `freshenDraft` has: after the comparison it would bring in what nobody has seen.
    api.rebaseMergeRequest = () => Promise.resolve();
    api.mergeMergeRequest = ({ iid, title, sha }) =>
      api.requestJSON({
        method: 'PUT',
        url: `${api.repoURL}/merge_requests/${iid}/merge`,
        params: {
          squash: true,
          squash_commit_message: title,
          merge_commit_message: title,
          should_remove_source_branch: true,
          sha,
        },
      });
  });
  endSessions(backend);
  return Object.assign(backend, {
    freshenDraft: async (collection: string, slug: string) => {
      const api = apiOf(backend);
      await rebases.get(api)?.(await api.getBranchMergeRequest(branchOf(collection, slug)));
    },
    settleBranch: (collection: string, slug: string) => {
      const api = apiOf(backend);
      const branch = branchOf(collection, slug);
      const params = { state: 'opened', source_branch: branch };
      const open = () => api.requestJSON({ url: `${api.repoURL}/merge_requests`, params }) as Promise<MergeRequest[]>;
      return settleBranch(api, branch, open, (request) =>
        api.updateMergeRequestLabels(request, [`${api.cmsLabelPrefix}draft`]),
      );
    },
  });
}

/**
 * Has a session that cannot be renewed told as the 401 that it is: Decap takes the refusal for a network that fails,
 * and asks again for a minute.
 */
function endSessions(backend: Implementation): void {
  const refresh = backend.getRefreshedAccessToken?.bind(backend);
  const send = backend.apiRequestFunction;
  if (!refresh || !send) return;
  backend.getRefreshedAccessToken = async () => {
    try {
      return await refresh();
    } catch (error) {
      // Decap would hand the same refusal to every later request.
      backend.refreshedTokenPromise = undefined;
      // Of the network, which Decap rightly tries again.
      if (error instanceof TypeError) throw error;
      throw new Ended();
    }
  };
  backend.apiRequestFunction = async (request) => {
    try {
      return await send(request);
    } catch (error) {
      if (error instanceof Ended) return Response.json({ message: '401 Unauthorized' }, { status: 401 });
      throw error;
    }
  };
}
