import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a browser asked of a forge. */
export interface Asked {
  method: string;
  /** Decoded by nobody yet. */
  path: string;
  query: URLSearchParams;
  body: string;
  authorization: string;
}

export interface Answer {
  status: number;
  /** JSON, unless it is bytes or nothing. */
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
}

/** What a forge does once, out of turn. */
interface Fault {
  method: string;
  path: RegExp;
  answer: Answer;
}

export interface ForgeHttp {
  url: string;
  /** True to cut every line, as a forge that is down. */
  down: boolean;
  /** Answers so, once, to the next request of that kind. */
  failNext: (method: string, path: RegExp, answer: Answer) => void;
  close: () => Promise<void>;
}

const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': '*, Authorization',
  'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
  'Access-Control-Expose-Headers': '*',
};

/** A forge on this machine, which any page may ask. */
export async function startForgeHttp(answer: (asked: Asked) => Answer): Promise<ForgeHttp> {
  const faults: Fault[] = [];
  const reply = (asked: Asked): Answer => {
    const fault = faults.findIndex(({ method, path }) => method === asked.method && path.test(asked.path));
    try {
      return faults.splice(fault, fault < 0 ? 0 : 1)[0]?.answer ?? answer(asked);
    } catch (error) {
      return { status: 500, body: { message: String(error) } };
    }
  };
  const server = createServer((request, response) => {
    if (forge.down) {
      request.socket.destroy();
      return;
    }
    void askedBy(request).then((asked) => {
      const { status, body, headers } = asked.method === 'OPTIONS' ? { status: 204 } : reply(asked);
      const sent = Buffer.isBuffer(body) || body === undefined ? body : JSON.stringify(body);
      const type = Buffer.isBuffer(body) ? 'text/plain; charset=utf-8' : 'application/json';
      response.writeHead(status, { ...CORS, ...(sent !== undefined && { 'Content-Type': type }), ...headers });
      response.end(asked.method === 'HEAD' ? undefined : sent);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const forge: ForgeHttp = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    down: false,
    failNext: (method, path, failure) => faults.push({ method, path, answer: failure }),
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => {
          done();
        });
      }),
  };
  return forge;
}

async function askedBy(request: IncomingMessage): Promise<Asked> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  return {
    method: request.method ?? 'GET',
    path: pathname,
    query: searchParams,
    body: Buffer.concat(parts).toString('utf8'),
    authorization: request.headers.authorization ?? '',
  };
}

/** A forge that says no. */
export class Refused extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
