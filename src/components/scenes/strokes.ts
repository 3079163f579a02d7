import type { Colour } from './palette.ts';

const paint = (colour: Colour) => `var(--${colour})`;

export const disc = (x: number, y: number, r: number, colour: Colour) =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${paint(colour)}"/>`;

export const oval = (x: number, y: number, rx: number, ry: number, colour: Colour) =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${paint(colour)}"/>`;

/** A rectangle, its corners round by `rx`. */
export const slab = (x: number, y: number, width: number, height: number, colour: Colour, rx = 0) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}"${rx ? ` rx="${rx}"` : ''} fill="${paint(colour)}"/>`;

/** A closed shape. */
export const shape = (d: string, colour: Colour) => `<path d="${d}" fill="${paint(colour)}"/>`;

/** A line with round ends: an arm, a stem, the edge of a plate. */
export const line = (d: string, colour: Colour, width: number) =>
  `<path d="${d}" stroke="${paint(colour)}" stroke-width="${width}"/>`;

/** The rim of a wheel. */
export const ring = (x: number, y: number, r: number, colour: Colour, width: number) =>
  `<circle cx="${x}" cy="${y}" r="${r}" stroke="${paint(colour)}" stroke-width="${width}"/>`;

/** A row of beads along a path: curls, peas, crumbs, a way on a map. */
export const beads = (d: string, colour: Colour, width: number, every: number) =>
  `<path d="${d}" stroke="${paint(colour)}" stroke-width="${width}" stroke-dasharray="0 ${every}"/>`;

interface Pose {
  /** Degrees, clockwise. */
  turn?: number;
  /** One number, or two: a mirror is `'-1 1'`. */
  scale?: number | string;
}

/** Parts of a drawing, moved to a point. */
export const at = (x: number, y: number, { turn, scale }: Pose, ...parts: string[]) =>
  `<g transform="translate(${x} ${y})${turn ? ` rotate(${turn})` : ''}${scale ? ` scale(${scale})` : ''}">${parts.join('')}</g>`;

/** A line with square ends: stripes, checks. */
export const band = (d: string, colour: Colour, width: number) =>
  `<path d="${d}" stroke="${paint(colour)}" stroke-width="${width}" stroke-linecap="butt"/>`;
