import { DOOR_HASH } from './door.ts';
import { FLOOR_HASH } from './floor.ts';

/** Where the CMS writes, as Decap's `backend` option wants it. */
export interface Backend {
  name: 'proxy' | 'gitlab' | 'forgejo' | 'gitea' | 'github';
  branch: string;
  [option: string]: string;
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Path of the local backend on the site's own origin (admin/local-cms.ts answers it).
 * The final slash is Astro's: with `trailingSlash: 'always'` it answers 404 before anyone else.
 */
export const LOCAL_API = '/admin/api/v1/';

const FORGES = ['gitlab', 'forgejo', 'gitea', 'github'] as const;
type Forge = (typeof FORGES)[number];

/** What each forge asks for, besides CMS_REPO. */
const NEEDS: Readonly<Record<Forge, readonly ('CMS_APP_ID' | 'CMS_BASE_URL')[]>> = {
  gitlab: ['CMS_APP_ID'],
  forgejo: ['CMS_APP_ID', 'CMS_BASE_URL'],
  gitea: ['CMS_APP_ID', 'CMS_BASE_URL'],
  github: ['CMS_BASE_URL'],
};

const OPTIONS = ['CMS_REPO', 'CMS_BRANCH', 'CMS_APP_ID', 'CMS_BASE_URL', 'CMS_WORKFLOW'] as const;

/**
 * Reads `CMS_BACKEND` and its companions; without any of them the CMS is local.
 * @throws Error with one French sentence when the combination is wrong or incomplete.
 */
export function readBackend(env: Env): Backend {
  const given = (name: string) => env[name]?.trim() ?? '';
  const name = given('CMS_BACKEND');
  if (!name) {
    const orphan = OPTIONS.find((option) => given(option));
    if (orphan) {
      throw new Error(
        `${orphan} est réglé sans CMS_BACKEND : ajoutez CMS_BACKEND=${FORGES.join(', ')} (au choix), ou retirez ${orphan}.`,
      );
    }
    return { name: 'proxy', proxy_url: LOCAL_API, branch: 'main' };
  }
  const forge = FORGES.find((each) => each === name);
  if (!forge) {
    throw new Error(
      `CMS_BACKEND vaut « ${name} », que le site ne connaît pas : écrivez ${FORGES.join(', ')} (au choix).`,
    );
  }
  const missing = ['CMS_REPO', ...NEEDS[forge]].filter((option) => !given(option));
  if (missing.length > 0) {
    throw new Error(`CMS_BACKEND=${forge} demande encore ${missing.join(' et ')}.`);
  }
  if (!/^[^\s/]+(?:\/[^\s/]+)+$/.test(given('CMS_REPO'))) {
    throw new Error(
      `CMS_REPO vaut « ${given('CMS_REPO')} » : écrivez groupe/dépôt, par exemple lespetitescantines/site.`,
    );
  }
  return {
    ...options(forge, given('CMS_APP_ID'), baseUrl(given('CMS_BASE_URL'))),
    repo: given('CMS_REPO'),
    branch: given('CMS_BRANCH') || 'main',
  };
}

/** What « Enregistrer » is: `direct` publishes at once; `review` keeps a draft on a branch until somebody publishes it. */
export type Workflow = 'direct' | 'review';

const WORKFLOWS: Readonly<Record<string, Workflow>> = { directe: 'direct', relecture: 'review' };

/**
 * Reads `CMS_WORKFLOW` for a backend; direct without it.
 * @throws Error with one French sentence when it is wrong, or when that backend cannot.
 */
export function readWorkflow(env: Env, { name }: Pick<Backend, 'name'>): Workflow {
  const given = env['CMS_WORKFLOW']?.trim() ?? '';
  if (!given) return 'direct';
  const workflow = Object.hasOwn(WORKFLOWS, given) ? WORKFLOWS[given] : undefined;
  if (!workflow) {
    throw new Error(
      `CMS_WORKFLOW vaut « ${given} », que le site ne connaît pas : écrivez ${Object.keys(WORKFLOWS).join(' ou ')}.`,
    );
  }
  // https://github.com/decaporg/decap-cms/issues/7115
  if (workflow === 'review' && name === 'gitea') {
    throw new Error(
      'CMS_WORKFLOW=relecture ne va pas avec CMS_BACKEND=gitea, dont le CMS ne sait pas faire de brouillons : passez à gitlab, forgejo ou github, ou écrivez CMS_WORKFLOW=directe.',
    );
  }
  return workflow;
}

function options(forge: Forge, appId: string, base: string): { name: Forge } & Record<string, string> {
  switch (forge) {
    case 'gitlab':
      return {
        name: forge,
        auth_type: 'pkce',
        app_id: appId,
        ...(base && { base_url: base, api_root: `${base}/api/v4`, graphql_api_root: `${base}/api/graphql` }),
      };
    case 'forgejo':
    case 'gitea':
      return { name: forge, app_id: appId, base_url: base, api_root: `${base}/api/v1` };
    case 'github':
      // GitHub answers no browser: `base_url` is an OAuth proxy that holds the client secret.
      return { name: forge, base_url: base };
  }
}

function baseUrl(given: string): string {
  if (!given) return '';
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const local = url?.hostname === 'localhost' || url?.hostname === '127.0.0.1';
  if (!url || !(url.protocol === 'https:' || (url.protocol === 'http:' && local)) || url.search || url.hash) {
    throw new Error(
      `CMS_BASE_URL vaut « ${given} » : écrivez une adresse qui commence par https://, par exemple https://git.exemple.org`,
    );
  }
  return (url.origin + url.pathname).replace(/\/+$/, '');
}

/** True when the CMS writes into the folder of this machine. */
export const isLocal = (backend: Backend): boolean => backend.name === 'proxy';

/**
 * The Content-Security-Policy of /admin alone. Decap compiles its form schema (`unsafe-eval`) and
 * styles itself from script (`unsafe-inline`); beyond this origin it reaches the Git host only.
 */
export function contentSecurityPolicy(backend: Backend): string {
  const host = (address: string | undefined) => (address ? [new URL(address).origin] : []);
  const api: Readonly<Record<Backend['name'], readonly string[]>> = {
    proxy: [],
    gitlab: [...host(backend['base_url'] ?? 'https://gitlab.com')],
    forgejo: host(backend['base_url']),
    gitea: host(backend['base_url']),
    github: ['https://api.github.com', 'https://www.githubstatus.com'],
  };
  const avatars: Readonly<Record<Backend['name'], readonly string[]>> = {
    ...api,
    gitlab: [...api.gitlab, 'https://secure.gravatar.com'],
    github: ['https://avatars.githubusercontent.com'],
  };
  const directives = {
    'default-src': ["'none'"],
    'script-src': ["'self'", `'${DOOR_HASH}'`, `'${FLOOR_HASH}'`, "'unsafe-eval'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:', ...avatars[backend.name]],
    'media-src': ["'self'", 'blob:'],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'", 'blob:', 'data:', ...api[backend.name]],
    'frame-src': ["'self'"],
    'worker-src': ["'self'", 'blob:'],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'object-src': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');
}
