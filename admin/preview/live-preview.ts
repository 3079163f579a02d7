import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { hiddenBy } from '#content/check/entry.ts';
import { readFrontMatter } from '#content/check/front-matter.ts';
import type { DraftEntry } from '#content/draft.ts';
import { contentRoot } from '#content/root.ts';
import { entryPath, hasOwnPages } from '#content/routes.ts';
import { site } from '#site.ts';
import { PREVIEW_API, PREVIEW_QUESTION } from './address.ts';
import { Drafts } from './drafts.ts';

/**
 * Where Astro looks for the `locals` of a request of Node.
 * https://github.com/withastro/astro/blob/main/packages/astro/src/core/constants.ts
 */
const LOCALS = Symbol.for('astro.locals');

/**
 * In development, the real page of what a form holds: the form is posted, its draft kept in memory, and laid over the
 * stored entries for the requests that name the tab. A build knows nothing of it.
 */
export function livePreview(): AstroIntegration {
  return {
    name: 'live-preview',
    hooks: {
      'astro:config:setup': ({ command, addMiddleware }) => {
        if (command !== 'dev') return;
        addMiddleware({ order: 'pre', entrypoint: new URL('./middleware.ts', import.meta.url) });
      },
      'astro:server:setup': async ({ server }) => {
        // Builds do without Express.
        const { formsApp } = await import('./forms-app.ts');
        const drafts = new Drafts();
        server.middlewares.use(PREVIEW_API.replace(/\/$/, ''), formsApp(drafts));
        server.middlewares.use((request, _response, next) => {
          const { url = '', headers } = request;
          const draft = drafts.of(keyOf(url, headers.referer));
          if (draft) Reflect.set(request, LOCALS, { draft });
          const own = draft && hasOwnPages(draft.collection) && entryPath(draft.collection, draft.id);
          if (!own || !url.startsWith(own)) {
            next();
            return;
          }
          nameOf(draft).then((name) => {
            request.url = url.replace(own, entryPath(draft.collection, name));
            next();
          }, next);
        });
      },
    },
  };
}

/** The tab that a request is for: the page names it, and what the page asks for comes from there. */
function keyOf(url: string, referer = ''): string | null {
  if (url.startsWith('/admin/') && !url.startsWith('/admin/guide/')) return null;
  return keyIn(url) ?? keyIn(referer);
}

const keyIn = (address: string): string | null =>
  URL.canParse(address, 'http://localhost')
    ? new URL(address, 'http://localhost').searchParams.get(PREVIEW_QUESTION)
    : null;

/** The entry whose page the site has for a draft: another of its collection, when none is published by its name. */
async function nameOf({ collection, id }: DraftEntry): Promise<string> {
  const folder = join(contentRoot, collection);
  const names = (await readdir(folder)).flatMap((file) => /^([a-z0-9-]+)\.md$/.exec(file)?.[1] ?? []);
  for (const name of names.includes(id) ? [id, ...names] : names) {
    const { data } = readFrontMatter(await readFile(join(folder, `${name}.md`), 'utf8'));
    if (data && hiddenBy(data, site.live) === undefined) return name;
  }
  return id;
}
