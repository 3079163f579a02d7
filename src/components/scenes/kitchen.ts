import { at, beads, disc, line, oval, shape, slab } from './strokes.ts';
import type { Colour } from './palette.ts';

/** Seen from above, around 0 0. */
export const plate = (r: number) => disc(1, 3, r, 'ombre') + disc(0, 0, r, 'creme') + disc(0, 0, r * 0.7, 'sable');

/** Seen from the side, its rim at 0 0. */
export const bowl = (colour: Colour, food: Colour) =>
  oval(0, 0, 24, 5, food) + shape('M-25 0h50q-2 20-16 22h-18q-14-2-16-22z', colour);

export const steam = (x: number, y: number) =>
  line(`M${x - 9} ${y}q-5-6 0-12t0-12M${x} ${y - 3}q-5-6 0-12t0-12M${x + 9} ${y}q-5-6 0-12t0-12`, 'vapeur', 2.5);

/** Points down. */
export const carrot = (x: number, y: number, turn = 0) =>
  at(
    x,
    y,
    { turn },
    line('M0-2l-5-11M0-2v-14M0-2l6-10', 'feuille', 3.5),
    shape('M-6 0q6-6 12 0l-5 26q-1 3-2 0z', 'carotte'),
  );

export const tomato = (x: number, y: number, r = 8) =>
  disc(x, y, r, 'tomate') + line(`M${x - 3} ${y - r + 1}h6M${x} ${y - r + 2}v-4`, 'sapin', 2.5);

export const leaf = (x: number, y: number, turn = 0) =>
  at(x, y, { turn }, shape('M0 0q-10-10 0-22 10 12 0 22z', 'feuille'));

/** A loaf, lengthwise. */
export const bread = (x: number, y: number, turn = 0) =>
  at(
    x,
    y,
    { turn },
    slab(-22, -9, 44, 18, 'bois', 9),
    slab(-19, -7, 38, 13, 'pin', 6.5),
    line('M-11-4l5 7M-1-4l5 7M9-4l5 7', 'sable', 2),
  );

export const glass = (x: number, y: number, drink: Colour) => disc(x, y, 8, 'verre') + disc(x, y, 5.5, drink);

/** The blade points up. */
export const knife = (x: number, y: number, turn = 0) =>
  at(x, y, { turn }, shape('M-3 0v-34q7 8 7 34z', 'metal'), slab(-3.5, 0, 7, 20, 'noir', 3));

/** A fork, from above. */
export const fork = (x: number, y: number, turn = 0) =>
  at(x, y, { turn }, line('M-4-18v7q0 5 4 5t4-5v-7M0-18v42', 'metal', 2.6));

/** A pot on its two handles, its rim at 0 0. */
export const pot = (colour: Colour) =>
  line('M-33 11h66', 'noir', 5) +
  shape('M-27 0h54v27q0 9-9 9h-36q-9 0-9-9z', colour) +
  slab(-29, -3, 58, 6, 'metal', 3);

export const peas = (d: string) => beads(d, 'feuille', 6, 7);
