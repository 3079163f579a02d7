import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it came. */
export interface Received {
  key: string | undefined;
  type: string;
  /** The fields: as JSON, or the pairs of a form. */
  fields: Record<string, unknown>;
}

/** How the next requests are answered: taken, received but the answer lost on the way, an error status, or other words. */
type Mood = 'take' | 'lose' | number | { status: number; headers: Record<string, string>; body?: string };

/** A server that receives forms from any origin, as a form service does, and keeps all that came. */
export async function startFormServer(): Promise<{
  url: string;
  received: Received[];
  /** One for each key: what the network would read. */
  copies: () => Received[];
  /** Of the next requests, in order; then they are taken. */
  moods: Mood[];
  close: () => Promise<void>;
}> {
  const received: Received[] = [];
  const moods: Mood[] = [];
  const server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (request.method === 'GET') {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Connexion</title>');
      return;
    }
    if (request.method === 'OPTIONS') {
      response.setHeader('Access-Control-Allow-Headers', 'Content-Type, Idempotency-Key');
      response.writeHead(204).end();
      return;
    }
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const mood = moods.shift() ?? 'take';
      if (typeof mood === 'number') {
        response.writeHead(mood).end();
        return;
      }
      if (typeof mood === 'object') {
        response.writeHead(mood.status, mood.headers).end(mood.body);
        return;
      }
      received.push(read(request.headers['content-type'] ?? '', Buffer.concat(parts).toString('utf8')));
      if (mood === 'lose') response.destroy();
      else response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"ok":true}');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/envoi`,
    received,
    copies: () => [...new Map(received.map((one) => [one.key, one])).values()],
    moods,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

function read(type: string, body: string): Received {
  const fields = (
    type.startsWith('application/json') ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body))
  ) as Record<string, unknown>;
  const key = fields['cle-d-envoi'];
  return { key: typeof key === 'string' ? key : undefined, type, fields };
}
