import { setTimeout as wait } from 'node:timers/promises';
import PQueue from 'p-queue';
import { ask, type HttpAnswer, type RequestOptions } from './request.ts';

export interface PoliteOptions extends RequestOptions {
  /** Milliseconds between two requests to a host. */
  pause: number;
}

export const POLITE: PoliteOptions = { timeout: 10_000, pause: 1_000, allowPrivate: false };

const HOSTS_AT_ONCE = 4;

export type Ask = (url: URL, method: 'HEAD' | 'GET', headers?: Readonly<Record<string, string>>) => Promise<HttpAnswer>;

/** One request at a time to a host, whichever page led to it, and a pause after each. */
export function politeAsk(options: PoliteOptions): Ask {
  const hosts = new Map<string, PQueue>();
  return (url, method, headers) => {
    const queue = hosts.get(url.host) ?? new PQueue({ concurrency: 1 });
    hosts.set(url.host, queue);
    return queue.add(async () => {
      const answer = await ask(url, method, options, headers);
      await wait(options.pause);
      return answer;
    });
  };
}

/** Does the same for each address, once: host after host, a few hosts at a time. */
export async function eachOnce<T>(urls: Iterable<string>, work: (url: string) => Promise<T>): Promise<T[]> {
  const queue = new PQueue({ concurrency: HOSTS_AT_ONCE });
  const groups = [...Map.groupBy(new Set(urls), (url) => URL.parse(url)?.host ?? '').values()];
  const done = await queue.addAll(
    groups.map((group) => async () => {
      const results: T[] = [];
      for (const url of group) results.push(await work(url));
      return results;
    }),
  );
  return done.flat();
}
