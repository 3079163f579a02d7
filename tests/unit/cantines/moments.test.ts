import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAhead, momentsFrom, readMoment, sayMoment, writeMoment, type Moment } from '#cantines/hours/moments.ts';
import { addDays } from '#domain/days.ts';

// A Tuesday.
const TODAY = '2027-01-12';
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('what one may ask for', () => {
  const said = (time: string) => momentsFrom(TODAY, time).map((moment) => sayMoment(moment, TODAY));
  test('today, then each meal of a week', () => {
    expect(said('10:00').slice(0, 6)).toEqual([
      'Aujourd’hui',
      'Ce midi',
      'Ce soir',
      'Demain midi',
      'Demain soir',
      'Jeudi midi',
    ]);
    expect(said('10:00').at(-1)).toBe('Lundi soir');
  });

  test.each([
    ['14:59', 'Ce midi'],
    ['15:00', 'Ce soir'],
    ['22:59', 'Ce soir'],
    ['23:00', 'Demain midi'],
  ])('at %s, %s first', (time, first) => {
    expect(said(time)[1]).toBe(first);
  });
});

test.each<[Moment, string]>([
  [{ day: TODAY, meal: undefined }, 'Aujourd’hui'],
  [{ day: '2027-01-13', meal: undefined }, 'Demain'],
  [{ day: '2027-01-16', meal: 'dinner' }, 'Samedi soir'],
  [{ day: '2027-01-19', meal: 'lunch' }, 'Mardi 19 janvier midi'],
])('%j is said « %s »', (moment, words) => {
  expect(plain(sayMoment(moment, TODAY))).toBe(words);
});

describe('in an address', () => {
  const day = fc.integer({ min: -5_000, max: 5_000 }).map((ahead) => addDays(TODAY, ahead));
  const moment = fc.record({ day, meal: fc.constantFrom('lunch' as const, 'dinner' as const, undefined) });

  test('is read as it was written', () => {
    fc.assert(
      fc.property(moment, (given) => {
        expect(readMoment(writeMoment(given))).toEqual(given);
      }),
    );
  });

  test.each([
    '',
    'midi',
    '2027-02-30',
    '2027-02-31',
    '2027-02-40',
    '2027-13-01-midi',
    '2027-01-12-brunch',
    '2027-01-12-midi-',
    '12/01/2027',
  ])('« %s » is none', (text) => {
    expect(readMoment(text)).toBeUndefined();
  });

  test('whatever is written, it is read without a fault', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{4}-\d\d-\d\d(-midi)?$/)), (text) => {
        const read = readMoment(text);
        if (read) expect(writeMoment(read)).toBe(text);
      }),
    );
  });
});

test.each([
  ['2027-01-11', false],
  [TODAY, true],
  ['2027-01-18', true],
  ['2027-01-19', false],
])('%s may be asked for: %s', (day, expected) => {
  expect(isAhead({ day, meal: 'lunch' }, TODAY)).toBe(expected);
});
