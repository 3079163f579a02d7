import sharp from 'sharp';
import type { PhotoFormat } from '#content/photo.ts';

/** A picture to make: of which file, how wide, how written. */
export interface PhotoOrder {
  file: string;
  /** In pixels, never more than the file has. */
  width: number;
  format: PhotoFormat;
}

sharp.cache(false);

/** Draws a photo at a width, upright and without metadata. */
export default async function drawPhoto({ file, width, format }: PhotoOrder): Promise<Uint8Array<ArrayBuffer>> {
  const sized = sharp(file).autoOrient().resize({ width, withoutEnlargement: true });
  const written =
    format === 'webp' ? sized.webp({ quality: 76 }) : sized.flatten().jpeg({ quality: 78, mozjpeg: true });
  return new Uint8Array(await written.toBuffer());
}
