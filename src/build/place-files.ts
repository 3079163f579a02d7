import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { filesMadeBy } from './apart.ts';
import { codeHash } from './cache/code.ts';
import { keptFiles, writeFiles } from './cache/files.ts';

/**
 * The places of France under `/lieux/`, in files small enough to be asked for while a visitor types. They come of
 * official lists that change with a library: a build writes those of the build before.
 */
export function placeFiles(): AstroIntegration {
  return {
    name: 'place-files',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        if (command !== 'dev') return;
        injectRoute({ pattern: '/lieux/[shard].json', entrypoint: './src/places/shard-route.ts' });
      },
      'astro:build:done': async ({ dir }) => {
        const code = codeHash(['src/places', 'src/domain', 'src/build', 'package-lock.json']);
        const files = await keptFiles('places', [code], () => filesMadeBy('src/places/shards-cli.ts'));
        await writeFiles(fileURLToPath(dir), files);
      },
    },
  };
}
