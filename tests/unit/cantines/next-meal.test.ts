import { describe, expect, test } from 'vitest';
import type { CantineRecord } from '#cantines/finder/finder.ts';
import { placeToKeep } from '#cantines/near/kept-place.ts';
import { nextMealNear, sayNextMeal } from '#cantines/near/next-meal.ts';

const cantine = (
  slug: string,
  latitude: number,
  meals: readonly (readonly ['tuesday' | 'friday', string])[],
  over: Partial<CantineRecord> = {},
): CantineRecord => ({
  slug,
  title: slug,
  status: 'open',
  point: { latitude, longitude: 4.84, precision: 'address' },
  timetable: {
    timezone: 'Europe/Paris',
    slots: meals.map(([day, opens]) => ({ day, kind: 'meal' as const, opens })),
    exceptions: [],
    publicHolidays: 'open',
    holidayZone: 'metropole',
  },
  cookBooking: 'unknown',
  eatBooking: 'unknown',
  stepFree: 'unknown',
  wheelchairToilet: 'unknown',
  diets: [],
  asOf: { hours: '2027-01' },
  ...over,
});

const HOME = { latitude: 45.76, longitude: 4.84 };
const NEAR = 45.77;
const NEXT_TOWN = 45.9;
const FAR = 48.85;
// A Tuesday, 9 h in Paris, and the Wednesday after.
const TUESDAY = Date.parse('2027-01-12T08:00:00Z');
const WEDNESDAY = TUESDAY + 24 * 3_600_000;

describe('the next meal near a place', () => {
  const near = cantine('near', NEAR, [['friday', '12:30']]);
  const neighbour = cantine('neighbour', NEXT_TOWN, [['tuesday', '12:15']]);
  const far = cantine('far', FAR, [['tuesday', '12:00']]);

  test.each([
    ['is the soonest around, not the nearest later', [near, neighbour, far], TUESDAY, 'neighbour', '2027-01-12'],
    [
      'is at the nearest when both serve the same one',
      [
        neighbour,
        cantine('near', NEAR, [
          ['tuesday', '19:00'],
          ['tuesday', '12:30'],
        ]),
      ],
      TUESDAY,
      'near',
      '2027-01-12',
    ],
    ['leaves what is too far to go to', [near, far], TUESDAY, 'near', '2027-01-15'],
    ['is at the nearest, however far, when nothing else is', [far], TUESDAY, 'far', '2027-01-12'],
    ['comes back the week after', [neighbour], WEDNESDAY, 'neighbour', '2027-01-19'],
    [
      'leaves what is not open',
      [cantine('near', NEAR, [['tuesday', '12:30']], { status: 'paused' }), neighbour],
      TUESDAY,
      'neighbour',
      '2027-01-12',
    ],
  ] as const)('%s', (_name, records, now, slug, day) => {
    const next = nextMealNear(records, HOME, now);
    expect([next?.found.record.slug, next?.moment?.day]).toEqual([slug, day]);
  });

  test('is nothing where nothing is open', () => {
    expect(nextMealNear([cantine('closed', NEAR, [], { status: 'closed' })], HOME, TUESDAY)).toBeUndefined();
  });

  test.each([
    [near, TUESDAY, 'Vendredi midi\u00a0: à table à 12\u00a0h\u00a030'],
    [
      cantine('old', NEAR, [['friday', '12:30']], { asOf: { hours: '2023' } }),
      TUESDAY,
      'Vendredi midi\u00a0: à table à 12\u00a0h\u00a030 (horaires de 2023, à confirmer)',
    ],
    [cantine('unknown', NEAR, []), TUESDAY, 'Pas de repas connu cette semaine\u00a0: demandez avant de venir'],
  ])('is told with its doubt', (record, now, told) => {
    const next = nextMealNear([record], HOME, now);
    expect(next && sayNextMeal(next, now)).toBe(told);
  });
});

describe('a place to keep', () => {
  test('is what names it and where it is, and nothing else of its record', () => {
    const record = { ...HOME, precision: 'exact' as const, code: '69149', keys: ['oullins'], population: 26_000 };
    expect(JSON.parse(JSON.stringify(placeToKeep({ value: 'oullins', label: 'Oullins (69)' }, record)))).toEqual({
      label: 'Oullins (69)',
      token: 'oullins',
      origin: { ...HOME, precision: 'exact', code: '69149' },
    });
  });

  test('is never a position, which has no name', () => {
    expect(placeToKeep({ value: '', label: '' }, HOME)).toBeUndefined();
  });
});
