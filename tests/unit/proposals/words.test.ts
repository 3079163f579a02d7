import { describe, expect, test } from 'vitest';
import { linesOf } from '#proposals/words.ts';
import { cantines } from '#schemas/cantines.ts';
import { opportunities } from '#schemas/opportunities.ts';

const textsOf = (...given: Parameters<typeof linesOf>) => linesOf(...given).map(({ text }) => text);

describe('a date is said, never spelt', () => {
  test.each([
    ['2021', '2021'],
    ['2020-10', 'octobre 2020'],
    ['2021-03-02', '2\u00a0mars 2021'],
  ])('%s', (date, said) => {
    expect(textsOf(cantines.fields.openedOn, date)).toEqual([said]);
  });

  test('a period of a call', () => {
    const { windows } = opportunities.fields;
    expect(textsOf(windows, [{ opensOn: '2027-10-01', closesOn: '2027-12-08' }])).toEqual([
      'Du 1er\u00a0octobre 2027 au 8\u00a0décembre 2027',
    ]);
    expect(textsOf(windows, [{ closesOn: '2027-12-08', note: 'À midi' }])).toEqual([
      'Jusqu’au 8\u00a0décembre 2027, à midi',
    ]);
  });
});
