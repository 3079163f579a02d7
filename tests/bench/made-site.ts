import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

export interface MadeSite {
  origin: string;
  close(): void;
}

/** Serves a built site with other pages in the place of some of its own, by path (`/cantines/`). */
export async function serveMade(dist: string, made: ReadonlyMap<string, string>): Promise<MadeSite> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    response.setHeader('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream');
    const page = made.get(pathname);
    if (page !== undefined) response.end(page);
    else {
      readFile(join(dist, path)).then(
        (file) => response.end(file),
        () => response.writeHead(404).end(),
      );
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}
