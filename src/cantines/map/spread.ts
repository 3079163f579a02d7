import type { Flat } from './lambert.ts';

interface Room {
  /** The widths at which the drawing may be shown, in pixels. */
  widths: readonly number[];
  /** Height of the drawing for a width of 1. */
  ratio: number;
  /** Pixels between the centres of two marks, at least. */
  pitch: number;
  /** Pixels between the centre of a mark and an edge, at least. */
  margin: number;
}

const ROUNDS = 400;
/** Marks are drawn back towards their place this many times, each time a little, then pushed apart again. */
const [RETURNS, RETURN] = [40, 0.9];
/** Pushes a little too far, so that roundings do not bring two marks back together. */
const SLACK = 0.3;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Moves marks apart: an offset in pixels for each, the same at all widths, such that no two touch at any width.
 * Marks of one place leave it in a sunflower's order; the same marks always get the same offsets.
 * @param places in widths of the drawing: x from 0 to 1, y from 0 to `ratio`.
 */
export function spread(places: readonly Flat[], room: Room): Flat[] {
  // Never on one point, or there would be no direction to push to.
  const offsets = places.map((_, index) => ({
    x: 0.05 * Math.sqrt(index) * Math.cos(index * GOLDEN_ANGLE),
    y: 0.05 * Math.sqrt(index) * Math.sin(index * GOLDEN_ANGLE),
  }));
  push(places, offsets, room);
  let best = offsets.map((offset) => ({ ...offset }));
  for (let turn = 0; turn < RETURNS; turn += 1) {
    for (const offset of offsets) {
      offset.x *= RETURN;
      offset.y *= RETURN;
    }
    if (push(places, offsets, room) && sumOf(offsets) < sumOf(best)) best = offsets.map((offset) => ({ ...offset }));
  }
  return best;
}

const sumOf = (offsets: readonly Flat[]): number => offsets.reduce((sum, { x, y }) => sum + x * x + y * y, 0);

/** Pushes offsets apart in place, until none touch; false when they still do. */
function push(places: readonly Flat[], offsets: readonly Flat[], { widths, ratio, pitch, margin }: Room): boolean {
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = false;
    for (const width of widths) {
      for (const [index, place] of places.entries()) {
        const own = offsets[index] as Flat;
        for (let other = index + 1; other < places.length; other += 1) {
          const far = places[other] as Flat;
          const moving = offsets[other] as Flat;
          const dx = (far.x - place.x) * width + moving.x - own.x;
          const dy = (far.y - place.y) * width + moving.y - own.y;
          if (Math.abs(dx) >= pitch || Math.abs(dy) >= pitch) continue;
          const distance = Math.hypot(dx, dy);
          if (distance >= pitch) continue;
          const part = (pitch + SLACK - distance) / 2 / distance;
          own.x -= dx * part;
          own.y -= dy * part;
          moving.x += dx * part;
          moving.y += dy * part;
          moved = true;
        }
        own.x = within(place.x * width + own.x, margin, width - margin) - place.x * width;
        own.y = within(place.y * width + own.y, margin, width * ratio - margin) - place.y * width;
      }
    }
    if (!moved) return true;
  }
  return false;
}

const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
