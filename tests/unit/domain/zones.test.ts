import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { dayIn, instantOf, timeIn } from '#domain/zones.ts';

const at = (instant: string) => Date.parse(instant);

describe('the instant of a wall time', () => {
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
    ['2028-02-29T00:00', 'Europe/Paris', '2028-02-28T23:00:00Z'],
    ['2027-06-01T10:15:30', 'Europe/Paris', '2027-06-01T08:15:30Z'],
  ])('%s in %s', (wallTime, zone, instant) => {
    expect(instantOf(wallTime, zone)).toBe(at(instant));
  });

  test.each([
    ['2027-02-30T10:00', 'Europe/Paris'],
    ['2027-02-29T10:00', 'Europe/Paris'],
    ['2027-02-20T24:00', 'Europe/Paris'],
    ['2027-02-20T9:00', 'Europe/Paris'],
    ['demain', 'Europe/Paris'],
    ['', 'Europe/Paris'],
    ['2027-02-20T10:00', 'Europe/Atlantis'],
  ])('%j in %s is refused', (wallTime, zone) => {
    expect(() => instantOf(wallTime, zone)).toThrow(RangeError);
  });

  test('one that is refused is named', () => {
    expect(() => instantOf('2027-02-30T10:00', 'Europe/Paris')).toThrow('No such time: 2027-02-30T10:00');
  });
});

describe('the wall clock at an instant', () => {
  test.each([
    ['Europe/Paris', '2026-11-20T22:59:59Z', '2026-11-20', '23:59'],
    ['Europe/Paris', '2026-11-20T23:00:00Z', '2026-11-21', '00:00'],
    ['Europe/Paris', '2026-07-20T21:59:59Z', '2026-07-20', '23:59'],
    ['Europe/Paris', '2026-12-31T23:00:00Z', '2027-01-01', '00:00'],
    ['America/Guadeloupe', '2027-01-01T03:59:59Z', '2026-12-31', '23:59'],
    ['Indian/Reunion', '2026-12-31T20:00:00Z', '2027-01-01', '00:00'],
    ['Europe/Paris', '2026-03-29T00:59:59Z', '2026-03-29', '01:59'],
    ['Europe/Paris', '2026-03-29T01:00:00Z', '2026-03-29', '03:00'],
    ['Europe/Paris', '2026-10-25T00:30:00Z', '2026-10-25', '02:30'],
    ['Europe/Paris', '2026-10-25T01:30:00Z', '2026-10-25', '02:30'],
    ['Europe/Paris', '2028-02-28T23:00:00Z', '2028-02-29', '00:00'],
  ])('%s at %s', (zone, instant, day, time) => {
    expect(dayIn(zone, new Date(instant))).toBe(day);
    expect(dayIn(zone, at(instant))).toBe(day);
    expect(timeIn(zone, at(instant))).toBe(time);
  });

  test('no instant is refused', () => {
    expect(() => dayIn('Europe/Paris', NaN)).toThrow(RangeError);
  });
});

/** Every ten minutes around the changes of the clock and every 3 h 7 min of five years, in each zone. */
test('agrees with Temporal on more than 50,000 wall times', () => {
  const zones = ['Europe/Paris', 'Europe/Brussels', 'America/Guadeloupe', 'America/Cayenne', 'Indian/Reunion'];
  const walls: number[] = [];
  for (let wall = Date.UTC(2025, 0, 1); wall < Date.UTC(2030, 0, 1); wall += 187 * 60_000) walls.push(wall);
  for (let year = 2025; year < 2030; year++) {
    for (const month of [2, 9]) {
      const sunday = new Date(Date.UTC(year, month, 31));
      sunday.setUTCDate(31 - sunday.getUTCDay());
      for (let minutes = -180; minutes < 360; minutes += 10) walls.push(sunday.getTime() + minutes * 60_000);
    }
  }
  const disagreements: string[] = [];
  let compared = 0;
  for (const zone of zones) {
    for (const wall of walls) {
      const written = new Date(wall).toISOString().slice(0, 16);
      const temporal = Temporal.PlainDateTime.from(written).toZonedDateTime(zone);
      const instant = instantOf(written, zone);
      const back = temporal.toPlainDateTime().toString().slice(0, 16);
      const same =
        instant === temporal.epochMilliseconds && `${dayIn(zone, instant)}T${timeIn(zone, instant)}` === back;
      if (!same) disagreements.push(`${written} in ${zone}: ${temporal.toString()}`);
      compared++;
    }
  }
  expect(disagreements).toEqual([]);
  expect(compared).toBeGreaterThan(50_000);
});
