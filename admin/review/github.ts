import type { Implementation } from '../conflict/guard.ts';
import { branchOf, onLogin, settleBranch, type ForgeApi } from './api.ts';

interface PullRequest {
  head: { ref: string };
  labels: { name: string }[];
}

interface GithubApi extends ForgeApi {
  cmsLabelPrefix: string;
  listUnpublishedBranches(): Promise<string[]>;
  getPullRequests(
    head: string | undefined,
    state: 'open',
    predicate: (request: PullRequest) => boolean,
  ): Promise<PullRequest[]>;
  setPullRequestStatus(request: unknown, status: string): Promise<unknown>;
  getBranch(name: string): Promise<{ commit: { sha: string } }>;
  rebaseBranch(name: string): Promise<{ sha: string }>;
  patchBranch(name: string, sha: string, options?: { force?: boolean }): Promise<unknown>;
  forceMergePR(request: unknown): Promise<unknown>;
}

/** What GitHub answers when it does not merge. */
class NotMergeable extends Error {
  readonly status = 405;
}

/** Once somebody is logged in. */
const apiOf = ({ api }: Implementation) => api as unknown as GithubApi;

/**
 * Drafts on GitHub: Git alone reunites a draft and what was published since. Decap’s backend lays the whole files of the
 * draft over the newer ones, each time that it is saved, and again when GitHub refuses to merge it; and it moves the
 * branch of the draft whoever wrote to it.
 * @see https://docs.github.com/en/rest/pulls/pulls#merge-a-pull-request
 */
export function onGithub(backend: Implementation): Implementation {
  onLogin(backend, () => {
    const api = apiOf(backend);
    // Decap’s takes a request without a label for one of its first version, and says so in English.
    api.listUnpublishedBranches = async () => {
      const isOurs = ({ labels }: PullRequest) => labels.some(({ name }) => name.startsWith(api.cmsLabelPrefix));
      return (await api.getPullRequests(undefined, 'open', isOurs)).map(({ head }) => head.ref);
    };
    api.rebaseBranch = async (name) => (await api.getBranch(name)).commit;
    const move = api.patchBranch.bind(api);
    api.patchBranch = (name, sha) => move(name, sha);
    api.forceMergePR = () => Promise.reject(new NotMergeable('Pull Request is not mergeable'));
  });
  return Object.assign(backend, {
    settleBranch: (collection: string, slug: string) => {
      const api = apiOf(backend);
      const branch = branchOf(collection, slug);
      const open = () => api.getPullRequests(branch, 'open', () => true);
      return settleBranch(api, branch, open, (request) => api.setPullRequestStatus(request, 'draft'));
    },
  });
}
