import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it came. */
export interface Received {
  key: string | undefined;
  /** The header that carries the key too, as it is written. */
  header: string | undefined;
  type: string;
  /** The fields: as JSON, or the pairs of a form. */
  fields: Record<string, unknown>;
}

/**
 * How a request is answered: taken, received but the answer lost on the way, never answered, an error status, or other
 * words.
 */
type Mood = 'take' | 'lose' | 'hang' | number | { status: number; headers: Record<string, string>; body?: string };

/**
 * What it says to other origins (CORS): `open`, that it takes our header; `plain`, that it takes forms and no header of
 * our own; `none`, nothing.
 */
export type Manners = 'open' | 'plain' | 'none';

export interface FormServer {
  url: string;
  /** All that arrived, taken or not. */
  posts: Received[];
  /** What it took. */
  received: Received[];
  /** One for each key: what the network would read. */
  copies: () => Received[];
  /** Of the next requests, in order; then they are taken, unless `always` says otherwise. */
  moods: Mood[];
  always: Mood;
  manners: Manners;
  close: () => Promise<void>;
}

const AGREED: Readonly<Record<Manners, string>> = {
  open: 'Content-Type, Idempotency-Key',
  plain: 'Content-Type',
  none: '',
};

/** A server that receives forms from any origin, as a form service does, and keeps all that came. */
export async function startFormServer(): Promise<FormServer> {
  const received: Received[] = [];
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const state: FormServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/envoi`,
    posts: [],
    received,
    copies: () => [...new Map(received.map((one) => [one.key, one])).values()],
    moods: [],
    always: 'take',
    manners: 'open',
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // On a connection that it uses again, a browser repeats by itself what is cut.
    response.setHeader('Connection', 'close');
    if (state.manners !== 'none') response.setHeader('Access-Control-Allow-Origin', '*');
    if (request.method === 'OPTIONS') {
      if (state.manners !== 'none') response.setHeader('Access-Control-Allow-Headers', AGREED[state.manners]);
      response.writeHead(204).end();
    } else if (request.method !== 'POST') {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Connexion</title>');
    } else {
      const post = await readPost(request);
      state.posts.push(post);
      take(post, response);
    }
  }

  function take(post: Received, response: ServerResponse): void {
    const mood = state.moods.shift() ?? state.always;
    if (mood === 'hang') return;
    if (typeof mood === 'number') response.writeHead(mood).end();
    else if (typeof mood === 'object') response.writeHead(mood.status, mood.headers).end(mood.body);
    else {
      received.push(post);
      if (mood === 'lose') response.destroy();
      else response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"ok":true}');
    }
  }
  return state;
}

async function readPost(request: IncomingMessage): Promise<Received> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const body = Buffer.concat(parts).toString('utf8');
  const type = request.headers['content-type'] ?? '';
  const fields = (
    type.startsWith('application/json') ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body))
  ) as Record<string, unknown>;
  const key = fields['cle-d-envoi'];
  const header = request.headers['idempotency-key'];
  return {
    key: typeof key === 'string' ? key : undefined,
    header: typeof header === 'string' ? header : undefined,
    type,
    fields,
  };
}
