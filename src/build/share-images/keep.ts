import { buildCache } from '../cache/index.ts';
import drawShareImage, { type ShareImage } from './draw.ts';

/** Draws an image in a thread, and keeps it under this key; returns its bytes when they cannot be kept. */
export default async function keep({
  image,
  key,
}: {
  image: ShareImage;
  key: Uint8Array;
}): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const png = await drawShareImage(image);
  return buildCache().put(Buffer.from(key), png) ? undefined : png;
}
