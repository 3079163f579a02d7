import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumber, writeNumber } from '#admin/widgets/number.ts';

describe('a number in a form', () => {
  test.each<[text: string, value: number | string]>([
    ['5000,50', 5000.5],
    ['5000.50', 5000.5],
    ['5 000,50', 5000.5],
    ['10\u00a0000', 10_000],
    ['-2', -2],
    ['', ''],
    ['  ', ''],
    ['douze', 'douze'],
    ['5000,', '5000,'],
    ['1,2,3', '1,2,3'],
    ['12 €', '12 €'],
  ])('« %s »', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  test('is read again as it is shown', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (value) => {
        fc.pre(!/e/.test(String(value)) && !Object.is(value, -0));
        expect(readNumber(writeNumber(value))).toBe(value);
      }),
    );
  });
});
