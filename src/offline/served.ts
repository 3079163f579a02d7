import { createHash } from 'node:crypto';
import ts from 'typescript';
import { CACHE_PREFIX } from './names.ts';
import removal from './removal.ts?raw';
import worker from './worker.ts?raw';

/** TypeScript → a classic script: types and comments dropped, nothing else changed. */
function compile(source: string): string {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      removeComments: true,
    },
  });
  // What is left of a module once its types are gone.
  return outputText.replace('export {};\n', '');
}

/**
 * The text of the service worker. A browser takes a worker whose text has changed as a new one, which starts
 * again from an empty cache: `kept` is what the kept pages are made of, so that they are renewed with it.
 */
export function workerFor(kept: unknown): string {
  const version = createHash('sha256').update(JSON.stringify(kept)).digest('hex').slice(0, 12);
  const names = `const CACHE_PREFIX = '${CACHE_PREFIX}';\nconst CACHE = '${CACHE_PREFIX}${version}';\n`;
  return names + compile(worker);
}

export function removalWorker(): string {
  return `const CACHE_PREFIX = '${CACHE_PREFIX}';\n${compile(removal)}`;
}
