import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import PQueue from 'p-queue';

const TEXT = new Set(['.html', '.css', '.js', '.json', '.geojson', '.xml', '.svg', '.txt', '.csv', '.ics', '.wasm']);

/** Below, a compressed file saves no packet. */
const MIN_BYTES = 1024;

/** Above, the best compression takes seconds: only the CMS has such files. */
const LARGE_BYTES = 1_000_000;

const AT_ONCE = 8;

/** Writes `.br` and `.gz` beside the text files of `dist/`, for the hosts that serve them. Goes last. */
export function precompress(): AstroIntegration {
  return {
    name: 'precompress',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const started = performance.now();
        const root = fileURLToPath(dir);
        const files = (await readdir(root, { recursive: true })).filter((path) => TEXT.has(extname(path)));
        const queue = new PQueue({ concurrency: AT_ONCE });
        await queue.addAll(files.map((path) => () => compress(join(root, path))));
        logger.info(`${files.length} fichiers compressés, en ${Math.round(performance.now() - started)} ms`);
      },
    },
  };
}

async function compress(path: string): Promise<void> {
  const content = await readFile(path);
  if (content.length < MIN_BYTES) return;
  const level = content.length > LARGE_BYTES ? { brotli: 5, gzip: 6 } : { brotli: 11, gzip: 9 };
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = { [BROTLI_PARAM_QUALITY]: level.brotli, [BROTLI_PARAM_SIZE_HINT]: content.length };
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(content, { params }),
    promisify(gzip)(content, { level: level.gzip }),
  ]);
  if (br.length < content.length) await writeFile(`${path}.br`, br);
  if (gz.length < content.length) await writeFile(`${path}.gz`, gz);
}
