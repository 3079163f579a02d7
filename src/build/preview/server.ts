import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import sirv from 'sirv';
import { TYPES } from '../hosting/types.ts';
import { headersOf, parseHeaders } from './headers.ts';
import { requestPath } from './path.ts';

interface Preview {
  /** `http://127.0.0.1:4321`, without a final slash. */
  url: string;
  close: () => Promise<void>;
}

/**
 * Serves a built site on the loopback address as a static host would: its `_headers`, its
 * precompressed files, its 404 page.
 * @param port 0 takes any free one.
 * @throws Error when the folder holds no built site, or the port is taken.
 */
export async function startPreview({ dir, port }: { dir: string; port: number }): Promise<Preview> {
  if (!existsSync(join(dir, 'index.html'))) throw new Error(`No built site in ${dir}: run « npm run build » first.`);
  const rules = parseHeaders(readFileSync(join(dir, '_headers'), 'utf8'));
  // `dev`: the folder is read at each request, since a build may replace it meanwhile.
  const files = sirv(dir, { etag: true, brotli: true, gzip: true, dev: true, extensions: [] });

  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const path = requestPath(request.url ?? '');
    const served = path === undefined ? undefined : fileOf(dir, path);
    const headers = headersOf(rules, served === undefined ? '/404.html' : (path ?? ''));
    for (const [name, value] of headers) response.setHeader(name, value);
    if (path === undefined) {
      response.writeHead(400, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Cette adresse n’en est pas une.\n');
    } else if (served === undefined) {
      notFound(dir, response);
    } else if (served.endsWith('/')) {
      response.writeHead(301, { Location: encodeURI(served) + (/\?.*/.exec(request.url ?? '')?.[0] ?? '') }).end();
    } else {
      const type = TYPES[extname(served).slice(1)];
      if (type !== undefined && !response.hasHeader('Content-Type')) response.setHeader('Content-Type', type);
      request.url = encodeURI(served);
      if (!isRange(request.headers.range)) delete request.headers.range;
      files(request, response, () => {
        notFound(dir, response);
      });
    }
  };

  const server = createServer((request, response) => {
    try {
      answer(request, response);
    } catch (error) {
      console.error(error);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => {
          if (error) reject(error);
          else resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** What is written for the host, and served by none. */
const HOST_FILES = /^\/_(?:headers|redirects)$/;

/** The file that answers a path, or the path with a slash for a folder that has a page; undefined when there is none. */
function fileOf(dir: string, path: string): string | undefined {
  const isFile = (each: string) => !HOST_FILES.test(each) && isFileAt(join(dir, each));
  if (path.endsWith('/')) return isFile(`${path}index.html`) ? `${path}index.html` : undefined;
  if (isFile(path)) return path;
  return isFile(`${path}/index.html`) ? `${path}/` : undefined;
}

function isFileAt(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    // Absent, or a name that no disk can have.
    return false;
  }
}

/** Whether sirv serves this range: it takes any other for one too, and fails on those that end before they begin. */
function isRange(range: string | undefined): boolean {
  const [, from, to] = /^bytes=(\d{1,15})-(\d{1,15})?$/.exec(range ?? '') ?? [];
  return from !== undefined && (to === undefined || Number(from) <= Number(to));
}

function notFound(dir: string, response: ServerResponse): void {
  const page = readFileSync(join(dir, '404.html'));
  response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
}
