import { codeHash } from '../cache/code.ts';
import { buildCache, keyOf } from '../cache/index.ts';
import { keptResponse } from '../cache/response.ts';
import { inThread } from '../threads.ts';
import type { ShareImage } from './draw.ts';

let code: string | undefined;
const keyOfImage = (image: ShareImage): Buffer => {
  code ??= codeHash(['src/build/share-images', 'src/components/scenes', 'src/domain/nappe.ts', 'package-lock.json']);
  const { title, kicker, nappe, photo, scene = '', figure = '' } = image;
  return keyOf('share-image', [code, title, kicker, nappe, photo?.hash ?? '', scene, figure]);
};

/** The PNG, or nothing when the cache keeps it. */
type Drawn = Uint8Array<ArrayBuffer> | undefined;

/** Those being drawn, by key. */
const coming = new Map<string, Promise<Drawn>>();

const draw = (image: ShareImage, key: Buffer): Promise<Drawn> =>
  inThread<Drawn>('src/build/share-images/keep.ts', { image, key });

/** Starts to draw the images that no build has kept, in other threads, while the pages are written. */
export function drawAhead(images: readonly ShareImage[]): void {
  for (const image of images) {
    const key = keyOfImage(image);
    const name = key.toString('hex');
    if (coming.has(name) || buildCache().has(key)) continue;
    const drawn = draw(image, key);
    // Awaited when the image is asked for.
    drawn.catch(() => undefined);
    coming.set(name, drawn);
  }
}

/** The answer of the route of a share image. */
export async function shareImage(image: ShareImage): Promise<Response> {
  const key = keyOfImage(image);
  const drawn = coming.get(key.toString('hex')) ?? (buildCache().has(key) ? undefined : draw(image, key));
  const png = await drawn;
  if (!png && !import.meta.env.DEV) return keptResponse(key);
  const bytes = png ?? buildCache().get(key);
  return new Response(bytes && new Uint8Array(bytes), { headers: { 'Content-Type': 'image/png' } });
}
