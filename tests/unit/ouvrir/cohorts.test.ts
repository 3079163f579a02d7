import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sayCohort } from '#ouvrir/cohort-words.ts';
import { joinableUntil, nextCohort as next, type CohortDates } from '#ouvrir/cohorts.ts';

const march: CohortDates = { season: 'march', startsOn: '2027-03' };
const october: CohortDates = { season: 'october', startsOn: '2027-10' };

const nextCohort = (cohorts: readonly CohortDates[], day: string) =>
  next(
    cohorts.map((cohort) => ({ cohort, until: joinableUntil(cohort) })),
    Date.parse(`${day}T12:00:00Z`),
  )?.cohort;

describe('the promotion that a team may join', () => {
  test.each<[string, CohortDates[], string, CohortDates | undefined]>([
    ['the first to begin', [october, march], '2026-11-21', march],
    ['until the eve of its month', [march, october], '2027-02-28', march],
    ['not once its month has come', [march, october], '2027-03-01', october],
    ['none once all have begun', [march, october], '2027-10-01', undefined],
    ['none at all', [], '2027-01-01', undefined],
    [
      'until its deadline',
      [{ ...march, applyBy: '2027-01-15' }, october],
      '2027-01-15',
      { ...march, applyBy: '2027-01-15' },
    ],
    ['not after its deadline', [{ ...march, applyBy: '2027-01-15' }, october], '2027-01-16', october],
    [
      'until the eve of its day',
      [{ ...march, startsOn: '2027-03-12' }],
      '2027-03-11',
      { ...march, startsOn: '2027-03-12' },
    ],
    ['not on its day', [{ ...march, startsOn: '2027-03-12' }], '2027-03-12', undefined],
    [
      'a year alone begins with its season',
      [
        { ...october, startsOn: '2027' },
        { ...march, startsOn: '2027' },
      ],
      '2027-01-02',
      { ...march, startsOn: '2027' },
    ],
  ])('%s', (_name, cohorts, today, expected) => {
    expect(nextCohort(cohorts, today)).toEqual(expected);
  });
});

test.each<[CohortDates, string]>([
  [march, 'Prochaine promotion\u00a0: mars 2027, date limite des candidatures à fixer.'],
  [
    { ...march, applyBy: '2027-01-15' },
    'Prochaine promotion\u00a0: mars 2027, candidatures jusqu’au 15\u00a0janvier 2027.',
  ],
  [{ ...october, startsOn: '2027' }, 'Prochaine promotion\u00a0: octobre 2027, date limite des candidatures à fixer.'],
])('said in one sentence: %j', (cohort, words) => {
  expect(sayCohort(cohort)).toBe(words);
});

test('as time goes by, the next promotion never comes back to an earlier one', () => {
  const month = fc
    .integer({ min: 0, max: 47 })
    .map((n) => `${2026 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`);
  const cohort = fc.record({ season: fc.constantFrom('march' as const, 'october' as const), startsOn: month });
  const day = fc
    .integer({ min: 0, max: 1460 })
    .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(fc.array(cohort, { maxLength: 8 }), day, day, (cohorts, a, b) => {
      const first = nextCohort(cohorts, a < b ? a : b);
      const second = nextCohort(cohorts, a < b ? b : a);
      expect((second?.startsOn ?? '9999') >= (first?.startsOn ?? '9999')).toBe(true);
    }),
  );
});

test('is no longer joined at the instant that ends it', () => {
  expect(next([{ until: 5 }], 4)).toEqual({ until: 5 });
  expect(next([{ until: 5 }], 5)).toBeUndefined();
});

test('the day is that of the zone', () => {
  expect(joinableUntil(march)).toBe(Date.parse('2027-02-28T23:00Z'));
  expect(joinableUntil(march, 'America/Martinique')).toBe(Date.parse('2027-03-01T04:00Z'));
  expect(joinableUntil({ ...march, applyBy: '2027-01-15' })).toBe(Date.parse('2027-01-15T23:00Z'));
});
