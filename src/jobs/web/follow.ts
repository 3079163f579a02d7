import type { HttpAnswer } from './request.ts';

/** Where an address led in the end. */
export interface Followed {
  /** What was answered there; `elsewhere` than the web, or in a `circle`. */
  answer: HttpAnswer | { failed: 'elsewhere' | 'circle' };
  /** How many redirections led there. */
  hops: number;
  host: string;
  /** Where it has moved for good. */
  movedTo?: string | undefined;
}

const MAX_HOPS = 10;

/** Follows the redirections of an address, each asked by what is given. */
export async function follow(url: string, askAt: (at: URL) => Promise<HttpAnswer>): Promise<Followed> {
  let here = URL.parse(url);
  let movedTo: string | undefined;
  let permanent = true;
  for (let hops = 0; hops <= MAX_HOPS; hops++) {
    if (!here || !/^https?:$/.test(here.protocol)) return { answer: { failed: 'elsewhere' }, hops, host: '', movedTo };
    const answer = await askAt(here);
    const status = 'status' in answer ? answer.status : 0;
    const location = 'status' in answer ? answer.headers.get('location') : null;
    if (![301, 302, 303, 307, 308].includes(status) || location === null)
      return { answer, hops, host: here.host, movedTo };
    here = URL.parse(location, here);
    permanent &&= status === 301 || status === 308;
    if (permanent) movedTo = here?.href;
  }
  return { answer: { failed: 'circle' }, hops: MAX_HOPS, host: here?.host ?? '', movedTo };
}
