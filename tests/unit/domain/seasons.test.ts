import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthOf } from '#domain/months.ts';
import { isRunning, seasonsFrom, type Season } from '#domain/seasons.ts';

type Rounds = Parameters<typeof seasonsFrom>[0];

const habit = (opens: string[], closes: string[], ...windows: [opensOn?: string, closesOn?: string][]): Rounds => ({
  rhythm: 'annual',
  windows: windows.map(([opensOn, closesOn]) => ({ opensOn, closesOn })),
  usualMonths: { opens, closes },
});

const round = (opensIn: string | undefined, closesIn: string | undefined): Season => ({ opensIn, closesIn });

describe('the rounds to expect on 21 November 2026', () => {
  test.each<[string, Rounds, Season[]]>([
    ['no habit', habit([], []), []],
    ['a closing month that has come', habit([], ['11'], [undefined, '2024-11-29']), [round(undefined, '2026-11')]],
    ['an opening month alone', habit(['12'], []), [round('2026-12', undefined)]],
    ['over a new year', habit(['12'], ['3']), [round('2026-12', '2027-03')]],
    ['begun last month', habit(['10'], ['11']), [round('2026-10', '2026-11')]],
    ['the same month', habit(['1'], ['1']), [round('2027-01', '2027-01')]],
    ['months that touch are one round, from the first', habit(['1', '2'], ['4', '5']), [round('2027-01', '2027-04')]],
    ['December or January', habit([], ['12', '1'], [undefined, '2024-01-15']), [round(undefined, '2026-12')]],
    ['twice a year', habit(['2', '9'], ['4', '11']), [round('2026-09', '2026-11'), round('2027-02', '2027-04')]],
    // This year’s is over, whatever the month says.
    ['the round that closed this month', habit([], ['11'], [undefined, '2026-11-15']), []],
    ['the round that closed early', habit(['8'], ['12'], ['2026-08-01', '2026-10-30']), []],
    ['the round that is announced', habit(['12'], ['3'], ['2026-12-09', '2027-03-01']), []],
    ['the opening after a closing', habit(['12'], [], [undefined, '2026-10-30']), [round('2026-12', undefined)]],
    ['once only', { ...habit(['12'], ['3']), rhythm: 'one-off' }, []],
    ['without habit', { rhythm: 'annual', windows: [] }, []],
  ])('%s', (_, rounds, expected) => {
    expect(seasonsFrom(rounds, '2026-11-21')).toEqual(expected);
  });

  test('two years hold two rounds', () => {
    expect(seasonsFrom(habit(['12'], ['3']), '2026-11-21', 24)).toEqual([
      round('2026-12', '2027-03'),
      round('2027-12', '2028-03'),
    ]);
  });
});

test.each([
  [true, round('2026-11', '2027-01')],
  [false, round('2026-12', '2027-01')],
  [true, round(undefined, '2026-11')],
  [false, round(undefined, '2026-12')],
  [true, round('2026-10', undefined)],
])('running: %s', (running, season) => {
  expect(isRunning(season, '2026-11-21')).toBe(running);
});

const MONTHS = fc.uniqueArray(fc.integer({ min: 1, max: 12 }).map(String));
const DAY = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });

test('a round is always in order, to come or running, in its months, and whatever is written ends', () => {
  fc.assert(
    fc.property(MONTHS, MONTHS, DAY, DAY, (opens, closes, now, last) => {
      const today = now.toISOString().slice(0, 10);
      const seasons = seasonsFrom(habit(opens, closes, [undefined, last.toISOString().slice(0, 10)]), today);
      const marks = seasons.map(({ opensIn, closesIn }) => closesIn ?? opensIn ?? '');
      expect(marks).toEqual([...new Set(marks)].sort());
      for (const { opensIn, closesIn } of seasons) {
        expect((closesIn ?? opensIn ?? '') >= monthOf(today)).toBe(true);
        expect(opensIn === undefined || closesIn === undefined || opensIn <= closesIn).toBe(true);
        if (opensIn !== undefined) expect(opens).toContain(String(Number(opensIn.slice(5))));
        if (closesIn !== undefined) expect(closes).toContain(String(Number(closesIn.slice(5))));
      }
    }),
  );
});
