import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { filesMadeBy } from '#build/apart.ts';
import { keptFiles, writeFiles, type Files } from '#build/cache/files.ts';
import { readBackend } from './backend.ts';
import { leanDecap } from './decap/lean.ts';
import { cmsScript } from './script.ts';

/**
 * The CMS in `dist/_astro/`, bundled beside the site, while it is built, and only when its code or its backend has
 * changed: a save changes content, which the CMS holds none of. In development Vite serves the same parts of Decap.
 */
export function cmsBundle(): AstroIntegration {
  let bundled: Promise<Files> | undefined;
  return {
    name: 'cms-bundle',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'dev') return;
        const plugins = [leanDecap(readBackend(process.env).name)];
        // Found when the server starts, not when /admin/ is opened for the first time.
        updateConfig({ vite: { optimizeDeps: { include: ['decap-cms-app'], rolldownOptions: { plugins } } } });
      },
      'astro:build:start': () => {
        const script = cmsScript(readBackend(process.env).name);
        bundled = keptFiles('cms', [script], () => filesMadeBy('admin/bundle-cli.ts'));
        // Awaited at the end of the build, unless something else stops it before.
        bundled.catch(() => undefined);
      },
      'astro:build:done': async ({ dir }) => {
        if (bundled) await writeFiles(fileURLToPath(dir), await bundled);
      },
    },
  };
}
