import { readdir, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { headersFile } from './headers-file.ts';
import { headersFor } from './rules.ts';

/**
 * Writes `_headers`, by which the static host serves what the build wrote. In development, pages may be framed as they
 * will be, and no other port of this machine reads the files that Vite serves (`/@fs/…`), which are those of the disk.
 */
export function hostHeaders(): AstroIntegration {
  return {
    name: 'host-headers',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        // By default Vite lets any page of this machine read it.
        if (command === 'dev') updateConfig({ vite: { server: { cors: false } } });
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(({ url = '/' }, response, next) => {
          const framing = headersFor(url.split('?', 1)[0] ?? '/')['Content-Security-Policy'];
          if (framing !== undefined) response.setHeader('Content-Security-Policy', framing);
          response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
          next();
        });
      },
      'astro:build:done': async ({ dir }) => {
        const root = await readdir(dir, { withFileTypes: true });
        const names = root.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name));
        const served = names.filter((name) => !/^_(?:headers|redirects)$|\.(?:br|gz)$/.test(name));
        await writeFile(new URL('_headers', dir), headersFile(served));
      },
    },
  };
}
