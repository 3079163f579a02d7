import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { Piscina } from 'piscina';
import { codeHash } from '../cache/code.ts';
import { buildCache, keyOf } from '../cache/index.ts';
import type { ShareImage } from './draw.ts';

/** Where a pooled thread that has nothing left to draw ends. */
const IDLE_MS = 1000;

let code: string | undefined;
const keyOfImage = (image: ShareImage): Buffer => {
  code ??= codeHash(['src/build/share-images', 'src/domain/nappe.ts', 'package-lock.json']);
  return keyOf('share-image', [code, image.title, image.kicker, image.nappe]);
};

/** Those being drawn, by key. */
const coming = new Map<string, Promise<Uint8Array>>();
let pool: Piscina<ShareImage, Uint8Array> | undefined;

function draw(image: ShareImage): Promise<Uint8Array> {
  // Vite bundles this file elsewhere: the worker is named from the project's folder, where every build starts.
  pool ??= new Piscina({
    filename: resolve('src/build/share-images/draw.ts'),
    // The other one writes the pages.
    maxThreads: Math.max(1, availableParallelism() - 1),
    idleTimeout: IDLE_MS,
  });
  return pool.run(image);
}

/** Starts to draw the images that no build has kept, in other threads, while the pages are written. */
export function drawAhead(images: readonly ShareImage[]): void {
  const cache = buildCache();
  for (const image of images) {
    const key = keyOfImage(image);
    const name = key.toString('hex');
    if (coming.has(name) || cache.has(key)) continue;
    const drawn = draw(image).then((png) => {
      cache.put(key, png);
      return png;
    });
    // Awaited when the image is asked for.
    drawn.catch(() => undefined);
    coming.set(name, drawn);
  }
}

/** The PNG of a share image: kept, being drawn, or drawn now. */
export async function shareImage(image: ShareImage): Promise<Uint8Array> {
  const key = keyOfImage(image);
  const name = key.toString('hex');
  const drawn = coming.get(name);
  coming.delete(name);
  if (drawn) return drawn;
  const cache = buildCache();
  const kept = cache.get(key);
  if (kept) return kept;
  const png = await draw(image);
  cache.put(key, png);
  return png;
}
