import { expect, test } from 'vitest';
import { cityOf, departementOf } from '#domain/insee.ts';

test.each([
  ['69123', '69'],
  ['01053', '01'],
  ['2A004', '2A'],
  ['97411', '974'],
  ['98818', '988'],
  // Overseas by its beginning alone.
  ['69797', '69'],
  ['96000', '96'],
])('the département of %s is %s', (code, departement) => {
  expect(departementOf(code)).toBe(departement);
});

test.each([
  ['75113', '75056'],
  ['69389', '69123'],
  ['13201', '13055'],
  ['33063', undefined],
])('the city of the district %s is %s', (district, city) => {
  expect(cityOf(district)).toBe(city);
});
