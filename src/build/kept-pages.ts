import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { codeHash } from './cache/code.ts';
import { buildCache, keyOf } from './cache/index.ts';
import type { Order } from './cache/place.ts';
import { keyIn } from './cache/response.ts';
import { inThread } from './threads.ts';

/** The settings of a build that its pages may show. */
const SETTINGS = /^(?:SITE_URL|CONTENT_DIR|CMS_\w+|FORM_ENDPOINT|TILE_URL|OFFLINE)$/;

/** How many files are ordered at once from the thread that writes them. */
const BATCH = 64;

type SetPrerenderer = Parameters<NonNullable<AstroIntegration['hooks']['astro:build:start']>>[0]['setPrerenderer'];
type Prerenderer = Exclude<Parameters<SetPrerenderer>[0], (...args: never[]) => unknown>;

/**
 * Writes again, without rendering them, the pages of an earlier build whose `cacheKey` says that nothing they show has
 * changed: for the routes of which there are thousands, and whose content is easily told; the others are rendered. The
 * files are written by another thread; Astro, which is given an answer without a body, writes none.
 */
export function keptPages(): AstroIntegration {
  let dist = '';
  return {
    name: 'kept-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        dist = fileURLToPath(config.outDir);
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((inner) => keeping(inner, dist));
      },
    },
  };
}

function keeping(inner: Prerenderer, dist: string): Prerenderer {
  const settings = Object.entries(process.env).filter(([name]) => SETTINGS.test(name));
  const code = codeHash();
  const keys = new Map<string, Buffer>();
  const placed: Promise<void>[] = [];
  let orders: Order[] = [];
  const flush = () => {
    if (orders.length > 0) placed.push(place(orders));
    orders = [];
  };
  /** Has the file of this path written. */
  const order = (pathname: string, type: string, key: Buffer) => {
    const file = join(dist, ...pathname.split('/'), type === 'page' ? 'index.html' : '');
    if (orders.push({ file, key }) === BATCH) flush();
    return new Response(null);
  };
  return {
    ...inner,
    async getStaticPaths() {
      const paths = await inner.getStaticPaths();
      for (const { pathname, cacheKey } of paths)
        if (cacheKey !== undefined) keys.set(bare(pathname), keyOf('page', [code, settings, pathname, cacheKey]));
      return paths;
    },
    async render(request, options) {
      const pathname = bare(decodeURI(new URL(request.url).pathname));
      const { type } = options.routeData;
      const key = keys.get(pathname);
      if (key && buildCache().has(key)) return order(pathname, type, key);
      const rendered = await inner.render(request, options);
      const response = rendered instanceof Response ? rendered : rendered.response;
      const given = keyIn(response);
      if (given) return order(pathname, type, given);
      if (!key || response.status !== 200) return rendered;
      const body = new Uint8Array(await response.arrayBuffer());
      return buildCache().put(key, body) ? order(pathname, type, key) : new Response(body, response);
    },
    async teardown() {
      flush();
      await Promise.all(placed);
      await inner.teardown?.();
    },
  };
}

async function place(orders: readonly Order[]): Promise<void> {
  const [missing] = await inThread<Order[]>('src/build/cache/place.ts', orders);
  if (!missing) return;
  const reason = new Error(
    `Le cache de construction a été vidé pendant que le site se construisait (${missing.file} y manque) : recommencez, le dernier site reste servi.`,
  );
  reason.stack = '';
  throw reason;
}

const bare = (pathname: string): string => pathname.replace(/\/$/, '');
