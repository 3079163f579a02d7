import { resolve } from 'node:path';
import { contentRoot } from '#content/root.ts';
import { keyOf, Store } from './store.ts';

export { keyOf };

/** The folder where builds keep what they made: safe to delete, safe to keep between the jobs of a pipeline. */
const CACHE = process.env['BUILD_CACHE'] ?? '.cache/build';

/** Where Astro keeps the entries that it has read: a folder for each content, since it keeps one content alone. */
export const cacheFolder = (): string =>
  `${CACHE}/astro-${keyOf('content', [resolve(contentRoot)])
    .toString('hex')
    .slice(0, 12)}`;

let store: Store | undefined;

/** The store of this process: every build of a project reads and writes the same file. */
export const buildCache = (): Store => (store ??= new Store(`${CACHE}/made.db`, Date.now()));
