import { existsSync, readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { headersOf, parseHeaders } from './headers.ts';

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
  const files = sirv(dir, { etag: true, brotli: true, gzip: true });
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    for (const [name, value] of headersOf(rules, pathname)) response.setHeader(name, value);
    files(request, response, () => {
      notFound(dir, response);
    });
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

function notFound(dir: string, response: ServerResponse): void {
  response.statusCode = 404;
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(readFileSync(join(dir, '404.html')));
}
