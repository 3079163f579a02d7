import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cohortPhases, sayCohort, sayCohortDates } from '#ouvrir/cohort-words.ts';
import { begunFrom, joinableUntil, nextCohort as next, type CohortDates } from '#ouvrir/cohorts.ts';

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

/** What is said of a promotion on a day at noon, spaces as one types them. */
const saidOn = (cohort: CohortDates, day: string) => {
  const now = Date.parse(`${day}T12:00:00Z`);
  return cohortPhases(cohort)
    .find(({ until }) => until === undefined || now < until)
    ?.words.replaceAll('\u00a0', ' ');
};

const OPEN = 'Début : octobre 2026 · Fiche-projet à envoyer';
const passed: CohortDates = { season: 'october', startsOn: '2026-10' };

test.each<[day: string, cohort: CohortDates, words: string]>([
  ['2026-09-30', passed, `${OPEN} avant une date qui reste à fixer`],
  ['2026-10-01', passed, 'Début : octobre 2026 · On ne peut plus s’y joindre'],
  ['2026-10-31', passed, 'Début : octobre 2026 · On ne peut plus s’y joindre'],
  ['2026-11-01', passed, 'Elle a commencé en octobre 2026 : on ne peut plus s’y joindre'],
  ['2026-11-21', passed, 'Elle a commencé en octobre 2026 : on ne peut plus s’y joindre'],
  ['2028-01-21', october, 'Elle a commencé en octobre 2027 : on ne peut plus s’y joindre'],
  ['2026-06-15', { ...passed, applyBy: '2026-06-15' }, `${OPEN} au plus tard le 15 juin 2026`],
  ['2026-06-16', { ...passed, applyBy: '2026-06-15' }, 'Début : octobre 2026 · On ne peut plus s’y joindre'],
  ['2027-03-12', { ...march, startsOn: '2027-03-12' }, 'Début : le 12 mars 2027 · On ne peut plus s’y joindre'],
  ['2027-03-13', { ...march, startsOn: '2027-03-12' }, 'Elle a commencé le 12 mars 2027 : on ne peut plus s’y joindre'],
])('on %s, of %j', (day, cohort, words) => {
  expect(saidOn(cohort, day)).toBe(words);
});

test('once past, a promotion stays past, and nobody is asked to send anything after it may be joined', () => {
  const cohort = fc.record({
    season: fc.constantFrom('march' as const, 'october' as const),
    startsOn: fc.constantFrom('2026', '2026-10', '2027-03', '2027-03-12'),
    applyBy: fc.option(fc.constantFrom('2026-01-15', '2026-10-01'), { nil: undefined }),
  });
  const now = fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2030, 0) });
  fc.assert(
    fc.property(cohort, now, (given, at) => {
      const words = cohortPhases(given).find(({ until }) => until === undefined || at < until)?.words ?? '';
      expect(words.includes('à envoyer')).toBe(at < joinableUntil(given));
      expect(words.startsWith('Elle a commencé')).toBe(at >= begunFrom(given));
    }),
  );
});

test.each<[CohortDates, string]>([
  [passed, 'Début : octobre 2026 · Date limite des fiches-projet : bientôt annoncée'],
  [{ ...march, applyBy: '2027-01-15' }, 'Début : mars 2027 · Date limite des fiches-projet : 15\u00a0janvier 2027'],
])('without scripts, what is said holds at any date: %j', (cohort, words) => {
  expect(sayCohortDates(cohort)).toBe(words);
});
