import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '#domain/days.ts';
import { occasionOn, isClosedOn, type Announced } from '#jobs/ask/calendar.ts';

const closed = (from: string, to: string): Announced => ({ from, to, kind: 'closed' });

/** The days of a year on which another occasion begins. */
function occasions(year: number, announced: readonly Announced[] = []): string[] {
  const days = Array.from({ length: 366 }, (_, index) => addDays(`${year}-01-01`, index));
  const found = days.map((day) => occasionOn(day, announced)).filter(({ from }) => from.startsWith(String(year)));
  return [...new Set(found.map(({ from, season }) => [from, season].filter(Boolean).join(' → ')))];
}

describe('the occasions of a year', () => {
  test('the first Tuesday of each quarter, but in summer one month before September', () => {
    expect(occasions(2027)).toEqual(['2027-01-05', '2027-04-06', '2027-08-01 → 2027-09-01', '2027-10-05']);
  });

  test('a week before the summer closure, when the month before the return is spent in it', () => {
    expect(occasions(2027, [closed('2027-07-24', '2027-08-29')])).toEqual([
      '2027-01-05',
      '2027-04-06',
      '2027-07-17 → 2027-08-30',
      '2027-10-05',
    ]);
  });

  test('a long closure of winter makes a season of its own, and takes the place of the quarter beside it', () => {
    const winter = closed('2027-12-18', '2028-01-16');
    expect(occasions(2027, [winter]).at(-1)).toBe('2027-12-11 → 2028-01-17');
    expect(occasions(2028, [winter])[0]).toBe('2028-04-04');
  });

  test('a short closure, other hours or an extra opening make none', () => {
    const usual = occasions(2027);
    expect(occasions(2027, [closed('2027-05-01', '2027-05-15')])).toEqual(usual);
    expect(occasions(2027, [{ ...closed('2027-05-01', '2027-06-15'), kind: 'changed' }])).toEqual(usual);
  });

  test('whatever is announced, two occasions are six weeks apart at least, and one is there on any day', () => {
    const closure = fc
      .tuple(fc.nat(700), fc.nat(60))
      .map(([start, length]) => closed(addDays('2026-06-01', start), addDays('2026-06-01', start + length)));
    fc.assert(
      fc.property(fc.array(closure, { maxLength: 4 }), (announced) => {
        const all = [...occasions(2026, announced), ...occasions(2027, announced)].map((each) => each.slice(0, 10));
        for (const [index, day] of all.entries()) {
          const next = all[index + 1];
          if (next !== undefined)
            expect(daysBetween(day, next), announced.map(({ to }) => to).join()).toBeGreaterThanOrEqual(42);
        }
        for (const day of ['2026-01-01', '2026-12-31', '2027-08-15']) {
          expect(occasionOn(day, announced).from <= day).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});

test('a closure holds from its first day to its last', () => {
  const announced = [closed('2027-08-01', '2027-08-31')];
  expect(['2027-07-31', '2027-08-01', '2027-08-31', '2027-09-01'].map((day) => isClosedOn(day, announced))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
