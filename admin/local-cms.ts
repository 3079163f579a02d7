import { readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { isLocal, LOCAL_API, readBackend } from './backend.ts';
import { contentRoot } from '#content/root.ts';
import { site } from '#site.ts';

/**
 * The folder that holds `content/` and `public/uploads/`, as an absolute path.
 * @throws Error when `CONTENT_DIR` names a folder that is not called `content`.
 */
export function projectOf(content: string, root: string): string {
  const folder = resolve(root, content);
  if (basename(folder) !== 'content') {
    throw new Error(`CONTENT_DIR mène à « ${folder} » : pour le CMS local, ce dossier doit s’appeler « content ».`);
  }
  return dirname(folder);
}

/**
 * The CMS without a Git host: in development it writes into `content/` and `public/uploads/`, on the
 * site's own port. A live build refuses it. Built pages: /admin gets its own security policy.
 */
export function localCms(): AstroIntegration {
  return {
    name: 'local-cms',
    hooks: {
      'astro:build:start': () => {
        if (!isLocal(readBackend(process.env)) || !site.live) return;
        throw new Error(
          `SITE_URL=${site.url} est un site en ligne, mais son CMS est encore local : réglez CMS_BACKEND (gitlab, forgejo, gitea ou github) et ce qu’il demande, ou retirez SITE_URL.`,
        );
      },
      'astro:server:setup': async ({ server }) => {
        if (!isLocal(readBackend(process.env))) return;
        // Builds do without Decap's server and Express.
        const { localCmsApp } = await import('./local/app.ts');
        const app = await localCmsApp(projectOf(contentRoot, server.config.root));
        server.middlewares.use(LOCAL_API.replace('/api/v1/', ''), (request, response, next) => {
          if (request.url?.startsWith('/api/v1/')) app(request, response);
          else next();
        });
      },
      'astro:build:done': async ({ dir }) => {
        const page = fileURLToPath(new URL('admin/index.html', dir));
        await writeFile(page, keepOwnPolicy(await readFile(page, 'utf8')));
      },
    },
  };
}

/**
 * Astro adds the site's policy to every page and offers no exception; two policies add up, and the
 * site's would stop Decap. Removes every policy but the page's own.
 */
export function keepOwnPolicy(html: string): string {
  return html.replace(/<meta http-equiv="content-security-policy"[^>]*>/gi, (meta) =>
    /\sdata-admin\b/.test(meta) ? meta : '',
  );
}
