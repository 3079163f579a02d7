import { expect, test } from 'vitest';
import { isRough, LOCATION_PRECISION, preciseOf } from '#domain/location.ts';

test.each([
  ['address', true],
  ['street', true],
  ['district', false],
  ['commune', false],
] as const)('a point that designates its %s leads to the door: %s', (precision, precise) => {
  const location = { precision, latitude: 45.76, longitude: 4.83 };
  expect(preciseOf(location)).toBe(precise ? location : undefined);
  expect(isRough(location)).toBe(!precise);
});

test('without a point there is neither', () => {
  expect(preciseOf(undefined)).toBeUndefined();
  expect(isRough(undefined)).toBe(false);
});

test('what a point designates has a name, the most precise first', () => {
  expect(Object.entries(LOCATION_PRECISION)).toEqual([
    ['address', 'L’adresse exacte'],
    ['street', 'La rue'],
    ['district', 'Le quartier ou l’arrondissement'],
    ['commune', 'La commune'],
  ]);
});
