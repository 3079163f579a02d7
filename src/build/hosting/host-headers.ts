import { readdir, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { headersFile } from './headers-file.ts';

/** Writes `_headers`, by which the static host serves what the build wrote. */
export function hostHeaders(): AstroIntegration {
  return {
    name: 'host-headers',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = await readdir(dir, { withFileTypes: true });
        const names = root.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name));
        const served = names.filter((name) => !/^_headers$|\.(?:br|gz)$/.test(name));
        await writeFile(new URL('_headers', dir), headersFile(served));
      },
    },
  };
}
