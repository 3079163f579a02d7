import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { AstroIntegration } from 'astro';
import PQueue from 'p-queue';
import { buildCache } from './cache/index.ts';
import { compressed, isText, MIN_BYTES, type Worth } from './compression.ts';

const LASTING = /^(?:_astro|pagefind)[\\/]/;

const worthOf = (path: string): Worth => {
  if (LASTING.test(path)) return 'lasting';
  return path.endsWith('.html') ? 'page' : 'feed';
};

const AT_ONCE = 8;

/** The code of a compressor decides of its bytes. */
const BY = [process.versions.zlib, process.versions['brotli'] ?? ''];

/** Writes `.br` and `.gz` beside the text files of `dist/` that have none, for the hosts that serve them. Goes last. */
export function precompress(): AstroIntegration {
  return {
    name: 'precompress',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const started = performance.now();
        const root = fileURLToPath(dir);
        const found = new Set(await readdir(root, { recursive: true }));
        const files = [...found].filter((path) => isText(path) && !found.has(`${path}.br`));
        const queue = new PQueue({ concurrency: AT_ONCE });
        await queue.addAll(files.map((path) => () => compress(root, path)));
        logger.info(`${files.length} fichiers compressés, en ${Math.round(performance.now() - started)} ms`);
      },
    },
  };
}

async function compress(root: string, path: string): Promise<void> {
  const file = join(root, path);
  const content = await readFile(file);
  if (content.length < MIN_BYTES) return;
  const worth = worthOf(path);
  const kept = await buildCache().memo('compressed', [...BY, worth, content], async () =>
    serialize(await compressed(content, worth)),
  );
  for (const [end, bytes] of deserialize(kept) as Awaited<ReturnType<typeof compressed>>) {
    await writeFile(file + end, bytes);
  }
}
