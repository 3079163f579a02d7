import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { inThread } from './threads.ts';

/** Writes `.br` and `.gz` beside the text files of `dist/` that have none, for the hosts that serve them. Goes last. */
export function precompress(): AstroIntegration {
  return {
    name: 'precompress',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const started = performance.now();
        const files = await inThread<number>('src/build/compress-files.ts', fileURLToPath(dir));
        logger.info(`${files} fichiers compressés, en ${Math.round(performance.now() - started)} ms`);
      },
    },
  };
}
