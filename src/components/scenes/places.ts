import { at, band, beads, disc, line, shape, slab } from './strokes.ts';
import type { Colour } from './palette.ts';

/** The patch of colour that a scene stands on. */
export const ground = (colour: Colour) =>
  shape('M14 30C30 2 70 10 100 6s64 8 72 38-4 66-44 70-92 4-112-16S2 52 14 30z', colour);

/** A table from the front: people stand behind its edge, its cloth hangs below. */
export const table = (y: number, cloth: Colour) =>
  slab(8, y, 164, 112 - y, 'creme', 6) +
  band(`M24 ${y}v${112 - y}${`m24-${112 - y}v${112 - y}`.repeat(5)}`, cloth, 10) +
  slab(4, y, 172, 8, 'pin', 4);

/** An awning with a scalloped edge, of an odd count of stripes 12 wide. */
export const awning = (x: number, y: number, stripes: number, colour: Colour) =>
  slab(x, y, stripes * 12, 14, 'creme') +
  beads(`M${x + 18} ${y + 14}h${stripes * 12 - 36}`, 'creme', 12, 24) +
  band(`M${x + 6} ${y}v14${'m24-14v14'.repeat((stripes - 1) / 2)}`, colour, 12) +
  beads(`M${x + 6} ${y + 14}h${stripes * 12 - 11}`, colour, 12, 24);

/** A small cantine seen from afar, its door at 0 0. */
export const house = (x: number, y: number, colour: Colour) =>
  at(
    x,
    y,
    {},
    slab(-20, -30, 40, 30, 'creme', 3),
    slab(-15, -16, 13, 10, 'vitre'),
    slab(3, -17, 11, 17, colour),
    at(-24, -38, { scale: 0.8 }, awning(0, 0, 5, colour)),
  );

export const tree = (x: number, y: number) => line(`M${x} ${y}v-14`, 'bois', 3) + disc(x, y - 20, 10, 'feuille');
