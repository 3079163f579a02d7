import type { Point } from '#domain/distance.ts';
import { around, lambert, type Flat } from './lambert.ts';

/** A part of France that is drawn apart, in its own square and at its own scale. */
interface Inset {
  name: string;
  /** Degrees: what the square shows at least. */
  west: number;
  east: number;
  south: number;
  north: number;
}

export const INSETS = {
  971: { name: 'Guadeloupe', west: -61.85, east: -60.95, south: 15.8, north: 16.55 },
  972: { name: 'Martinique', west: -61.28, east: -60.76, south: 14.36, north: 14.91 },
  973: { name: 'Guyane', west: -54.7, east: -51.5, south: 2.05, north: 5.85 },
  974: { name: 'La Réunion', west: 55.18, east: 55.88, south: -21.42, north: -20.84 },
  976: { name: 'Mayotte', west: 45, east: 45.32, south: -13.03, north: -12.61 },
} as const satisfies Readonly<Record<string, Inset>>;

/** The INSEE code of the département of an inset. */
export type InsetCode = `${keyof typeof INSETS}`;

/** Kilometres in a unit of the drawing. */
const UNIT = 2;
/** The kilometres around the origin of the projection that hold metropolitan France and Corsica. */
const FRAME = { west: -620, east: 580, north: -530, south: 580 };
const [WIDTH, FRAME_HEIGHT] = [(FRAME.east - FRAME.west) / UNIT, (FRAME.south - FRAME.north) / UNIT];
const [SQUARE, GAP] = [104, 16];

/** The map of France drawn by the site: 600 units wide, insets in a row below. */
export interface Drawing {
  width: number;
  height: number;
  insets: readonly { code: InsetCode; name: string; x: number; y: number; size: number }[];
  /** Where a point falls, in units from the top left; undefined outside what is drawn. */
  place: (point: Point) => Flat | undefined;
}

/** The inset that shows a point, if any. */
export function insetOf({ latitude, longitude }: Point): InsetCode | undefined {
  return (Object.keys(INSETS) as InsetCode[]).find((code) => {
    const { west, east, south, north } = INSETS[code];
    return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
  });
}

/** The drawing with these insets, whatever their order. */
export function drawingWith(codes: readonly InsetCode[]): Drawing {
  const wanted = (Object.keys(INSETS) as InsetCode[]).filter((code) => codes.includes(code));
  const insets = wanted.map((code, index) => ({
    code,
    name: INSETS[code].name,
    x: index * (SQUARE + GAP) + GAP / 2,
    y: FRAME_HEIGHT + GAP,
    size: SQUARE,
  }));
  return {
    width: WIDTH,
    height: FRAME_HEIGHT + (insets.length > 0 ? SQUARE + 3 * GAP : 0),
    insets,
    place(point) {
      const code = insetOf(point);
      if (!code) return inFrame(point);
      const square = insets.find((inset) => inset.code === code);
      return square && inSquare(point, INSETS[code], square);
    },
  };
}

/** The drawing that shows these points: France, and the insets where one of them falls. */
export const drawingOf = (points: readonly Point[]): Drawing =>
  drawingWith(points.flatMap((point) => insetOf(point) ?? []));

function inFrame(point: Point): Flat | undefined {
  const { x, y } = lambert(point);
  const inside = x >= FRAME.west && x <= FRAME.east && y >= FRAME.north && y <= FRAME.south;
  return inside ? { x: (x - FRAME.west) / UNIT, y: (y - FRAME.north) / UNIT } : undefined;
}

function inSquare(point: Point, inset: Inset, square: { x: number; y: number; size: number }): Flat {
  const project = around({ latitude: (inset.south + inset.north) / 2, longitude: (inset.west + inset.east) / 2 });
  const corner = project({ latitude: inset.south, longitude: inset.east });
  const scale = square.size / 2 / Math.max(corner.x, corner.y);
  const { x, y } = project(point);
  return { x: square.x + square.size / 2 + x * scale, y: square.y + square.size / 2 + y * scale };
}
