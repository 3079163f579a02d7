/* eslint-disable @typescript-eslint/require-await -- what answers with promises is played by what answers at once. */
/** What is mended of Decap’s backends for drafts, with APIs that answer as theirs do. */
import { describe, expect, test } from 'vitest';
import type { Implementation } from '#admin/conflict/guard.ts';
import { filesOfDraft } from '#admin/review/files.ts';
import { mendReview } from '#admin/review/forge.ts';
import { waitingAfter } from '#admin/review/waiting.ts';

const BRANCH = 'cms/cantines/annecy';

class ApiError extends Error {
  readonly status: number;
  constructor(status: number) {
    super('API_ERROR');
    this.status = status;
  }
}

/** A backend that somebody is logged into, with what Decap’s API of that forge has. */
async function loggedIn(name: 'gitlab' | 'forgejo' | 'github', api: object): Promise<Implementation> {
  const backend: Implementation = {
    getEntry: async () => ({ data: null }),
    persistEntry: async () => undefined,
    deleteFiles: async () => undefined,
    authenticate: async () => {
      backend.api = { ...api };
      return 'somebody';
    },
  };
  mendReview(name, backend);
  expect(await backend.authenticate?.({})).toBe('somebody');
  return backend;
}

type Call = (...args: unknown[]) => Promise<unknown>;
const callOf = (backend: Implementation, name: string) => backend.api?.[name] as Call;

describe('GitHub', () => {
  test('a draft that it does not merge is not forced over what is published', async () => {
    const backend = await loggedIn('github', {
      forceMergePR: async () => 'forced',
      patchBranch: async () => undefined,
    });
    await expect(callOf(backend, 'forceMergePR')({})).rejects.toMatchObject({ status: 405 });
  });

  test('a draft is not laid over what is published since, nor over what another wrote in it', async () => {
    const moved: unknown[][] = [];
    const backend = await loggedIn('github', {
      getBranch: async () => ({ commit: { sha: 'abc' } }),
      rebaseBranch: async () => ({ sha: 'rebased' }),
      patchBranch: async (...args: unknown[]) => moved.push(args),
    });
    expect(await callOf(backend, 'rebaseBranch')(BRANCH)).toEqual({ sha: 'abc' });
    await callOf(backend, 'patchBranch')(BRANCH, 'def', { force: true });
    expect(moved).toEqual([[BRANCH, 'def']]);
  });
});

describe.each(['forgejo', 'github'] as const)('what a cut left on %s', (name) => {
  /** The branch, when it is there, and its open request, when it has one. */
  async function left(isThere: boolean, requests: readonly object[]) {
    const done: unknown[] = [];
    const backend = await loggedIn(name, {
      repoOwner: 'reseau',
      patchBranch: async () => undefined,
      getBranch: async () => {
        if (!isThere) throw new ApiError(404);
      },
      deleteBranch: async (branch: string) => done.push(['delete', branch]),
      getPullRequests: async () => requests,
      setPullRequestStatus: async (request: object, status: string) => done.push([request, status]),
    });
    return { settled: await backend.settleBranch?.('cantines', 'annecy'), done };
  }

  test('nothing: nothing is done', async () => {
    expect(await left(false, [])).toEqual({ settled: false, done: [] });
  });
  test('a branch without a request goes', async () => {
    expect(await left(true, [])).toEqual({ settled: false, done: [['delete', BRANCH]] });
  });
  test('a request that has no label is a draft', async () => {
    expect(await left(true, [{ number: 1 }])).toEqual({ settled: true, done: [[{ number: 1 }, 'draft']] });
  });
});

test('Forgejo: a branch that the merge took away is no failure, another refusal is', async () => {
  let status = 404;
  const deleteBranch = async () => {
    throw new ApiError(status);
  };
  const backend = await loggedIn('forgejo', { deleteBranch });
  await callOf(backend, 'deleteBranch')(BRANCH);
  status = 500;
  await expect(callOf(backend, 'deleteBranch')(BRANCH)).rejects.toMatchObject({ status: 500 });
});

test('the files of a draft are those that it changes', async () => {
  const backend = await loggedIn('gitlab', { rebaseMergeRequest: async () => undefined });
  expect(await filesOfDraft(backend, { collection: 'cantines', slug: 'annecy' })).toEqual([]);
  backend.unpublishedEntry = async () => ({ diffs: [{ id: '1', path: 'public/uploads/table.jpg' }] });
  expect(await filesOfDraft(backend, { collection: 'cantines', slug: 'annecy' })).toEqual(['public/uploads/table.jpg']);
});

test('the drafts that wait follow what Decap does', () => {
  const place = { collection: 'guides', slug: 'bilan' };
  const heard = [
    {
      type: 'UNPUBLISHED_ENTRIES_SUCCESS',
      payload: { entries: [{ collection: 'pages', slug: 'b', status: 'draft' }] },
    },
    {
      type: 'UNPUBLISHED_ENTRY_SUCCESS',
      payload: { collection: 'guides', entry: { slug: 'bilan', status: 'draft', data: { title: 'Un bilan' } } },
    },
    { type: 'UNPUBLISHED_ENTRY_STATUS_CHANGE_SUCCESS', payload: { ...place, newStatus: 'pending_review' } },
  ];
  const before = heard.reduce<ReturnType<typeof waitingAfter>>(waitingAfter, []);
  expect(before).toEqual([
    { collection: 'pages', slug: 'b', title: 'b', status: 'draft' },
    { ...place, title: 'Un bilan', status: 'pending_review' },
  ]);
  for (const end of ['PUBLISH', 'DELETE'])
    expect(waitingAfter(before, { type: `UNPUBLISHED_ENTRY_${end}_SUCCESS`, payload: place })).toEqual(
      before.slice(0, 1),
    );
  expect(waitingAfter(before, { type: 'DRAFT_CHANGE_FIELD' })).toBe(before);
});
