import { createHash } from 'node:crypto';
import { codeHash } from '#build/cache/code.ts';
import { buildCache } from '#build/cache/index.ts';
import { KEPT_SHARD } from './kept-shard.ts';
import { CACHE_PREFIX } from './names.ts';
import removal from './removal.ts?raw';
import worker from './worker.ts?raw';

/** TypeScript → a classic script: types and comments dropped, nothing else changed. Kept: the compiler is heavy. */
async function compile(source: string): Promise<string> {
  const compiled = await buildCache().memo(
    'worker',
    [codeHash(['src/offline', 'package-lock.json']), source],
    async () => {
      const { default: ts } = await import('typescript');
      const { outputText } = ts.transpileModule(source, {
        compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, removeComments: true },
      });
      // What is left of a module once its types are gone.
      return new TextEncoder().encode(outputText.replace('export {};\n', ''));
    },
  );
  return new TextDecoder().decode(compiled);
}

/**
 * The text of the service worker. A browser takes a worker whose text has changed as a new one, which starts
 * again from an empty cache: `kept` is what the kept pages are made of, so that they are renewed with it.
 */
export async function workerFor(kept: unknown): Promise<string> {
  const version = createHash('sha256').update(JSON.stringify(kept)).digest('hex').slice(0, 12);
  const names = `const CACHE_PREFIX = '${CACHE_PREFIX}';\nconst CACHE = '${CACHE_PREFIX}${version}';\nconst KEPT_SHARD = ${KEPT_SHARD};\n`;
  return names + (await compile(worker));
}

export async function removalWorker(): Promise<string> {
  return `const CACHE_PREFIX = '${CACHE_PREFIX}';\n${await compile(removal)}`;
}
