import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFound } from '#admin/widgets/select.ts';
import { readNumber, writeNumber } from '#admin/widgets/number.ts';
import { filledIn, type Answered } from '#admin/widgets/filled.ts';

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

test.each([
  ['bonne : inf', true],
  ['Appel a projets', false],
  ['', true],
])('a label is found by « %s »: %s', (typed, found) => {
  expect(isFound({ label: 'Bonne\u00a0: information de 2026' }, typed)).toBe(found);
});

describe('the bar of a folded group', () => {
  const fields = ['E-mail', 'Téléphone', 'Site web', 'Page', 'Lus en', 'Autre'].map((label, index) => ({
    name: `f${index}`,
    label,
  }));

  test.each<[value: Answered, words: string]>([
    [{}, 'Rien encore'],
    [{ f0: '', f1: false, f2: [], f3: { a: '' }, f4: 'unknown' }, 'Rien encore'],
    [{ f1: '04 26 64 79 24', f3: { a: [null, 'x'] } }, '2\u00a0sur\u00a06\u00a0: Téléphone, Page'],
    [{ f0: 0, f1: 'a', f2: 'b', f3: true, f4: 'c' }, '5\u00a0sur\u00a06\u00a0: E-mail, Téléphone, Site web, Page…'],
  ])('%j', (value, words) => {
    expect(filledIn(fields, value)).toBe(words);
  });
});
