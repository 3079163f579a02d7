import { describe, expect, test } from 'vitest';
import * as dates from '#domain/date-words.ts';
import * as french from '#domain/french.ts';
import * as numbers from '#domain/numbers.ts';
import { atName, ofName } from '#domain/of-name.ts';

/** Shows the two spaces that do not break: ~ and ^. */
const visible = (text: string) => text.replaceAll('\u00a0', '~').replaceAll('\u202f', '^');

describe('« de » before a name', () => {
  test.each([
    ['Oullins', 'd’Oullins'],
    ['Annecy', 'd’Annecy'],
    ['Aix-en-Provence', 'd’Aix-en-Provence'],
    ['Étampes', 'd’Étampes'],
    ['Œuilly', 'd’Œuilly'],
    ['Hyères', 'd’Hyères'],
    ['Hérouville', 'd’Hérouville'],
    ['Yvetot', 'd’Yvetot'],
    ['Hem', 'de Hem'],
    ['Haguenau', 'de Haguenau'],
    ['Yerville', 'de Yerville'],
    ['Lyon Vaise', 'de Lyon Vaise'],
    ['L’Haÿ-les-Roses', 'de L’Haÿ-les-Roses'],
    ['La Rochelle', 'de La Rochelle'],
    ['Le Havre', 'du Havre'],
    ['le réseau', 'du réseau'],
    ['Les Lilas', 'des Lilas'],
    ['Lens', 'de Lens'],
    ['Antony', 'd’Antony'],
    ['Vieux-Lyon', 'du Vieux-Lyon'],
    ['Vieux-Condé', 'de Vieux-Condé'],
    ['Lesquin', 'de Lesquin'],
  ])('%s: %s', (name, expected) => {
    expect(ofName(name)).toBe(expected);
  });
});

test.each([
  ['Oullins', 'à Oullins'],
  ['La Rochelle', 'à La Rochelle'],
  ['Le Havre (Seine-Maritime)', 'au Havre (Seine-Maritime)'],
  ['Les Lilas', 'aux Lilas'],
  ['Vieux-Lyon', 'au Vieux-Lyon'],
])('« à » before a name: %s', (name, expected) => {
  expect(atName(name)).toBe(expected);
});

describe('numbers', () => {
  test.each([
    [0, '0'],
    [999, '999'],
    [19000, '19^000'],
    [1234567.891, '1^234^567,89'],
    [12.5, '12,5'],
    [-3, '-3'],
  ])('%d', (value, shown) => {
    expect(visible(numbers.formatNumber(value))).toBe(shown);
  });

  test.each([
    [9, '9~€'],
    [12.5, '12,50~€'],
    [10000, '10^000~€'],
    [0, '0~€'],
    [0.5, '0,50~€'],
    [12.345, '12,35~€'],
  ])('%d euros', (value, shown) => {
    expect(visible(numbers.formatEuros(value))).toBe(shown);
  });

  test.each([
    [0, '0~cantine'],
    [1, '1~cantine'],
    [1.5, '1,5~cantine'],
    [2, '2~cantines'],
    [19000, '19^000~cantines'],
    [-1, '-1~cantine'],
    [-2, '-2~cantines'],
  ])('%d of something', (value, shown) => {
    expect(visible(numbers.count(value, 'cantine'))).toBe(shown);
  });

  test('an irregular plural', () => {
    expect(visible(numbers.count(3, 'cheval', 'chevaux'))).toBe('3~chevaux');
  });
});

describe('times and dates', () => {
  test.each([
    ['09:30', '9~h~30'],
    ['19:00', '19~h'],
    ['00:00', '0~h'],
    ['12:05', '12~h~05'],
  ])('%s', (time, shown) => {
    expect(visible(french.formatTime(time))).toBe(shown);
  });

  test.each([
    ['2016', '2016', 'en 2016', '2016', 'de 2016'],
    ['2024-06', 'juin 2024', 'en juin 2024', 'juin 2024', 'de juin 2024'],
    ['2024-01', 'janvier 2024', 'en janvier 2024', 'janvier 2024', 'de janvier 2024'],
    ['2024-08', 'août 2024', 'en août 2024', 'août 2024', 'd’août 2024'],
    ['2024-04', 'avril 2024', 'en avril 2024', 'avril 2024', 'd’avril 2024'],
    ['2024-10', 'octobre 2024', 'en octobre 2024', 'octobre 2024', 'd’octobre 2024'],
    ['2024-06-17', '17~juin 2024', 'le 17~juin 2024', 'le 17~juin 2024', 'du 17~juin 2024'],
    ['2026-11-01', '1er~novembre 2026', 'le 1er~novembre 2026', 'le 1er~novembre 2026', 'du 1er~novembre 2026'],
  ])('%s', (date, shown, when, since, of) => {
    expect(visible(dates.formatDate(date))).toBe(shown);
    expect(visible(dates.formatWhen(date))).toBe(when);
    expect(visible(dates.formatSince(date))).toBe(since);
    expect(visible(dates.formatOf(date))).toBe(of);
  });

  test.each([
    ['2027-01-12', 'mardi 12~janvier 2027'],
    ['2026-12-31', 'jeudi 31~décembre 2026'],
    ['2028-02-29', 'mardi 29~février 2028'],
  ])('the weekday of %s', (date, shown) => {
    expect(visible(dates.formatDay(date))).toBe(shown);
  });

  test.each([
    ['2026-11-01', '2027-02-03', 'du 1er~novembre 2026 au 3~février 2027'],
    [undefined, '2027-02-03', 'jusqu’au 3~février 2027'],
    ['2026-11-20', undefined, 'à partir du 20~novembre 2026'],
    [undefined, undefined, ''],
  ])('a period from %s to %s', (from, to, shown) => {
    expect(visible(dates.formatPeriod(from, to))).toBe(shown);
  });

  test.each([
    [[], ''],
    [['12'], 'décembre'],
    [['12', '1'], 'décembre et janvier'],
    [['3', '6', '9'], 'mars, juin et septembre'],
    [['1', '2', '4', '5', '7'], 'janvier, février, avril, mai et juillet'],
    [['8', '10', '11'], 'août, octobre et novembre'],
    [['13'], ''],
  ])('months %j', (months, shown) => {
    expect(dates.formatMonths(months)).toBe(shown);
  });
});

describe('words', () => {
  test.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a et b'],
    [['a', 'b', 'c'], 'a, b et c'],
  ])('%j', (words, joined) => {
    expect(french.joinWords(words)).toBe(joined);
  });

  test('with another last word', () => {
    expect(french.joinWords(['a', 'b', 'c'], 'ou')).toBe('a, b ou c');
  });
});

describe('shortening', () => {
  test.each([
    ['court', 10, 'court'],
    ['un titre un peu long', 12, 'un titre un…'],
    ['un titre — avec tiret', 12, 'un titre…'],
    ['anticonstitutionnellement', 10, 'antic…'],
    ['juste à la longueur', 19, 'juste à la longueur'],
    ['un signe de trop ici', 19, 'un signe de trop…'],
    // At least half of what is allowed, if a word must be cut for it.
    ['de anticonstitutionnelle', 10, 'de an…'],
    ['Bonjour, à tous et toutes', 10, 'Bonjour…'],
    ['Menu : soupe ; tarte', 7, 'Menu…'],
  ])('%s', (text, length, expected) => {
    const short = french.shorten(text, length);
    expect(short).toBe(expected);
    expect(short.length).toBeLessThanOrEqual(length);
  });
});

test.each([
  ['clôt demain', 'Clôt demain'],
  ['élan', 'Élan'],
  ['', ''],
])('%j begins a sentence as %j', (text, capitalised) => {
  expect(french.capitalised(text)).toBe(capitalised);
});
