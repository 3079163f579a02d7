import fc from 'fast-check';
import OpeningHours from 'opening_hours';
import { describe, expect, test } from 'vitest';
import { planOf, type OpeningException, type Timetable } from '#domain/opening.ts';
import { instantOf } from '#domain/zones.ts';
import { osmHours } from '#cantines/feeds/osm-hours.ts';

const table = (changes: Partial<Timetable>): Timetable => ({
  timezone: 'Europe/Paris',
  slots: [],
  exceptions: [],
  publicHolidays: 'open',
  holidayZone: 'metropole',
  ...changes,
});
const meal = (day: Timetable['slots'][number]['day'], opens?: string, closes?: string) => ({
  day,
  kind: 'meal' as const,
  opens,
  closes,
});

test.each<[string, Partial<Timetable>, string | undefined]>([
  ['nothing known', {}, undefined],
  [
    'days that follow one another',
    {
      slots: [
        meal('tuesday', '12:30', '14:00'),
        meal('wednesday', '12:30', '14:00'),
        meal('thursday', '12:30', '14:00'),
        meal('saturday', '12:30', '14:00'),
      ],
    },
    'Tu-Th,Sa 12:30-14:00',
  ],
  [
    'two days',
    { slots: [meal('tuesday', '12:30', '14:00'), meal('wednesday', '12:30', '14:00')] },
    'Tu,We 12:30-14:00',
  ],
  [
    'two services',
    { slots: [meal('friday', '19:00', '23:00'), meal('friday', '12:00', '14:00')] },
    'Fr 12:00-14:00,19:00-23:00',
  ],
  ['a day whose hour and service nobody wrote', { slots: [meal('friday')] }, 'Fr "heure à demander"'],
  ['no day written', { slots: [meal(undefined, '12:30')] }, undefined],
  ['a day beside no day', { slots: [meal(undefined, '19:00'), meal('friday', '12:30')] }, 'Fr 12:30+'],
  ['no end written', { slots: [meal('friday', '12:30')] }, 'Fr 12:30+'],
  [
    'no hour written',
    { slots: [{ ...meal('friday'), service: 'dinner' }, meal('friday', '12:00', '14:00')] },
    'Fr 12:00-14:00, Fr "soir"',
  ],
  [
    'public holidays',
    { slots: [meal('friday', '12:00', '14:00')], publicHolidays: 'unknown' },
    'Fr 12:00-14:00; PH unknown',
  ],
  [
    'a closure, its reason, and an opening besides',
    {
      slots: [meal('friday', '12:00', '14:00')],
      exceptions: [
        { from: '2027-08-01', to: '2027-08-25', kind: 'closed', reason: 'Congés « d’"été" »' },
        { from: '2027-08-14', to: '2027-08-14', kind: 'extra', opens: '19:00', closes: '22:00' },
      ],
    },
    'Fr 12:00-14:00; 2027 Aug 01-2027 Aug 25 off "Congés « d’”été” »", 2027 Aug 14 19:00-22:00',
  ],
])('%s', (_name, changes, expected) => {
  expect(osmHours(table(changes), 'meal')).toBe(expected);
});

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const two = (value: number) => String(value).padStart(2, '0');
const at = (quarter: number) => `${two(Math.floor(quarter / 4))}:${two((quarter % 4) * 15)}`;
const hours = fc
  .tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 5 }))
  .map(([from, length]) => ({ opens: at(from), closes: at(from + length) }));
const slot = fc
  .record({ day: fc.constantFrom(...DAYS), kind: fc.constantFrom('cook' as const, 'meal' as const), hours })
  .map(({ hours: times, ...rest }) => ({ ...rest, ...times }));
const day = (offset: number) => new Date(Date.UTC(2027, 4, 1 + offset)).toISOString().slice(0, 10);
const exception = fc
  .record({
    from: fc.nat(60),
    length: fc.nat(20),
    kind: fc.constantFrom('closed' as const, 'changed' as const, 'extra' as const),
    hours,
  })
  .map(({ from, length, kind, hours: times }): OpeningException => ({
    from: day(from),
    to: day(from + length),
    kind,
    ...(kind === 'closed' ? {} : times),
  }));
const tables = fc
  .record({
    slots: fc.array(slot, { minLength: 1, maxLength: 8 }),
    exceptions: fc.array(exception, { maxLength: 3 }),
    publicHolidays: fc.constantFrom('open' as const, 'closed' as const),
  })
  .map(table);
const place = { lat: 45.77, lon: 4.8, address: { country_code: 'fr', state: '' } };

describe('OpenStreetMap’s own reader', () => {
  test.each(['cook', 'meal'] as const)('understands our %s hours as we do', (kind) => {
    fc.assert(
      fc.property(tables, fc.nat(80), fc.nat(95), (timetable, offset, quarter) => {
        const written = osmHours(timetable, kind);
        const moment = `${day(offset)}T${at(quarter)}`;
        const now = instantOf(moment, timetable.timezone);
        const open = planOf(timetable, day(offset)).periods.some(
          (each) => each.kind === kind && each.start <= now && now < (each.end ?? now),
        );
        // The reader thinks in the machine's zone: it is given the wall clock.
        const reader = written === undefined ? undefined : new OpeningHours(written, place);
        expect(reader?.getState(new Date(moment)) ?? false, `${written} at ${moment}`).toBe(open);
      }),
      { numRuns: 2000 },
    );
  });

  test('warns of nothing, whatever we write', () => {
    fc.assert(
      fc.property(tables, (timetable) => {
        const written = osmHours(
          {
            ...timetable,
            publicHolidays: 'unknown',
            slots: [
              ...timetable.slots,
              { day: 'monday', kind: 'meal', service: 'lunch' },
              { day: 'sunday', kind: 'meal', opens: '12:30' },
            ],
          },
          'meal',
        );
        expect(new OpeningHours(written ?? '', place).getWarnings()).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
