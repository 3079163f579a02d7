import { describe, expect, test } from 'vitest';
import { addressLine, countryOf, dialLink, fullName, internationalNumber, shownUrl, townOf } from '#domain/address.ts';

describe('an address on one line', () => {
  test.each([
    ['whole', { streetAddress: '34 rue Joseph-Dufour', postalCode: '71000' }, '34 rue Joseph-Dufour, 71000 Mâcon'],
    ['without a street', { postalCode: '71000' }, '71000 Mâcon'],
    ['without a postcode', { streetAddress: '34 rue Joseph-Dufour' }, '34 rue Joseph-Dufour, Mâcon'],
    ['the commune alone', {}, 'Mâcon'],
    ['left empty', { streetAddress: '', postalCode: '' }, 'Mâcon'],
  ])('%s', (_title, given, line) => {
    expect(addressLine({ ...given, addressLocality: 'Mâcon' })).toBe(line);
  });

  test('its end, the town, stands alone', () => {
    expect(townOf({ streetAddress: '34 rue Joseph-Dufour', postalCode: '71000', addressLocality: 'Mâcon' })).toBe(
      '71000 Mâcon',
    );
  });
});

test.each([
  ['Europe/Paris', 'France'],
  ['Europe/Brussels', 'Belgique'],
  ['Indian/Reunion', 'France'],
] as const)('a cantine in the zone %s is in %s', (timezone, country) => {
  expect(countryOf(timezone)).toBe(country);
});

describe('a number dialled from anywhere', () => {
  test.each([
    ['04 26 64 79 24', 'Europe/Paris', '+33 4 26 64 79 24'],
    ['02 123 45 67', 'Europe/Brussels', '+32 2 123 45 67'],
    ['0590 12 34 56', 'America/Guadeloupe', '+590 590 12 34 56'],
    ['0596 12 34 56', 'America/Martinique', '+596 596 12 34 56'],
    ['0594 12 34 56', 'America/Cayenne', '+594 594 12 34 56'],
    ['0262 12 34 56', 'Indian/Reunion', '+262 262 12 34 56'],
    ['0269 12 34 56', 'Indian/Mayotte', '+262 269 12 34 56'],
  ] as const)('%s in %s', (telephone, timezone, dialled) => {
    expect(internationalNumber(telephone, timezone)).toBe(dialled);
    expect(dialLink(telephone, timezone)).toBe(`tel:${dialled.replaceAll(' ', '')}`);
  });

  test.each([
    ['points', '04.26.64.79.24', '+33 4 26 64 79 24'],
    ['hyphens and several spaces', '04-26  64 - 79 24', '+33 4 26 64 79 24'],
    ['a number that is international already, zeros inside', '+33 4 00 64 79 20', '+33 4 00 64 79 20'],
  ])('written with %s', (_title, telephone, dialled) => {
    expect(internationalNumber(telephone, 'Europe/Paris')).toBe(dialled);
  });
});

test.each([
  ['https://macon.lespetitescantines.org/', 'macon.lespetitescantines.org'],
  ['http://www.exemple.org', 'exemple.org'],
  ['HTTPS://WWW.exemple.org/a/', 'exemple.org/a'],
  ['https://exemple.org/?u=https://www.autre.org/b', 'exemple.org/?u=https://www.autre.org/b'],
  ['https://wwwexemple.org', 'wwwexemple.org'],
])('what one says of %s', (url, shown) => {
  expect(shownUrl(url)).toBe(shown);
});

test.each([
  ['Mâcon', 'Les Petites Cantines Mâcon'],
  ['Les petites cantines de Lyon', 'Les petites cantines de Lyon'],
])('%s in an address book', (title, name) => {
  expect(fullName(title)).toBe(name);
});
