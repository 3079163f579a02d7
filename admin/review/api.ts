import type { Implementation } from '../conflict/guard.ts';

/** What every forge’s API of Decap has, once somebody is logged in. */
export interface ForgeApi {
  getBranch(name: string): Promise<unknown>;
  deleteBranch(name: string): Promise<unknown>;
}

/** Decap’s name of the branch of a draft (`branchFromContentKey` in decap-cms-lib-util). */
export const branchOf = (collection: string, slug: string): string => `cms/${collection}/${slug}`;

/** Has the API mended that each login makes anew. */
export function onLogin(backend: Implementation, mend: () => void): void {
  const login = backend.authenticate?.bind(backend);
  if (!login) return;
  backend.authenticate = async (credentials) => {
    const user = await login(credentials);
    mend();
    return user;
  };
}

/**
 * Ends what a cut left of a draft: an open request that has no label yet, which Decap does not see, gets it; a branch
 * without a request goes, which Decap would not write over, or write to without a request.
 * @returns true when there is a draft now
 */
export async function settleBranch<Request>(
  api: ForgeApi,
  branch: string,
  open: () => Promise<readonly Request[]>,
  mark: (request: Request) => Promise<unknown>,
): Promise<boolean> {
  if (!(await isThere(api, branch))) return false;
  const [request] = await open();
  if (request === undefined) {
    await api.deleteBranch(branch);
    return false;
  }
  await mark(request);
  return true;
}

async function isThere(api: ForgeApi, branch: string): Promise<boolean> {
  try {
    await api.getBranch(branch);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

export const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'status' in error && error.status === 404;
