import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Pagefind } from '#search/pagefind.ts';

/**
 * Pagefind's browser module over the files of this folder, as a browser loads it. It asks for them with `fetch`, which
 * reads the disk from then on when it is given a path.
 */
export async function loadPagefind(folder: string): Promise<Pagefind> {
  const online = globalThis.fetch;
  globalThis.fetch = async (address, init) =>
    typeof address === 'string' && address.startsWith('/')
      ? new Response(await readFile(address.replace(/\?.*$/, '')))
      : online(address, init);
  const module = (await import(/* @vite-ignore */ pathToFileURL(join(folder, 'pagefind.js')).href)) as {
    createInstance(options: { basePath: string; baseUrl: string }): Pagefind;
  };
  return module.createInstance({ basePath: `${folder}/`, baseUrl: '/' });
}
