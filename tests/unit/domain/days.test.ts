import { describe, expect, test } from 'vitest';
import { addDays, dayInFrance, daysAfterMonday, daysBetween, isFresh, lastDayOf } from '#domain/days.ts';
import { addMonths, addToMonth } from '#domain/months.ts';

test.each([
  ['2026-11-20T22:59:59Z', '2026-11-20'],
  ['2026-11-20T23:00:00Z', '2026-11-21'],
  ['2026-07-20T21:59:59Z', '2026-07-20'],
  ['2026-07-20T22:00:00Z', '2026-07-21'],
  ['2026-12-31T23:00:00Z', '2027-01-01'],
])('the day in France at %s', (instant, day) => {
  expect(dayInFrance(new Date(instant))).toBe(day);
});

describe('days between', () => {
  test.each([
    ['2026-11-20', '2026-11-20', 0],
    ['2026-11-20', '2026-11-21', 1],
    ['2026-11-21', '2026-11-20', -1],
    ['2026-12-31', '2027-01-01', 1],
    ['2026-03-28', '2026-03-30', 2],
    ['2026-10-24', '2026-10-26', 2],
    ['2028-02-28', '2028-03-01', 2],
    ['2026-11-20', '2027-11-20', 365],
  ])('%s to %s', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });
});

test.each([
  ['2026-11-20', 1, '2026-11-21'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2027-01-01', -1, '2026-12-31'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-03-28', 2, '2026-03-30'],
  ['2026-11-20', 0, '2026-11-20'],
])('%s and %i days is %s', (day, days, expected) => {
  expect(addDays(day, days)).toBe(expected);
});

test.each([
  ['2026-11-16', 0],
  ['2026-11-21', 5],
  ['2026-11-22', 6],
  ['2026-11-23', 0],
])('%s is %i days after its Monday', (day, after) => {
  expect(daysAfterMonday(day)).toBe(after);
});

test.each([
  ['2026-12', 1, '2027-01'],
  ['2026-01', -1, '2025-12'],
  ['2026-11', 14, '2028-01'],
  ['2026-11', 0, '2026-11'],
])('%s and %i months is %s', (month, months, expected) => {
  expect(addToMonth(month, months)).toBe(expected);
});

test.each([
  ['2026-08-31', 6, '2027-02-28'],
  ['2027-08-31', 6, '2028-02-29'],
  ['2026-05-20', 6, '2026-11-20'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2024-02-29', 48, '2028-02-29'],
  ['2026-12-31', 6, '2027-06-30'],
])('%s and %i months is %s', (day, months, expected) => {
  expect(addMonths(day, months)).toBe(expected);
});

describe('the last day that a partial date can mean', () => {
  test.each([
    ['2024', '2024-12-31'],
    ['2024-02', '2024-02-29'],
    ['2025-02', '2025-02-28'],
    ['2024-12', '2024-12-31'],
    ['2024-05-12', '2024-05-12'],
  ])('%s', (date, last) => {
    expect(lastDayOf(date)).toBe(last);
  });
});

describe('a dated fact is trusted for a year', () => {
  test.each([
    ['2025-11-20', '2026-11-20', true],
    ['2025-11-19', '2026-11-20', false],
    ['2025', '2026-11-20', true],
    ['2025', '2027-01-01', false],
    ['2025-11', '2026-11-30', true],
    ['2025-11', '2026-12-01', false],
    [undefined, '2026-11-20', false],
    ['2027', '2026-11-20', true],
  ])('%s on %s: %s', (asOf, today, fresh) => {
    expect(isFresh(asOf, today)).toBe(fresh);
  });
});
