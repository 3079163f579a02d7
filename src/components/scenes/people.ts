import { at, beads, disc, line, shape } from './strokes.ts';
import type { Colour } from './palette.ts';

export type Skin = Extract<Colour, 'claire' | 'doree' | 'brune'>;

const cap = (hair: Colour) => shape('M-12 1C-15-18 15-18 12 1 9-6 4-7-2-6-7-5-10-3-12 1z', hair);

/** What stands behind the head, then what falls before it; the head is a disc of 11 around 0 0. */
const CUTS = {
  court: { before: cap },
  long: { behind: (hair: Colour) => shape('M-15 19C-19-21 19-21 15 19z', hair), before: cap },
  chignon: { behind: (hair: Colour) => disc(0, -15, 6, hair), before: cap },
  boucles: { behind: (hair: Colour) => beads('M-10 5A12 12 0 1 1 10 5', hair, 10, 6.5) },
  couettes: { behind: (hair: Colour) => disc(-13, -7, 6, hair) + disc(13, -7, 6, hair), before: cap },
  voile: {
    behind: (hair: Colour) => shape('M-17 24C-19-24 19-24 17 24z', hair),
    before: (hair: Colour) => line('M-9 6A10.5 10.5 0 1 1 9 6Q5 13 0 13T-9 6zM-7 16h14M-7 19h14', hair, 5),
  },
  barbe: {
    before: (hair: Colour) => cap(hair) + shape('M-11 1q0 13 11 13t11-13q-3 3-11 2t-11-2z', hair),
  },
  chauve: { before: (hair: Colour) => line('M-11 0v4M11 0v4M-4 4h8', hair, 4) },
  toque: {
    before: (hair: Colour) => shape('M-11-5l-1-9c-9-6-2-17 6-14 4-6 14-3 14 2 9 0 10 10 3 13l-1 8z', hair),
  },
} satisfies Record<string, { behind?: (hair: Colour) => string; before?: (hair: Colour) => string }>;

export interface Someone {
  skin: Skin;
  cut: keyof typeof CUTS;
  /** The colour of the hair, or of what covers it. */
  hair: Colour;
  top: Colour;
}

/** A head with two eyes and a smile, around 0 0. */
function head({ skin, cut, hair }: Someone): string {
  const { behind, before }: { behind?: (hair: Colour) => string; before?: (hair: Colour) => string } = CUTS[cut];
  return [
    behind?.(hair) ?? '',
    line('M0 8v9', skin, 9),
    disc(0, 0, 11, skin),
    line('M-4 0h.1M4 0h.1M-3 5q3 3 6 0', 'noir', 1.9),
    before?.(hair) ?? '',
  ].join('');
}

/** Someone seen from the front, down to the waist, around the head. */
export const person = (x: number, y: number, who: Someone, scale = 1) =>
  at(x, y, scale === 1 ? {} : { scale }, shape('M-20 52V30q0-15 20-15t20 15v22z', who.top), head(who));

/** Someone who looks at the scene with us, seen from behind. */
export const back = (x: number, y: number, { hair, top }: Pick<Someone, 'hair' | 'top'>) =>
  at(x, y, {}, shape('M-22 46V32q0-17 22-17t22 17v14z', top), disc(0, 3, 14, hair));

/** A bent arm along a path, with its hand at the end. */
export const arm = (d: string, hand: readonly [number, number], { skin, top }: Pick<Someone, 'skin' | 'top'>) =>
  line(d, top, 9) + disc(...hand, 5, skin);

/** A forearm seen from above that reaches up to 0 0, its hand open. */
export const reach = ({ skin, top }: Pick<Someone, 'skin' | 'top'>) =>
  line('M0 96V32', top, 21) +
  line('M0 26V14', skin, 15) +
  line('M-5 9l-1-9M0 8v-12M5 9l2-9', skin, 5) +
  line('M7 18q6-2 6-9', skin, 5);

/** A forearm seen from above, its fist closed on what stands at 0 0. */
export const grip = ({ skin, top }: Pick<Someone, 'skin' | 'top'>) =>
  line('M0 96V30', top, 21) + line('M0 24V9', skin, 15) + line('M-7 4v3M-2.5 2v4M2.5 2v4M7 4v3', skin, 5.5);
