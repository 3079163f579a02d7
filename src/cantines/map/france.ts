import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Drawing } from './drawing.ts';
import type { Flat } from './lambert.ts';
import { simplify } from './simplify.ts';

/** ISO 3166-1 numeric code of France: in this atlas it holds the overseas départements. */
const FRANCE = '250';
/** Units of the drawing: bends and islands that the eye would miss. */
const [TOLERANCE, SMALLEST_AREA] = [0.8, 5];

type Atlas = Topology<{ countries: GeometryCollection }>;
type Ring = readonly (readonly number[])[];

const require = createRequire(import.meta.url);
let known: Ring[] | undefined;

/** The shores and borders of France, one ring each: Natural Earth, 1:10 million, public domain. */
function shores(): Ring[] {
  if (known) return known;
  const atlas = JSON.parse(readFileSync(require.resolve('world-atlas/countries-10m.json'), 'utf8')) as Atlas;
  const france = atlas.objects.countries.geometries.find(({ id }) => id === FRANCE);
  if (france?.type !== 'MultiPolygon') {
    throw new Error('world-atlas: countries-10m.json no longer holds country 250 (France) as a MultiPolygon');
  }
  return (known = feature(atlas, france).geometry.coordinates.flatMap(([shore]) => (shore ? [shore] : [])));
}

/** The SVG path of France in a drawing, in its units rounded to a tenth; a small map asks for a greater tolerance. */
export function outlineOf(drawing: Drawing, tolerance = TOLERANCE): string {
  return shores()
    .map((shore) => shore.map(([longitude = 0, latitude = 0]) => drawing.place({ latitude, longitude })))
    .filter((line): line is Flat[] => line.every((point) => point !== undefined))
    .filter((line) => areaOf(line) >= SMALLEST_AREA)
    .map((line) => pathOf(simplify(line, tolerance)))
    .join('');
}

/** The area of a closed line, by the shoelace formula. */
function areaOf(line: readonly Flat[]): number {
  const twice = line.reduce((sum, { x, y }, index) => {
    const next = line[(index + 1) % line.length] ?? { x, y };
    return sum + x * next.y - next.x * y;
  }, 0);
  return Math.abs(twice) / 2;
}

/** A closed path in relative steps, counted in tenths so that roundings do not add up. */
function pathOf(line: readonly Flat[]): string {
  const tenths = line.slice(0, -1).map(({ x, y }) => [Math.round(x * 10), Math.round(y * 10)] as const);
  const [startX, startY] = tenths[0] ?? [0, 0];
  let [lastX, lastY] = [startX, startY];
  const steps = tenths.slice(1).map(([x, y]) => {
    const step = `${(x - lastX) / 10} ${(y - lastY) / 10}`;
    [lastX, lastY] = [x, y];
    return step;
  });
  const short = steps.join(' ').replaceAll(' -', '-').replaceAll(/\b0\./g, '.');
  return `M${startX / 10} ${startY / 10}l${short}z`;
}
