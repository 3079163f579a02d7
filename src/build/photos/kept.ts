import type { Photo, PhotoFormat } from '#content/photo.ts';
import { codeHash } from '../cache/code.ts';
import { buildCache } from '../cache/index.ts';
import { inThread } from '../threads.ts';
import type { PhotoOrder } from './draw.ts';

let code: string | undefined;

/** The bytes of a file of a photo, drawn in a thread unless an earlier build has. */
export function photoBytes(photo: Photo, width: number, format: PhotoFormat): Promise<Uint8Array> {
  code ??= codeHash(['src/build/photos', 'package-lock.json']);
  const order: PhotoOrder = { file: photo.file, width, format };
  return buildCache().memo('photo', [code, photo.hash, width, format], () =>
    inThread<Uint8Array>('src/build/photos/draw.ts', order),
  );
}
