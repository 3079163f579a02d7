import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import satori, { type Font } from 'satori';
import sharp from 'sharp';
import { clothSvg, type Nappe } from '#domain/nappe.ts';
import { stillScene } from '#components/scenes/still.ts';
import type { Photo } from '#content/photo.ts';
import type { SceneName } from '#schemas/parts.ts';

const WIDTH = 1200;
const HEIGHT = 630;

/** From the edge of the cloth to the plate. */
const MARGIN = 64;

/** From the edge of the plate to its words. */
const PADDING = { x: 60, y: 48 };

/** The height of what is written on the plate. */
const INNER = HEIGHT - 2 * (MARGIN + PADDING.y);

const PLATE = '#fffdf8';
const SOFT = '#5a4a3b';

/** The width of what stands on the right of the plate: a photo, a scene. */
const SIDE = 400;

/** A scene on the right of the plate, and the words below it; without words, it stands in the middle. */
const SCENE = { width: 372, height: 248, left: WIDTH - MARGIN - SIDE, top: MARGIN + 30 };

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
  /** Drawn there when there is no photo. */
  scene?: SceneName | undefined;
  /** Below the scene: what it counts, and the name of the figure, without which no amount is true. */
  figure?: { amount: string; unit: string; name: string } | undefined;
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
  const shape = `<svg width="${SIDE}" height="${height}"><rect x="-36" width="${SIDE + 36}" height="${height}" rx="36"/></svg>`;
  return sharp(file)
    .autoOrient()
    .resize(SIDE, height, { fit: 'cover', position: 'attention' })
    .composite([{ input: Buffer.from(shape), blend: 'dest-in' }])
    .png()
    .toBuffer();
}

/** What is drawn: one buffer for all, two megabytes that the collector need not look for. */
const image = Buffer.alloc(WIDTH * HEIGHT * RGB);

/** A figure at the foot of the right of the plate. */
const figureBox = ({ amount, unit, name }: NonNullable<ShareImage['figure']>, colour: string) =>
  box({ display: 'flex', flexDirection: 'column', justifyContent: 'flex-end', width: SCENE.width }, [
    box(
      { fontSize: amount.length > 12 ? 38 : 52, fontWeight: 700, lineHeight: 1, letterSpacing: -1, color: colour },
      amount,
    ),
    box({ fontSize: 25, lineHeight: 1.15, marginTop: 6, lineClamp: 2 }, unit),
    box({ fontSize: 20, lineHeight: 1.2, marginTop: 8, color: SOFT, lineClamp: 2 }, name),
  ]);

/** What is written on the plate, from its inner corner: how wide, and its SVG. */
async function write({ title, kicker, nappe, photo, scene, figure }: ShareImage) {
  faces ??= [face(400), face(700)];
  const whole = title.length > 70 ? 54 : title.length > 36 ? 66 : 88;
  const size = Math.round(whole * (photo ? 0.68 : scene ? 0.76 : 1));
  const words = WIDTH - 2 * (MARGIN + PADDING.x) - (photo || scene ? SIDE : 0);
  const width = scene ? SCENE.left + SCENE.width - MARGIN - PADDING.x : words;
  const text = box({ display: 'flex', flexDirection: 'column', justifyContent: 'space-between', width: words }, [
    box({ fontSize: scene ? 28 : 32, color: SOFT }, kicker),
    box({ fontSize: size, fontWeight: 700, lineHeight: 1.08, letterSpacing: -1.5, lineClamp: 5 }, title),
    box({ fontSize: 32, fontWeight: 700, color: nappe.colour }, 'Les Petites Cantines'),
  ]);
  const plate = box(
    { display: 'flex', justifyContent: 'space-between', width, height: INNER, background: PLATE, color: '#2a1f17' },
    scene && figure ? [text, figureBox(figure, nappe.colour)] : [text],
  );
  const svg = await satori(plate as Parameters<typeof satori>[0], { width, height: INNER, fonts: faces });
  return { width, svg };
}

/** Lays pixels on the image. */
function paste(pixels: Buffer, width: number, left: number, top: number): void {
  const height = pixels.length / (width * RGB);
  for (let y = 0; y < height; y++)
    pixels.copy(image, ((top + y) * WIDTH + left) * RGB, y * width * RGB, (y + 1) * width * RGB);
}

/**
 * Draws a page's share image, a PNG of 1200 × 630: its title on a plate, on its cloth, beside a photo or a scene. A
 * thread draws one after the other, never two at once.
 */
export default async function drawShareImage(asked: ShareImage): Promise<Uint8Array<ArrayBuffer>> {
  const shown = asked.photo ? { ...asked, scene: undefined, figure: undefined } : asked;
  const { nappe, photo, scene, figure } = shown;
  const written = await write(shown);
  const [cloth, lines] = await Promise.all([lay(nappe), pixelsOf(written.svg)]);
  image.set(cloth);
  paste(lines, written.width, MARGIN + PADDING.x, MARGIN + PADDING.y);
  if (scene) {
    const drawing = sharp(Buffer.from(stillScene(scene, SCENE.width))).flatten({ background: PLATE });
    const top = figure ? SCENE.top : Math.round((HEIGHT - SCENE.height) / 2);
    paste(await drawing.raw().toBuffer(), SCENE.width, SCENE.left, top);
  }
  // No palette: to choose one takes longer than all the rest, and a preview is read once.
  const png = await sharp(image, { raw: { width: WIDTH, height: HEIGHT, channels: RGB } })
    .composite(photo ? [{ input: await corner(photo.file), left: WIDTH - MARGIN - SIDE, top: MARGIN }] : [])
    .removeAlpha()
    .png({ compressionLevel: 4 })
    .toBuffer();
  return new Uint8Array(png);
}
