import { setTimeout as wait } from 'node:timers/promises';
import PQueue from 'p-queue';
import { ask, type HttpAnswer, type RequestOptions } from '../web/request.ts';

export const LINK_STATES = {
  dead: 'Lien mort',
  moved: 'Page déplacée',
  refused: 'À vérifier à la main',
  unreachable: 'Lent ou injoignable',
  alive: 'Vivant',
} as const;

export interface LinkResult {
  url: string;
  state: keyof typeof LINK_STATES;
  why: string;
  /** Where a page has moved for good. */
  movedTo?: string | undefined;
}

export interface LinkOptions extends RequestOptions {
  /** Milliseconds between two requests to a host. */
  pause: number;
}

const POLITE: LinkOptions = { timeout: 10_000, pause: 1_000, allowPrivate: false };
const HOSTS_AT_ONCE = 4;
const MAX_HOPS = 10;

type Ask = (url: URL, method: 'HEAD' | 'GET') => Promise<HttpAnswer>;

/** Checks addresses, politely; undefined when no host at all has a name that resolves: no network. */
export async function checkLinks(
  urls: readonly string[],
  options: Partial<LinkOptions> = {},
): Promise<LinkResult[] | undefined> {
  const settings = { ...POLITE, ...options };
  const politely = politeAsk(settings);
  const queue = new PQueue({ concurrency: HOSTS_AT_ONCE });
  const groups = [...Map.groupBy(new Set(urls), (url) => URL.parse(url)?.host ?? '').values()];
  const checked = await queue.addAll(
    groups.map((group) => async () => {
      const results: Checked[] = [];
      for (const url of group) results.push(await checkLink(url, politely));
      return results;
    }),
  );
  const all = checked.flat();
  if (all.length > 0 && all.every(({ unresolved }) => unresolved)) return undefined;
  return all.map(({ result }) => result);
}

/** One request at a time to a host, whichever page led to it, and a pause after each. */
function politeAsk(settings: LinkOptions): Ask {
  const hosts = new Map<string, PQueue>();
  return (url, method) => {
    const queue = hosts.get(url.host) ?? new PQueue({ concurrency: 1 });
    hosts.set(url.host, queue);
    return queue.add(async () => {
      const answer = await ask(url, method, settings);
      await wait(settings.pause);
      return answer;
    });
  };
}

interface Checked {
  result: LinkResult;
  unresolved: boolean;
}

async function checkLink(url: string, politely: Ask): Promise<Checked> {
  let here = URL.parse(url);
  let movedTo: string | undefined;
  let permanent = true;
  const tell = (state: LinkResult['state'], why: string, unresolved = false): Checked => ({
    result: { url, state, why, ...(state === 'moved' ? { movedTo } : {}) },
    unresolved,
  });
  for (let hop = 0; hop <= MAX_HOPS; hop++) {
    if (!here || !/^https?:$/.test(here.protocol))
      return tell('unreachable', 'l’adresse n’est pas celle d’une page du web');
    const answer = await askTwice(here, politely);
    if ('failed' in answer) {
      if (answer.failed === 'dns') return tell('dead', `le nom ${here.host} n’existe pas`, hop === 0);
      if (answer.failed === 'nameless')
        return tell('unreachable', `le nom ${here.host} n’a pas pu être cherché`, hop === 0);
      if (answer.failed === 'private') return tell('unreachable', 'l’adresse est celle d’un réseau privé');
      return tell('unreachable', answer.failed === 'silent' ? 'le site ne répond pas' : 'la réponse a été coupée');
    }
    const { status, location } = answer;
    if ([301, 302, 303, 307, 308].includes(status) && location !== undefined) {
      here = URL.parse(location, here);
      permanent &&= status === 301 || status === 308;
      if (permanent) movedTo = here?.href;
      continue;
    }
    if (status === 404 || status === 410) return tell('dead', `la page n’existe plus (${status})`);
    if ([401, 403, 429].includes(status))
      return tell('refused', `le site refuse les robots (${status}), à vérifier à la main`);
    if (status >= 300) return tell('unreachable', `le site est en panne ou répond mal (${status})`);
    return movedTo !== undefined && movedTo !== url
      ? tell('moved', `déplacée pour de bon : ${movedTo}`)
      : tell('alive', 'la page répond');
  }
  return tell('unreachable', 'les redirections tournent en rond');
}

const isTransient = (answer: HttpAnswer): boolean =>
  'failed' in answer
    ? answer.failed === 'silent' || answer.failed === 'cut' || answer.failed === 'nameless'
    : answer.status >= 500;

async function askTwice(url: URL, politely: Ask): Promise<HttpAnswer> {
  const once = async () => {
    const head = await politely(url, 'HEAD');
    return 'status' in head && [403, 404, 405, 501].includes(head.status) ? politely(url, 'GET') : head;
  };
  const first = await once();
  return isTransient(first) ? once() : first;
}
