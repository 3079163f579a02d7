import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { site } from '#site.ts';

export interface RequestOptions {
  /** Milliseconds before a server counts as silent. */
  timeout: number;
  /** Bytes of a body that are read, at least; a few kB by default. */
  enough?: number | undefined;
  /** For tests: lets the addresses of this machine and of its network through. */
  allowPrivate: boolean;
}

export interface HttpPage {
  status: number;
  headers: Headers;
  /** Its beginning, as long as was asked. */
  body: Uint8Array;
  /** False when there was more of it. */
  whole: boolean;
}

export type HttpAnswer = HttpPage | { failed: 'dns' | 'nameless' | 'private' | 'silent' | 'cut' };

/** The name that a `robots.txt` may give. */
export const AGENT_NAME = 'Veille-Petites-Cantines';

/** Who asks, in the words that a server keeps: plain ASCII. */
const AGENT = `${AGENT_NAME}/1.0 (verification des liens et des dates ; ${site.url})`;
const ENOUGH = 4096;

const PRIVATE = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  PRIVATE.addSubnet(net, prefix);
for (const [net, prefix] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  PRIVATE.addSubnet(net, prefix, 'ipv6');

/** True for an address of this machine or of a private network. */
export const isPrivate = (address: string): boolean => PRIVATE.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Asks once, without following. It never throws. */
export async function ask(
  url: URL,
  method: 'HEAD' | 'GET',
  options: RequestOptions,
  headers: Readonly<Record<string, string>> = {},
): Promise<HttpAnswer> {
  try {
    const found = await lookup(url.hostname.replace(/^\[|\]$/g, ''), { all: true });
    if (!options.allowPrivate && found.some(({ address }) => isPrivate(address))) return { failed: 'private' };
  } catch (error) {
    // A name that does not exist is told apart from a server of names that does not answer.
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return { failed: code === 'ENOTFOUND' ? 'dns' : 'nameless' };
  }
  try {
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: { 'user-agent': AGENT, accept: 'text/html,*/*;q=0.5', ...headers },
      signal: AbortSignal.timeout(options.timeout),
    });
    return { status: response.status, headers: response.headers, ...(await readSome(response, options.enough)) };
  } catch (error) {
    return { failed: error instanceof Error && error.name === 'TimeoutError' ? 'silent' : 'cut' };
  }
}

async function readSome({ body }: Response, enough = ENOUGH): Promise<Pick<HttpPage, 'body' | 'whole'>> {
  if (!body) return { body: new Uint8Array(), whole: true };
  const reader = body.getReader();
  const parts: Uint8Array[] = [];
  for (let read = 0; read < enough;) {
    const { done, value } = await reader.read();
    if (done) return { body: Buffer.concat(parts), whole: true };
    parts.push(value);
    read += value.length;
  }
  await reader.cancel();
  return { body: Buffer.concat(parts), whole: false };
}
