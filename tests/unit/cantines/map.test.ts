import { gzipSync } from 'node:zlib';
import { geoConicConformal } from 'd3-geo';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawingOf, drawingWith, INSETS, insetOf, type InsetCode } from '#cantines/map/drawing.ts';
import { outlineOf } from '#cantines/map/france.ts';
import { lambert } from '#cantines/map/lambert.ts';
import { marksOf, MOST_MARKS, type Mark } from '#cantines/map/marks.ts';
import { groupName, inkOf, markName, roughNote } from '#cantines/map/place-words.ts';
import { simplify } from '#cantines/map/simplify.ts';
import { tileOrigin, tileSource } from '#cantines/map/tiles.ts';
import { MAP_TILES } from '#schemas/settings.ts';
import { entryOf, readOf } from '../../support/entries.ts';

const LYON = { latitude: 45.7485, longitude: 4.8467 };
const ALL_INSETS = Object.keys(INSETS) as InsetCode[];
const inFrance = fc.record({
  latitude: fc.double({ min: 43, max: 50, noNaN: true }),
  longitude: fc.double({ min: -1, max: 6, noNaN: true }),
});

describe('the projection', () => {
  const oracle = geoConicConformal()
    .parallels([44, 49])
    .rotate([-3, 0])
    .center([0, 46.5])
    .scale(6371.0088)
    .translate([0, 0]);

  test('is that of d3-geo, to a metre', () => {
    fc.assert(
      fc.property(inFrance, ({ latitude, longitude }) => {
        const [x, y] = oracle([longitude, latitude]) ?? [];
        expect(lambert({ latitude, longitude }).x).toBeCloseTo(x ?? Number.NaN, 3);
        expect(lambert({ latitude, longitude }).y).toBeCloseTo(y ?? Number.NaN, 3);
      }),
    );
  });
});

describe('the drawing', () => {
  test.each([
    ['Brest', 48.39, -4.49],
    ['Strasbourg', 48.58, 7.75],
    ['Dunkerque', 51.03, 2.38],
    ['Bonifacio', 41.39, 9.16],
    ['Hendaye', 43.36, -1.77],
  ])('holds %s with room for its mark', (_, latitude, longitude) => {
    const { width, height, place } = drawingOf([]);
    const at = place({ latitude, longitude });
    for (const [value, size] of [
      [at?.x, width],
      [at?.y, height],
    ] as const) {
      expect(value).toBeGreaterThan(0.02 * size);
      expect(value).toBeLessThan(0.98 * size);
    }
  });

  test.each([
    ['Saint-Denis', -20.88, 55.45, '974'],
    ['Pointe-à-Pitre', 16.24, -61.53, '971'],
    ['Fort-de-France', 14.6, -61.07, '972'],
    ['Cayenne', 4.92, -52.31, '973'],
    ['Mamoudzou', -12.78, 45.23, '976'],
  ])('draws the inset of %s only when a cantine is there', (_, latitude, longitude, code) => {
    const point = { latitude, longitude };
    expect(insetOf(point)).toBe(code);
    expect(drawingOf([LYON]).place(point)).toBeUndefined();
    const drawing = drawingOf([LYON, point]);
    const [square] = drawing.insets;
    const at = drawing.place(point);
    expect(drawing.insets.map((inset) => inset.code)).toEqual([code]);
    expect(at?.x).toBeGreaterThan(square?.x ?? Infinity);
    expect(at?.x).toBeLessThan((square?.x ?? 0) + (square?.size ?? 0));
    expect(at?.y).toBeGreaterThan(square?.y ?? Infinity);
    expect(at?.y).toBeLessThan((square?.y ?? 0) + (square?.size ?? 0));
    expect(drawing.place(LYON)).toEqual(drawingOf([]).place(LYON));
  });

  test('leaves out what is far away', () => {
    for (const [latitude, longitude] of [
      [-22.27, 166.44],
      [40.7, -74],
      [52.5, 13.4],
    ] as const) {
      expect(drawingWith(ALL_INSETS).place({ latitude, longitude })).toBeUndefined();
    }
  });
});

describe('the outline', () => {
  test.each([
    ['alone', []],
    ['with all insets', ALL_INSETS],
  ] as const)('of France %s weighs at most 4 kB compressed, and stays in its frame', (_, codes) => {
    const drawing = drawingWith(codes);
    const path = outlineOf(drawing);
    expect(gzipSync(path).length).toBeLessThanOrEqual(4096);
    expect(path).toMatch(/^(?:M[\d.]+ [\d.]+l[-\d. ]+z)+$/);
    for (const point of pointsOf(path)) {
      expect(point.x).toBeGreaterThan(0);
      expect(point.x).toBeLessThan(drawing.width);
      expect(point.y).toBeGreaterThan(0);
      expect(point.y).toBeLessThan(drawing.height);
    }
    // The mainland, Corsica and some isles; each inset adds its own shores.
    expect(path.split('z').length - 1).toBeGreaterThanOrEqual(4 + codes.length);
  });

  test('passes through Hendaye, the Cap Corse and the end of Brittany', () => {
    const drawing = drawingOf([]);
    const shore = pointsOf(outlineOf(drawing));
    for (const [latitude, longitude] of [
      [43.37, -1.78],
      [43.0, 9.4],
      [48.04, -4.72],
    ] as const) {
      const at = drawing.place({ latitude, longitude }) ?? { x: 0, y: 0 };
      const nearest = Math.min(...shore.map(({ x, y }) => Math.hypot(x - at.x, y - at.y)));
      // 12 kilometres.
      expect(nearest).toBeLessThan(6);
    }
  });

  test('a simplified line keeps its ends and never leaves the tolerance', () => {
    const points = fc.array(fc.record({ x: fc.integer({ min: 0, max: 99 }), y: fc.integer({ min: 0, max: 99 }) }), {
      minLength: 2,
    });
    fc.assert(
      fc.property(points, (line) => {
        const kept = simplify(line, 5);
        expect(kept[0]).toBe(line[0]);
        expect(kept.at(-1)).toBe(line.at(-1));
        for (const point of line) {
          const near = kept.slice(1).map((end, index) => toSegment(point, kept[index] ?? end, end));
          expect(Math.min(...near)).toBeLessThanOrEqual(5);
        }
      }),
    );
  });
});

describe('the marks', () => {
  /** The least distance between the centres of two marks, at widths from a phone to the widest column. */
  function closest(marks: readonly Mark<unknown>[], ratio: number): number {
    let least = Infinity;
    for (let width = 270; width <= 704; width += 7) {
      for (const [index, a] of marks.entries()) {
        for (const b of marks.slice(index + 1)) {
          const dx = ((a.at.x - b.at.x) / 100) * width + a.offset.x - b.offset.x;
          const dy = ((a.at.y - b.at.y) / 100) * width * ratio + a.offset.y - b.offset.y;
          least = Math.min(least, Math.hypot(dx, dy));
        }
      }
    }
    return least;
  }
  const markAll = (places: readonly { latitude: number; longitude: number }[]) => {
    const drawing = drawingOf(places);
    return { marks: marksOf(places, drawing), ratio: drawing.height / drawing.width };
  };

  test('of one city are 24 pixels apart, at all widths, and near it', () => {
    const { marks, ratio } = markAll(Array.from({ length: 12 }, () => LYON));
    expect(marks).toHaveLength(12);
    expect(closest(marks, ratio)).toBeGreaterThanOrEqual(24);
    for (const { offset } of marks) expect(Math.hypot(offset.x, offset.y)).toBeLessThan(70);
  });

  test('anywhere are 24 pixels apart, at all widths, and inside the drawing', () => {
    const place = fc.oneof(inFrance, fc.constant(LYON));
    fc.assert(
      fc.property(fc.array(place, { maxLength: 40 }), (places) => {
        const { marks, ratio } = markAll(places);
        expect(marks).toHaveLength(places.length);
        expect(closest(marks, ratio)).toBeGreaterThanOrEqual(24);
        for (const { at, offset } of marks) {
          expect((at.x / 100) * 270 + offset.x).toBeGreaterThanOrEqual(12);
          expect((at.x / 100) * 270 + offset.x).toBeLessThanOrEqual(258);
        }
      }),
      {
        numRuns: 30,
        examples: [
          [
            [
              { latitude: 43.942, longitude: 0 },
              { latitude: 43, longitude: 0 },
            ],
          ],
        ],
      },
    );
  });

  test('are the same for the same places, and alone stay at their place', () => {
    const places = Array.from({ length: 9 }, () => LYON);
    expect(markAll(places)).toEqual(markAll(places));
    expect(markAll([LYON]).marks).toMatchObject([{ offset: { x: 0, y: 0 } }]);
    expect(markAll([]).marks).toEqual([]);
  });

  test('gather cantines when there is no room for one mark each, losing none', () => {
    const places = Array.from({ length: 2000 }, (_, index) => ({
      latitude: 43 + ((index * 37) % 700) / 100,
      longitude: -1 + ((index * 53) % 700) / 100,
    }));
    const { marks, ratio } = markAll(places);
    expect(marks.length).toBeLessThanOrEqual(MOST_MARKS);
    expect(marks.flatMap((mark) => mark.places)).toHaveLength(2000);
    expect(closest(marks, ratio)).toBeGreaterThanOrEqual(24);
  });
});

describe('the words of the map', () => {
  const cantine = (title: string, status: 'open' | 'preparing', precision: 'address' | 'commune') => ({
    title,
    status,
    precision,
  });

  test('a name tells a status that is not « ouverte »', () => {
    expect(markName({ title: 'Lyon Vaise', status: 'open' })).toBe('Lyon Vaise');
    expect(markName({ title: 'Antony', status: 'preparing' })).toBe('Antony, en préparation');
    expect(groupName([{ title: 'A' }, { title: 'B' }, { title: 'C' }])).toBe('3\u00a0cantines, dont A et B');
  });

  test('a rough place is said', () => {
    const [vaise, metz] = [cantine('Lyon Vaise', 'open', 'commune'), cantine('Metz', 'open', 'address')];
    expect(roughNote([metz])).toBeUndefined();
    expect(roughNote([])).toBeUndefined();
    expect(roughNote([vaise])).toMatch(/^Chaque cantine est placée au milieu/);
    expect(roughNote([vaise, metz])).toBe('Placée au milieu de la commune ou du quartier\u00a0: Lyon Vaise.');
    expect(roughNote([metz, ...Array.from({ length: 6 }, () => vaise)])).toMatch(/\u00a0: 6\u00a0cantines\.$/);
  });

  test('a laid table is full, another is bare linen', () => {
    const nappe = { colour: '#111111', ground: '#eeeeee' };
    expect(inkOf({ status: 'open', nappe })).toEqual({ fill: '#111111', color: '#eeeeee' });
    expect(inkOf({ status: 'preparing', nappe })).toEqual({ fill: '#eeeeee', color: '#111111' });
  });
});

describe('the tiles', () => {
  const url = 'http://127.0.0.1:8080/{z}/{x}/{y}.png';

  test('come from the IGN unless the settings or the build say otherwise', () => {
    expect(tileSource(undefined, {})).toEqual(MAP_TILES);
    expect(tileOrigin(undefined, {})).toBe('https://data.geopf.fr');
    const settings = readOf(
      'settings',
      entryOf('settings', { map: { url: 'https://tuiles.exemple.org/{z}/{x}/{y}' } }),
    ) as never;
    expect(tileOrigin(settings, {})).toBe('https://tuiles.exemple.org');
    expect(tileSource(settings, { TILE_URL: url })).toMatchObject({ url, maxZoom: MAP_TILES.maxZoom });
    expect(tileOrigin(settings, { TILE_URL: url })).toBe('http://127.0.0.1:8080');
  });

  test.each([
    'javascript:{z}{x}{y}',
    'ftp://a/{z}/{x}/{y}',
    'tuiles/{z}/{x}/{y}',
    'https://tuiles.exemple.org/{z}/{x}',
  ])('TILE_URL=%s is refused with a sentence', (bad) => {
    expect(() => tileSource(undefined, { TILE_URL: bad })).toThrow(/^TILE_URL vaut/);
  });
});

function pointsOf(path: string): { x: number; y: number }[] {
  return path.split('z').flatMap((shore) => {
    const numbers = [...shore.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map(Number);
    let [x, y] = [0, 0];
    return Array.from({ length: numbers.length / 2 }, (_, index) => {
      x += numbers[index * 2] ?? 0;
      y += numbers[index * 2 + 1] ?? 0;
      return { x, y };
    });
  });
}

function toSegment(point: { x: number; y: number }, a: { x: number; y: number }, b: { x: number; y: number }): number {
  const steps = 400;
  let least = Infinity;
  for (let step = 0; step <= steps; step += 1) {
    const [x, y] = [a.x + ((b.x - a.x) * step) / steps, a.y + ((b.y - a.y) * step) / steps];
    least = Math.min(least, Math.hypot(point.x - x, point.y - y));
  }
  return least - Math.hypot(b.x - a.x, b.y - a.y) / steps;
}
