import { follow } from '../web/follow.ts';
import { eachOnce, POLITE, politeAsk, type Ask, type PoliteOptions } from '../web/polite.ts';
import type { HttpAnswer } from '../web/request.ts';

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

/** Checks addresses, politely; undefined when no host at all has a name that resolves: no network. */
export async function checkLinks(
  urls: readonly string[],
  options: Partial<PoliteOptions> = {},
): Promise<LinkResult[] | undefined> {
  const politely = politeAsk({ ...POLITE, ...options });
  const checked = await eachOnce(urls, (url) => checkLink(url, politely));
  if (checked.length > 0 && checked.every(({ unresolved }) => unresolved)) return undefined;
  return checked.map(({ result }) => result);
}

interface Checked {
  result: LinkResult;
  unresolved: boolean;
}

async function checkLink(url: string, politely: Ask): Promise<Checked> {
  const { answer, hops, host, movedTo } = await follow(url, (at) => askTwice(at, politely));
  const tell = (state: LinkResult['state'], why: string, unresolved = false): Checked => ({
    result: { url, state, why, ...(state === 'moved' ? { movedTo } : {}) },
    unresolved,
  });
  if ('failed' in answer) {
    switch (answer.failed) {
      case 'elsewhere':
        return tell('unreachable', 'l’adresse n’est pas celle d’une page du web');
      case 'circle':
        return tell('unreachable', 'les redirections tournent en rond');
      case 'dns':
        return tell('dead', `le nom ${host} n’existe pas`, hops === 0);
      case 'nameless':
        return tell('unreachable', `le nom ${host} n’a pas pu être cherché`, hops === 0);
      case 'private':
        return tell('unreachable', 'l’adresse est celle d’un réseau privé');
      case 'silent':
        return tell('unreachable', 'le site ne répond pas');
      case 'cut':
        return tell('unreachable', 'la réponse a été coupée');
    }
  }
  const { status } = answer;
  if (status === 404 || status === 410) return tell('dead', `la page n’existe plus (${status})`);
  if ([401, 403, 429].includes(status))
    return tell('refused', `le site refuse les robots (${status}), à vérifier à la main`);
  if (status >= 300) return tell('unreachable', `le site est en panne ou répond mal (${status})`);
  return movedTo !== undefined && movedTo !== url
    ? tell('moved', `déplacée pour de bon : ${movedTo}`)
    : tell('alive', 'la page répond');
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
