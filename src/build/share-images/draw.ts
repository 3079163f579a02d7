import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import satori, { type Font } from 'satori';
import sharp from 'sharp';
import { clothSvg, type Nappe } from '#domain/nappe.ts';
import type { Photo } from '#content/photo.ts';

const WIDTH = 1200;
const HEIGHT = 630;

/** From the edge of the cloth to the plate. */
const MARGIN = 64;

/** From the edge of the plate to its words. */
const PADDING = { x: 60, y: 48 };

const PLATE = '#fffdf8';

/** The width of a photo, on the right of the plate. */
const PHOTO = 400;

/** Bytes of a pixel. */
const RGB = 3;

/** What a share image shows. */
export interface ShareImage {
  title: string;
  /** A few words above the title. */
  kicker: string;
  nappe: Nappe;
  /** Shown on the right of the plate. */
  photo?: Pick<Photo, 'file' | 'hash'> | undefined;
}

// One image at a time in this thread, and none is drawn twice: nothing to share out, nothing to remember.
sharp.concurrency(1);
sharp.cache(false);

const require = createRequire(import.meta.url);
const face = (weight: 400 | 700): Font => ({
  name: 'Bricolage',
  weight,
  style: 'normal',
  data: readFileSync(
    require.resolve(`@fontsource/bricolage-grotesque/files/bricolage-grotesque-latin-${weight}-normal.woff`),
  ),
});

let faces: Font[] | undefined;

const box = (style: Record<string, string | number>, children: unknown) => ({
  type: 'div',
  props: { style, children },
});

const pixelsOf = (svg: string): Promise<Buffer> => sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer();

/** The cloth with its empty plate, as raw pixels; only the last one is kept: draw the pages of one cloth in a row. */
let laid: { key: string; pixels: Promise<Buffer> } | undefined;

function lay(nappe: Nappe): Promise<Buffer> {
  const key = Object.values(nappe).join(' ');
  if (laid?.key !== key) {
    const [width, height] = [WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN];
    const plate = `<rect x="${MARGIN}" y="${MARGIN}" width="${width}" height="${height}" rx="36" fill="${PLATE}"/>`;
    const drawing = clothSvg(nappe, WIDTH, HEIGHT, 1.5).replace('</svg>', `${plate}</svg>`);
    laid = { key, pixels: pixelsOf(drawing) };
  }
  return laid.pixels;
}

/** A photo that fills the right of the plate, round at its corners as the plate is. */
function corner(file: string): Promise<Buffer> {
  const height = HEIGHT - 2 * MARGIN;
  const shape = `<svg width="${PHOTO}" height="${height}"><rect x="-36" width="${PHOTO + 36}" height="${height}" rx="36"/></svg>`;
  return sharp(file)
    .autoOrient()
    .resize(PHOTO, height, { fit: 'cover', position: 'attention' })
    .composite([{ input: Buffer.from(shape), blend: 'dest-in' }])
    .png()
    .toBuffer();
}

/** What is drawn: one buffer for all, two megabytes that the collector need not look for. */
const image = Buffer.alloc(WIDTH * HEIGHT * RGB);

/**
 * Draws a page's share image, a PNG of 1200 × 630: its title on a plate, on its cloth. A thread draws one after the
 * other, never two at once.
 */
export default async function drawShareImage({
  title,
  kicker,
  nappe,
  photo,
}: ShareImage): Promise<Uint8Array<ArrayBuffer>> {
  faces ??= [face(400), face(700)];
  const whole = title.length > 70 ? 54 : title.length > 36 ? 66 : 88;
  const size = photo ? Math.round(whole * 0.68) : whole;
  const width = WIDTH - 2 * (MARGIN + PADDING.x) - (photo ? PHOTO : 0);
  const height = HEIGHT - 2 * (MARGIN + PADDING.y);
  const words = box(
    {
      display: 'flex',
      flexDirection: 'column',
      justifyContent: 'space-between',
      width,
      height,
      background: PLATE,
      color: '#2a1f17',
    },
    [
      box({ fontSize: 32, color: '#5a4a3b' }, kicker),
      box({ fontSize: size, fontWeight: 700, lineHeight: 1.08, letterSpacing: -1.5, lineClamp: 5 }, title),
      box({ fontSize: 32, fontWeight: 700, color: nappe.colour }, 'Les Petites Cantines'),
    ],
  );
  const written = await satori(words as Parameters<typeof satori>[0], { width, height, fonts: faces });
  const [cloth, lines] = await Promise.all([lay(nappe), pixelsOf(written)]);
  image.set(cloth);
  for (let y = 0; y < height; y++) {
    const target = ((MARGIN + PADDING.y + y) * WIDTH + MARGIN + PADDING.x) * RGB;
    lines.copy(image, target, y * width * RGB, (y + 1) * width * RGB);
  }
  // No palette: to choose one takes longer than all the rest, and a preview is read once.
  const png = await sharp(image, { raw: { width: WIDTH, height: HEIGHT, channels: RGB } })
    .composite(photo ? [{ input: await corner(photo.file), left: WIDTH - MARGIN - PHOTO, top: MARGIN }] : [])
    .removeAlpha()
    .png({ compressionLevel: 4 })
    .toBuffer();
  return new Uint8Array(png);
}
