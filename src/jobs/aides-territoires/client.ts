import { setTimeout as wait } from 'node:timers/promises';
import pRetry, { AbortError } from 'p-retry';
import { z } from 'zod';
import type { PageCache } from './cache.ts';

export interface ClientOptions {
  /** `https://aides-territoires.beta.gouv.fr` */
  base: string;
  token: string;
  /** Who asks. */
  agent: string;
  /** Milliseconds: the first wait before another try, doubled each time; and the silence that is given up. */
  backOff: number;
  /** Milliseconds: the longest wait that a server may ask for; beyond, the run stops, to be taken up later. */
  patience: number;
  timeout: number;
  tries: number;
  /** In aids. */
  onProgress: (done: number, total: number) => void;
}

const PER_PAGE = 100;

const envelope = z.object({
  count: z.int().nonnegative(),
  next: z.string().nullable(),
  results: z.array(z.unknown()),
});

/** A failure that another try may mend. */
class Passing extends Error {
  /** Milliseconds that the server asks for. */
  readonly after: number;
  constructor(message: string, after = 0) {
    super(message);
    this.after = after;
  }
}

/** What was read, each aid as it came, page after page. */
export interface ReadAids {
  pages: Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>;
  /** How many there are; undefined when nothing says so. */
  total: number | undefined;
}

/**
 * Every aid of the API, page after page, kept as they come.
 * @throws Error with a sentence in French: what was refused, and what to do
 */
export async function fetchAids(options: ClientOptions, cache: PageCache): Promise<ReadAids> {
  let bearer: string | undefined;
  let next = cache.progress ? cache.progress.next : `${options.base}/api/aids/?itemsPerPage=${PER_PAGE}&page=1`;
  while (next !== null) {
    const address: string = next;
    const number = (cache.progress?.pages ?? 0) + 1;
    const page = await retried(options, `La page ${number} des aides`, async () => {
      bearer ??= await connect(options);
      const answer = await ask(options, address, { authorization: `Bearer ${bearer}` });
      // A bearer lasts a day: another one is asked for, once for each try.
      if (answer.status === 401) {
        bearer = undefined;
        throw new Passing('l’accès a expiré (401)');
      }
      return { ...pageOf(answer), text: answer.text };
    });
    next = page.next === null ? null : sameHost(page.next, options.base);
    cache.keep(page.text, page.results.length, next, page.count);
    options.onProgress(cache.progress?.aids ?? 0, page.count);
  }
  return { pages: cache.pages(), total: cache.progress?.total ?? 0 };
}

/** Exchanges the personal token for a bearer. */
async function connect(options: ClientOptions): Promise<string> {
  const { status, text } = await ask(
    options,
    `${options.base}/api/connexion/`,
    { 'x-auth-token': options.token },
    'POST',
  );
  if (status === 401 || status === 403)
    throw new AbortError(
      `Aides-territoires refuse le jeton (${status}). Vérifiez AIDES_TERRITOIRES_TOKEN : c’est le jeton personnel que l’équipe d’Aides-territoires vous a donné, en entier.`,
    );
  const token = z.object({ token: z.string().min(1) }).safeParse(jsonOf(text));
  if (!token.success) throw new Passing('la connexion n’a pas donné d’accès');
  return token.data.token;
}

interface Answer {
  status: number;
  text: string;
}

async function ask(
  { agent, timeout, patience }: ClientOptions,
  url: string,
  headers: Record<string, string>,
  method: 'GET' | 'POST' = 'GET',
): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: { 'user-agent': agent, accept: 'application/json', ...headers },
    redirect: 'error',
    signal: AbortSignal.timeout(timeout),
  }).catch((error: unknown) => {
    const isSilent = error instanceof Error && error.name === 'TimeoutError';
    throw new Passing(isSilent ? 'pas de réponse à temps' : `connexion impossible avec ${new URL(url).host}`);
  });
  const { status } = response;
  if (status === 429) {
    const after = waitOf(response.headers.get('retry-after'));
    if (after > patience)
      throw new AbortError(
        `Aides-territoires demande d’attendre ${Math.ceil(after / 60_000)} minutes (429) : relancez la commande ensuite, elle reprendra où elle en est.`,
      );
    throw new Passing('trop de demandes (429)', after);
  }
  if (status >= 500) throw new Passing(`le serveur est en panne (${status})`);
  const text = await response.text().catch(() => {
    throw new Passing('la réponse a été coupée');
  });
  if (status >= 400 && status !== 401 && status !== 403)
    throw new AbortError(
      `Aides-territoires répond ${status} à ${new URL(url).pathname}. L’API a peut-être changé : comparez avec ${new URL('/api', url).href}.`,
    );
  return { status, text };
}

/** `Retry-After` (RFC 9110, section 10.2.3), seconds or a date, in milliseconds from now. */
function waitOf(header: string | null): number {
  const seconds = Number(header ?? 0);
  const wait = Number.isNaN(seconds) ? Date.parse(header ?? '') - Date.now() : seconds * 1000;
  return Math.max(0, wait || 0);
}

function pageOf({ status, text }: Answer): z.infer<typeof envelope> {
  if (status === 403)
    throw new AbortError(
      'Aides-territoires refuse de donner les aides (403) : le jeton n’y donne pas droit. Écrivez à son équipe.',
    );
  const data = jsonOf(text);
  if (data === undefined) throw new Passing('la réponse est coupée : ce n’est pas du JSON entier');
  const page = envelope.safeParse(data);
  if (!page.success) {
    const field = page.error.issues[0]?.path.join('.') || 'réponse entière';
    throw new AbortError(
      `La réponse d’Aides-territoires a changé de forme : le champ « ${field} » n’est pas celui que l’on attend (count, next, results). Comparez avec la documentation de l’API, puis corrigez src/jobs/aides-territoires/client.ts.`,
    );
  }
  return page.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The token goes to one host only. */
function sameHost(next: string, base: string): string {
  const url = URL.parse(next, base);
  if (url?.origin !== new URL(base).origin)
    throw new Error(
      `Aides-territoires renvoie vers un autre site, ${url?.origin ?? next} : la suite n’est pas demandée, pour ne pas lui donner votre accès.`,
    );
  return url.href;
}

async function retried<T>({ backOff, tries }: ClientOptions, what: string, run: () => Promise<T>): Promise<T> {
  return pRetry(run, {
    retries: tries - 1,
    minTimeout: backOff,
    factor: 2,
    onFailedAttempt: async ({ error, retriesLeft }) => {
      if (error instanceof Passing && retriesLeft > 0 && error.after > 0) await wait(error.after);
    },
  }).catch((error: unknown) => {
    if (!(error instanceof Passing)) throw error;
    throw new Error(
      `${what} n’est pas venue après ${tries} essais : ${error.message}. Relancez la commande plus tard : elle reprendra à cette page.`,
    );
  });
}
