import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { contentRoot } from '#content/root.ts';
import { codeHash } from './code.ts';
import { keyOf, Store } from './store.ts';

export { keyOf };

/** The folder where builds keep what they made: safe to delete, safe to keep between the jobs of a pipeline. */
const CACHE = process.env['BUILD_CACHE'] ?? '.cache/build';

/** What decides how an entry is read, besides its file: Astro looks at the file alone. */
const READERS = ['src/schemas', 'src/domain', 'src/content/loader.ts'] as const;

const short = (hash: string): string => hash.slice(0, 12);

/**
 * Where Astro keeps the entries that it has read: a folder for each content, since it keeps one content alone, and for
 * each way of reading it. That of an older way is dropped: a field that was added since would be in none of its entries.
 */
export function cacheFolder(readers: readonly string[] = READERS): string {
  const content = `astro-${short(keyOf('content', [resolve(contentRoot)]).toString('hex'))}-`;
  const folder = content + short(codeHash(readers));
  const older = existsSync(CACHE)
    ? readdirSync(CACHE).filter((name) => name.startsWith(content) && name !== folder)
    : [];
  for (const name of older) rmSync(join(CACHE, name), { recursive: true, force: true });
  return `${CACHE}/${folder}`;
}

let store: Store | undefined;

/** The store of this process: every build of a project reads and writes the same file. */
export const buildCache = (): Store => (store ??= new Store(`${CACHE}/made.db`, Date.now()));
