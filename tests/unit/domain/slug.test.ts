import { expect, test } from 'vitest';
import { slugOf } from '#domain/slug.ts';

test.each([
  ['Épicerie d’Œuvre', 'epicerie-d-oeuvre'],
  ['Ex æquo, Lætitia', 'ex-aequo-laetitia'],
  ['  -- Appel 2027 : « À table ! » --  ', 'appel-2027-a-table'],
  ['Croix-Rousse', 'croix-rousse'],
  ['…', ''],
])('%s', (text, slug) => {
  expect(slugOf(text)).toBe(slug);
});

test.each([
  ['at a letter', 'la cantine', 5, 'la-ca'],
  ['never at a hyphen', 'la -- cantine', 3, 'la'],
  ['the hyphens before it are not counted', '-- la cantine', 10, 'la-cantine'],
])('cut %s', (_title, text, length, slug) => {
  expect(slugOf(text, length)).toBe(slug);
});

test('is of 200 characters at most', () => {
  expect(slugOf('a'.repeat(300))).toHaveLength(200);
});
