import type { AstroIntegration } from 'astro';
import { codeHash } from './cache/code.ts';
import { buildCache, keyOf } from './cache/index.ts';

/** The settings of a build that its pages may show. */
const SETTINGS = /^(?:SITE_URL|CONTENT_DIR|CMS_\w+|FORM_ENDPOINT|TILE_URL|OFFLINE)$/;

type SetPrerenderer = Parameters<NonNullable<AstroIntegration['hooks']['astro:build:start']>>[0]['setPrerenderer'];
type Prerenderer = Exclude<Parameters<SetPrerenderer>[0], (...args: never[]) => unknown>;

/**
 * Writes again, without rendering them, the pages of an earlier build whose `cacheKey` says that nothing they show has
 * changed. For the routes of which there are thousands, and whose content is easily told; the others are rendered.
 */
export function keptPages(): AstroIntegration {
  return {
    name: 'kept-pages',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer(keeping);
      },
    },
  };
}

function keeping(inner: Prerenderer): Prerenderer {
  const settings = Object.entries(process.env).filter(([name]) => SETTINGS.test(name));
  const code = codeHash();
  const keys = new Map<string, Buffer>();
  return {
    ...inner,
    async getStaticPaths() {
      const paths = await inner.getStaticPaths();
      for (const { pathname, cacheKey } of paths)
        if (cacheKey !== undefined) keys.set(bare(pathname), keyOf('page', [code, settings, pathname, cacheKey]));
      return paths;
    },
    async render(request, options) {
      const key = keys.get(bare(decodeURI(new URL(request.url).pathname)));
      if (!key) return inner.render(request, options);
      const kept = buildCache().get(key);
      // Astro writes the body of an answer, whatever its headers.
      if (kept) return new Response(new Uint8Array(kept));
      const rendered = await inner.render(request, options);
      const response = rendered instanceof Response ? rendered : rendered.response;
      if (response.status !== 200) return rendered;
      const body = new Uint8Array(await response.arrayBuffer());
      buildCache().put(key, body);
      return new Response(body, response);
    },
  };
}

const bare = (pathname: string): string => pathname.replace(/\/$/, '');
