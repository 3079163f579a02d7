import type { Location } from '#domain/location.ts';
import type { Drawing } from './drawing.ts';
import type { Flat } from './lambert.ts';
import { spread } from './spread.ts';

/** What the map needs to know of a cantine. */
export interface CantinePlace extends Location {
  slug: string;
  title: string;
  status: 'open' | 'preparing' | 'paused' | 'closed';
  nappe: { colour: string; ground: string };
}

/** A mark of the drawing: one cantine, or several that stand too close when there are many. */
export interface Mark<P> {
  places: readonly P[];
  /** Where they are, in percent of the drawing's width and height. */
  at: Flat;
  /** How far the mark is drawn from there, in pixels. */
  offset: Flat;
}

/** Beyond this number the smallest drawing has no room for a mark of 24 pixels for each. */
export const MOST_MARKS = 70;
/** From a phone of 320 pixels to the widest column. */
const WIDTHS = Array.from({ length: 20 }, (_, step) => Math.round(270 * 1.053 ** step));
/** Two targets of 24 pixels (WCAG 2.5.8) and a hair between them. */
const [PITCH, MARGIN] = [25.5, 15];
/** Parts of the width within which many cantines share a mark. */
const GATHERED = 0.125;

/** The marks of a drawing, in the order of the places; those outside the drawing have none. */
export function marksOf<P extends { latitude: number; longitude: number }>(
  places: readonly P[],
  drawing: Drawing,
): Mark<P>[] {
  const { width, height, place } = drawing;
  const placed = places.flatMap((each) => {
    const at = place(each);
    return at ? [{ places: [each], at: { x: at.x / width, y: at.y / width } }] : [];
  });
  const groups = placed.length > MOST_MARKS ? gather(placed) : placed;
  const offsets = spread(
    groups.map(({ at }) => at),
    { widths: WIDTHS, ratio: height / width, pitch: PITCH, margin: MARGIN },
  );
  return groups.map(({ places, at }, index) => {
    const { x, y } = offsets[index] ?? { x: 0, y: 0 };
    return {
      places,
      at: { x: round(at.x * 100, 100), y: round((at.y * 100 * width) / height, 100) },
      // Less than that is seen as an error, not as a move; two marks lose less than the hair between them.
      offset: Math.hypot(x, y) < 0.5 ? { x: 0, y: 0 } : { x: round(x, 10), y: round(y, 10) },
    };
  });
}

const round = (value: number, parts: number) => Math.round(value * parts) / parts;

/** Each joins the first mark that is near, or starts one. */
function gather<P>(placed: readonly { places: P[]; at: Flat }[]): { places: P[]; at: Flat }[] {
  const groups: { places: P[]; at: Flat }[] = [];
  for (const { places, at } of placed) {
    const near = groups.find((group) => Math.hypot(group.at.x - at.x, group.at.y - at.y) < GATHERED);
    if (near) near.places.push(...places);
    else groups.push({ places: [...places], at });
  }
  return groups;
}
