import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import satori, { type Font } from 'satori';
import sharp from 'sharp';
import { clothSvg, type Nappe } from '#domain/nappe.ts';

const WIDTH = 1200;
const HEIGHT = 630;

/** Where the share image of a page is served: `/cantines/metz/` → `/partage/cantines/metz.png`. */
export function shareImagePath(pagePath: string): string {
  const name = pagePath.replace(/^\/|\/$/g, '') || 'accueil';
  return `/partage/${name}.png`;
}

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

/** Draws a page's share image, a PNG of 1200 × 630: its title on a plate, on its cloth. */
export async function drawShareImage(title: string, kicker: string, nappe: Nappe): Promise<Buffer> {
  faces ??= [face(400), face(700)];
  const size = title.length > 70 ? 54 : title.length > 36 ? 66 : 88;
  const card = box(
    {
      display: 'flex',
      flexDirection: 'column',
      justifyContent: 'space-between',
      margin: 64,
      width: WIDTH - 128,
      height: HEIGHT - 128,
      padding: '48px 60px',
      borderRadius: 36,
      background: '#fffdf8',
      color: '#2a1f17',
    },
    [
      box({ fontSize: 32, color: '#5a4a3b' }, kicker),
      box(
        { fontSize: size, fontWeight: 700, lineHeight: 1.08, letterSpacing: -1.5, maxHeight: 300, overflow: 'hidden' },
        title,
      ),
      box({ fontSize: 32, fontWeight: 700, color: nappe.colour }, 'Les Petites Cantines'),
    ],
  );
  const plate = await satori(card as Parameters<typeof satori>[0], { width: WIDTH, height: HEIGHT, fonts: faces });
  return sharp(Buffer.from(clothSvg(nappe, WIDTH, HEIGHT, 1.5)))
    .composite([{ input: Buffer.from(plate) }])
    .png({ palette: true, compressionLevel: 9, effort: 4 })
    .toBuffer();
}
