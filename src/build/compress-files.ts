import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import PQueue from 'p-queue';
import { buildCache } from './cache/index.ts';
import { compressed, isText, MIN_BYTES, type Worth } from './compression.ts';

const LASTING = /^(?:_astro|pagefind)[\\/]/;

const worthOf = (path: string): Worth => {
  if (LASTING.test(path)) return 'lasting';
  return path.endsWith('.html') ? 'page' : 'feed';
};

const AT_ONCE = availableParallelism();

/** The code of a compressor decides of its bytes. */
const BY = [process.versions.zlib, process.versions['brotli'] ?? ''];

/** Compresses the text files of a folder that no other step has compressed, in a thread of its own; returns how many. */
export default async function compressFiles(root: string): Promise<number> {
  const found = new Set(readdirSync(root, { recursive: true, encoding: 'utf8' }));
  const files = [...found].filter((path) => isText(path) && !found.has(`${path}.br`));
  const queue = new PQueue({ concurrency: AT_ONCE });
  await queue.addAll(files.map((path) => () => compress(root, path)));
  return files.length;
}

async function compress(root: string, path: string): Promise<void> {
  const file = join(root, path);
  const content = readFileSync(file);
  if (content.length < MIN_BYTES) return;
  const worth = worthOf(path);
  const kept = await buildCache().memo('compressed', [...BY, worth, content], async () =>
    serialize(await compressed(content, worth)),
  );
  for (const [end, bytes] of deserialize(kept) as Awaited<ReturnType<typeof compressed>>) {
    writeFileSync(file + end, bytes);
  }
}
