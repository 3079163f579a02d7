import { expect, test } from 'vitest';
import { instantOf } from '../../src/domain/sessions.ts';

test.each([
  ['2027-01-12T18:30', 'Europe/Paris', '2027-01-12T17:30:00Z'],
  ['2027-07-12T18:30', 'Europe/Paris', '2027-07-12T16:30:00Z'],
  ['2027-01-12T18:30', 'Indian/Reunion', '2027-01-12T14:30:00Z'],
  ['2027-07-12T18:30', 'Indian/Reunion', '2027-07-12T14:30:00Z'],
  ['2027-01-12T18:30', 'America/Guadeloupe', '2027-01-12T22:30:00Z'],
  ['2027-01-12T22:30', 'America/Cayenne', '2027-01-13T01:30:00Z'],
  // 28 March 2027: the clock goes from 2 h to 3 h. A skipped time moves forward.
  ['2027-03-28T01:59', 'Europe/Paris', '2027-03-28T00:59:00Z'],
  ['2027-03-28T02:30', 'Europe/Paris', '2027-03-28T01:30:00Z'],
  ['2027-03-28T03:00', 'Europe/Paris', '2027-03-28T01:00:00Z'],
  // 31 October 2027: 2 h 30 comes twice. The first is meant.
  ['2027-10-31T02:30', 'Europe/Paris', '2027-10-31T00:30:00Z'],
  ['2027-10-31T03:00', 'Europe/Paris', '2027-10-31T02:00:00Z'],
  ['2026-12-31T23:30', 'Europe/Paris', '2026-12-31T22:30:00Z'],
])('%s in %s', (wallTime, zone, instant) => {
  expect(instantOf(wallTime, zone)).toBe(instant);
});

test('a time without a meaning is refused', () => {
  expect(() => instantOf('2027-02-30T10:00', 'Europe/Paris')).toThrow(RangeError);
  expect(() => instantOf('2027-02-20T10:00', 'Europe/Atlantis')).toThrow(RangeError);
});
