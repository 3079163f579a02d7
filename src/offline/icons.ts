import { readFile } from 'node:fs/promises';
import sharp from 'sharp';

export interface Icon {
  /** Pixels of a side. */
  size: number;
  /** The share of the side that the drawing takes: phones cut the corners of a maskable icon, up to a fifth of it. */
  scale: number;
  /** Behind the drawing; none where corners may stay empty. */
  ground: string | undefined;
}

const RED = '#c8402a';

/** File name without its extension → how it is drawn. */
export const ICONS: Readonly<Record<string, Icon>> = {
  '192': { size: 192, scale: 1, ground: undefined },
  '512': { size: 512, scale: 1, ground: undefined },
  'masque-512': { size: 512, scale: 0.8, ground: RED },
  'ios-180': { size: 180, scale: 0.9, ground: RED },
};

/** Draws `public/icon.svg` as a PNG. */
export async function drawIcon({ size, scale, ground }: Icon): Promise<Buffer> {
  const drawn = Math.round(size * scale);
  // The density at which the drawing, 34 units wide at 72 per inch, is at least as large as asked.
  const drawing = await sharp(await readFile('public/icon.svg'), { density: Math.ceil((72 * drawn) / 34) })
    .resize(drawn, drawn)
    .png()
    .toBuffer();
  return sharp({ create: { width: size, height: size, channels: 4, background: ground ?? '#0000' } })
    .composite([{ input: drawing }])
    .png({ palette: true, compressionLevel: 9 })
    .toBuffer();
}
