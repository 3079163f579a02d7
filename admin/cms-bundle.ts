import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { filesMadeBy } from '#build/apart.ts';
import { keptFiles, writeFiles, type Files } from '#build/cache/files.ts';
import { cmsScript } from './script.ts';

/**
 * The CMS in `dist/_astro/`, bundled beside the site, while it is built, and only when its code has changed: a save
 * changes content, which the CMS holds none of.
 */
export function cmsBundle(): AstroIntegration {
  let bundled: Promise<Files> | undefined;
  return {
    name: 'cms-bundle',
    hooks: {
      'astro:build:start': () => {
        bundled = keptFiles('cms', [cmsScript()], () => filesMadeBy('admin/bundle-cli.ts'));
        // Awaited at the end of the build, unless something else stops it before.
        bundled.catch(() => undefined);
      },
      'astro:build:done': async ({ dir }) => {
        if (bundled) await writeFiles(fileURLToPath(dir), await bundled);
      },
    },
  };
}
