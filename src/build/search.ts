import { basename, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close } from 'pagefind';
import { contentRoot } from '#content/root.ts';
import { entryPath } from '#content/routes.ts';
import { collections, type CollectionName } from '#schemas/index.ts';
import { DevIndex } from '#search/dev-index.ts';
import { Calm } from '#search/calm.ts';
import { inThread } from './threads.ts';

type DevServer = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0]['server'];

const AFTER_FIRST_VIEW_MS = 2000;

// The content layer saves half a second after a change; the save itself is watched too and comes sooner.
const SETTLE_MS = 2500;

// A page asks for its scripts one after the other, and the CMS for hundreds: the index lets them pass.
const CALM_MS = 1000;

// How the index names itself to the server, so that its own reading is not taken for a visit.
const READER = 'search-index';

/** Full-text search: `dist/pagefind/` in a build, the same index from memory in development. */
export function search(): AstroIntegration {
  let index: DevIndex | undefined;
  return {
    name: 'search',
    hooks: {
      'astro:server:setup': ({ server, logger }) => {
        index?.stop();
        index = serveIndex(server, (message) => {
          logger.warn(message);
        });
      },
      'astro:server:done': async () => {
        index?.stop();
        await close();
      },
      'astro:build:done': async ({ dir, logger }) => {
        const started = performance.now();
        const pages = await inThread<number>('src/build/search-files.ts', fileURLToPath(dir));
        logger.info(`${pages} pages à trouver, en ${Math.round(performance.now() - started)} ms`);
      },
    },
  };
}

function serveIndex(server: DevServer, warn: (message: string) => void): DevIndex {
  const calm = new Calm(CALM_MS);
  const read = (path: string) => readPage(server, path);
  const index = new DevIndex({ read, warn, settleMs: SETTLE_MS, quiet: () => calm.reached() });
  let visited = false;

  server.middlewares.use((request, response, next) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (request.headers['user-agent'] !== READER) {
      calm.begin();
      response.once('close', () => {
        calm.end();
      });
    }
    const name = /^\/pagefind\/(.+)$/.exec(pathname)?.[1];
    if (name !== undefined) {
      index.file(name).then((content) => {
        response.statusCode = content ? 200 : 404;
        response.setHeader('Cache-Control', 'no-store');
        response.setHeader('Content-Type', contentType(name));
        response.end(content);
      }, next);
      return;
    }
    if (!visited && request.headers.accept?.includes('text/html') && request.headers['user-agent'] !== READER) {
      visited = true;
      setTimeout(() => {
        index.start();
      }, AFTER_FIRST_VIEW_MS).unref();
    }
    next();
  });

  server.watcher.on('all', (event, file) => {
    if (/[\\/]\.astro[\\/]data-store\.json$/.test(file)) index.ready();
    else if (event === 'add' || event === 'change' || event === 'unlink') index.change(pagesOf(file));
  });
  return index;
}

/** The pages that show the content file; none for a file which is not an entry. */
function pagesOf(file: string): string[] {
  const [name = '', entry, ...deeper] = relative(resolve(contentRoot), file).split(sep);
  if (!entry?.endsWith('.md') || deeper.length > 0 || !Object.hasOwn(collections, name)) return [];
  return [new URL(entryPath(name as CollectionName, basename(entry, '.md')), 'http://localhost').pathname];
}

async function readPage(server: DevServer, path: string): Promise<string | undefined> {
  const address = server.httpServer?.address();
  if (!address || typeof address === 'string') throw new Error('le serveur n’écoute pas encore');
  const host = /^(?:::|0\.0\.0\.0)$/.test(address.address) ? 'localhost' : address.address;
  const origin = `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
  const response = await fetch(origin + path, { headers: { accept: 'text/html', 'user-agent': READER } });
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`erreur ${response.status}`);
  return response.text();
}

function contentType(name: string): string {
  if (name.endsWith('.js')) return 'text/javascript';
  return name.endsWith('.json') ? 'application/json' : 'application/octet-stream';
}
