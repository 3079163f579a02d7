/** The curves of figures: every source a point, no false trend, and conflicts said. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chartOf } from '#figures/chart.ts';
import { conflictsOf } from '#figures/conflicts.ts';
import { CANTINES_CURVE, CURVES } from '#figures/measures.ts';
import { pointsOf, type FigureEntry } from '#figures/points.ts';
import { progressOf } from '#figures/progress.ts';
import { roundTicks, yearTicks } from '#figures/scale.ts';
import { seriesOf } from '#figures/series.ts';
import { disagreementsOf, sayCounted, sayCurve, sayDoubt, sayLatest } from '#figures/told.ts';
import type { Figure, Measure } from '#schemas/figures.ts';
import { entryOf, readOf } from '../../support/entries.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const figure = (id: string, changes: Partial<Figure>): FigureEntry => ({
  id,
  data: { ...(readOf('figures', entryOf('figures')) as unknown as Figure), measure: 'cantines', ...changes },
});
const NETWORK = [
  figure('premiere', { value: 1, unit: 'cantine', asOf: '2016-09' }),
  figure('environ', { value: 7, asOf: '2021', asOfUntil: '2022', estimated: true }),
  figure('douze', { value: 12, asOf: '2023', sourceTitle: 'Une revue' }),
  figure('treize', { value: 13, asOf: '2023', sourceTitle: 'Une page' }),
  figure('automne', { value: 13, asOf: '2023-11' }),
  figure('but', { value: 50, asOf: '2025', target: true }),
  figure('sans-mesure', { value: 300, asOf: '2020', measure: undefined }),
  figure('exemple', { value: 41, asOf: '2019', demo: true }),
];
const points = pointsOf(NETWORK, CANTINES_CURVE.measures);

describe('the points of a curve', () => {
  test('are the figures of its measure by date, but for ambitions and examples', () => {
    expect(points.map(({ slug }) => slug)).toEqual(['premiere', 'environ', 'douze', 'treize', 'automne']);
  });

  test('stand in the middle of the days that their date may mean', () => {
    expect(points.map(({ at }) => Math.round(at * 10) / 10)).toEqual([2016.7, 2022, 2023.5, 2023.5, 2023.9]);
  });
});

describe('a conflict', () => {
  const slugsOf = (measure: Measure, ...dates: [value: number, asOf: string, estimated?: boolean][]) =>
    conflictsOf(
      pointsOf(
        dates.map(([value, asOf, estimated = false]) =>
          figure(`${value} ${asOf}`, { measure, value, asOf, estimated }),
        ),
        [measure],
      ),
    ).map((group) => group.map(({ slug }) => slug));

  test.each([
    [
      'two counts of one month',
      'cantines',
      [
        [17, '2026-01'],
        [18, '2026-01'],
      ],
      1,
    ],
    [
      'two counts of one year',
      'repas-par-an',
      [
        [54_000, '2023'],
        [35_000, '2023'],
      ],
      1,
    ],
    [
      'a count of a year, told within it',
      'repas-par-an',
      [
        [54_000, '2023'],
        [35_000, '2023-11'],
      ],
      1,
    ],
    [
      'what may have grown within the year',
      'cantines',
      [
        [12, '2023'],
        [13, '2023-11'],
      ],
      0,
    ],
    [
      'two years',
      'repas-par-an',
      [
        [54_000, '2023'],
        [35_000, '2022'],
      ],
      0,
    ],
    [
      'an estimated date',
      'cantines',
      [
        [6, '2021', true],
        [7, '2021'],
      ],
      0,
    ],
    [
      'sources that agree',
      'cantines',
      [
        [14, '2024-06'],
        [14, '2024-06'],
      ],
      0,
    ],
  ] as const)('%s', (_name, measure, dates, groups) => {
    expect(slugsOf(measure, ...dates.map((each) => [...each] as [number, string, boolean?]))).toHaveLength(groups);
  });

  test('is of one measure', () => {
    const two = [figure('a', { asOf: '2023', value: 1 }), figure('b', { asOf: '2023', value: 2, measure: 'projets' })];
    expect(conflictsOf(pointsOf(two, ['cantines', 'projets']))).toEqual([]);
  });

  test('is the same whatever the order of the figures', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(NETWORK, { minLength: NETWORK.length }), (figures) => {
        expect(conflictsOf(pointsOf(figures, ['cantines'])).map((group) => group.map(({ slug }) => slug))).toEqual([
          ['douze', 'treize'],
        ]);
      }),
    );
  });
});

describe('the ticks', () => {
  test.each([
    [18, [0, 5, 10, 15, 20]],
    [54_000, [0, 20_000, 40_000, 60_000]],
    [3, [0, 1, 2, 3]],
    [0, [0, 1]],
  ])('up to %d are round', (max, ticks) => {
    expect(roundTicks(max)).toEqual(ticks);
  });

  test('hold any greatest value within one step, and are few', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e9, noNaN: true }), (max) => {
        const ticks = roundTicks(max);
        const [step = 0, last = 0] = [ticks[1], ticks.at(-1)];
        expect(last).toBeGreaterThanOrEqual(max);
        expect(last - max).toBeLessThan(step);
        expect(ticks.length).toBeLessThanOrEqual(6);
      }),
    );
  });

  test('of years end with the last', () => {
    expect(yearTicks(2016, 2026)).toEqual([2016, 2018, 2020, 2022, 2024, 2026]);
    expect(yearTicks(2023, 2023)).toEqual([2023]);
  });
});

describe('the drawing', () => {
  const chart = chartOf(points, true);

  test('holds every point within its frame', () => {
    expect(chart?.marks).toHaveLength(points.length);
    for (const { x, y } of chart?.marks ?? []) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(100);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThan(100);
    }
  });

  test('joins what differs, and opens its line there; estimated dates are beside the line', () => {
    expect(chart?.gaps).toHaveLength(1);
    const heights = (x: number) => chart?.band.filter((place) => place.x === x).map(({ y }) => y);
    const [year] = chart?.gaps[0] ?? [];
    expect(heights(year?.x ?? 0)).toEqual([13.33, 20]);
    expect(chart?.band).toHaveLength(6);
  });

  test('has no line where the counts are not of one kind, and is not without points', () => {
    expect(chartOf(points, false)?.band).toEqual([]);
    expect(chartOf([], true)).toBeUndefined();
  });
});

describe('the words of a curve', () => {
  test('tell its ends, with their doubt', () => {
    const two = [...NETWORK, figure('a', { value: 17, asOf: '2026-01' }), figure('b', { value: 18, asOf: '2026-01' })];
    expect(plain(sayCurve(pointsOf(two, ['cantines']), true))).toBe(
      'de 1 cantine en septembre 2016 à 17 ou 18 cantines en janvier 2026',
    );
  });

  test('tell estimated counts where a curve has no other, as its drawing shows them', () => {
    const estimated = ['2021', '2023'].map((asOf) => figure(asOf, { value: 7, asOf, estimated: true }));
    const guessed = pointsOf(estimated, ['cantines']);
    expect(chartOf(guessed, true)?.marks).toHaveLength(2);
    expect(plain(sayCurve(guessed, true))).toBe('de 7 cantines vers 2021 à 7 cantines vers 2023');
    expect(plain(sayCurve(guessed.slice(0, 1), true))).toBe('7 cantines vers 2021');
  });

  test('tell the last count by itself', () => {
    expect(plain(sayLatest(points) ?? '')).toBe('13 cantines en novembre 2023');
    expect(sayLatest(pointsOf([figure('x', { asOf: '2021', estimated: true })], ['cantines']))).toBeUndefined();
  });

  test('tell each date where no line tells a trend', () => {
    expect(plain(sayCurve(points.slice(0, 2), false))).toBe(
      '1 cantine en septembre 2016 et 7 cantines vers 2021 ou 2022',
    );
    expect(sayCurve([], true)).toBe('');
  });

  test('name who disagrees', () => {
    expect(disagreementsOf(points).map(({ when, counts }) => [when, ...counts.map(({ source }) => source)])).toEqual([
      ['en 2023', 'Une revue', 'Une page'],
    ]);
  });
});

describe('a figure by itself', () => {
  const [twelve, thirteen] = NETWORK.filter(({ data }) => data.asOf === '2023');
  const firstOf = (figures: readonly FigureEntry[]) => figures[0] ?? figure('none', {});

  test('is told with what other sources of its date give', () => {
    expect(plain(sayDoubt(thirteen ?? firstOf([]), NETWORK))).toBe(', ou 12 selon Une revue');
    expect(plain(sayCounted(thirteen ?? firstOf([]), NETWORK))).toBe('12 ou 13 cantines en 2023');
    expect(plain(sayCounted(twelve ?? firstOf([]), NETWORK))).toBe('12 ou 13 cantines en 2023');
  });

  test.each(['premiere', 'environ', 'automne', 'sans-mesure', 'but', 'exemple'])(
    'has no doubt where nobody differs: %s',
    (id) => {
      const alone = firstOf(NETWORK.filter((each) => each.id === id));
      expect(sayDoubt(alone, NETWORK)).toBe('');
      expect(sayCounted(alone, NETWORK)).not.toContain(' ou 1');
    },
  );

  test('is told with its date, or without when it has none', () => {
    expect(plain(sayCounted(figure('a', { value: 9, asOf: '2022-07', measure: undefined }), []))).toBe(
      '9 cantines en juillet 2022',
    );
    expect(plain(sayCounted(figure('a', { value: 9, asOf: undefined, measure: undefined }), []))).toBe('9 cantines');
  });
});

test('each measure is on one curve at most', () => {
  const drawn = CURVES.flatMap(({ measures }) => measures);
  expect(new Set(drawn).size).toBe(drawn.length);
});

test('a series lists its latest figures first, and a series without any is not there', () => {
  const listed = seriesOf([...NETWORK, figure('undated', { value: 3, asOf: undefined, measure: undefined })]);
  expect(listed.map(({ name, figures }) => [name, ...figures.map(({ id }) => id)])).toEqual([
    ['cantines', 'but', 'automne', 'treize', 'douze', 'environ', 'sans-mesure', 'exemple', 'premiere', 'undated'],
  ]);
});

describe('the way to an ambition', () => {
  const guests = (changes: Partial<Figure>) => figure(`${changes.value}`, { measure: 'convives-par-an', ...changes });
  const target = guests({ value: 100_000, target: true });

  test('is counted from the latest count', () => {
    const figures = [guests({ value: 19_900, asOf: '2024' }), guests({ value: 12_000, asOf: '2020' }), target];
    expect(progressOf(figures, 'convives-par-an')).toMatchObject({ now: { id: '19900' }, served: 19 });
  });

  test('is counted from the lowest of two counts of one year, whatever their names, and says the other', () => {
    const [low, high] = [
      guests({ value: 19_900, asOf: '2024' }),
      guests({ value: 40_000, asOf: '2024', sourceTitle: 'Un autre' }),
    ];
    for (const counts of [
      [low, high],
      [high, low],
    ]) {
      const progress = progressOf([...counts, target], 'convives-par-an');
      expect(progress).toMatchObject({ now: { id: '19900' }, served: 19 });
      expect(plain(progress?.doubt ?? '')).toBe(', ou 40 000 selon Un autre');
    }
  });

  test('is counted from no example, and to none', () => {
    const counted = guests({ value: 12_000, asOf: '2020' });
    const example = guests({ value: 90_000, asOf: '2030', demo: true });
    expect(progressOf([counted, example, target], 'convives-par-an')?.served).toBe(12);
    expect(
      progressOf([counted, { ...target, data: { ...target.data, demo: true } }], 'convives-par-an'),
    ).toBeUndefined();
  });

  test('never goes past its end, and needs both', () => {
    expect(progressOf([guests({ value: 120_000, asOf: '2030' }), target], 'convives-par-an')?.served).toBe(100);
    expect(progressOf([target], 'convives-par-an')).toBeUndefined();
    expect(progressOf([guests({ value: 1, asOf: '2024' })], 'convives-par-an')).toBeUndefined();
  });
});
