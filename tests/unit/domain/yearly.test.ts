import { expect, test } from 'vitest';
import { isToConfirm, sayYearOn } from '#domain/yearly.ts';

test.each([
  ['2025', '2025-12-31', 'chiffre de 2025'],
  ['2025', '2026-01-01', 'chiffre de 2025\u00a0: celui de 2026 est à confirmer'],
  ['2025-02-14', '2026-11-22', 'chiffre de 2025\u00a0: celui de 2026 est à confirmer'],
  ['2024', '2026-11-22', 'chiffre de 2024\u00a0: celui de 2026 est à confirmer'],
  // Known in autumn for the year that comes.
  ['2027', '2026-11-22', 'chiffre de 2027'],
])('a figure of %s, on %s', (asOf, today, words) => {
  expect(sayYearOn(asOf, today)).toBe(words);
  expect(isToConfirm(asOf, today)).toBe(words.includes('à confirmer'));
});
