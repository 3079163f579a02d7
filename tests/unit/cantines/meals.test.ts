import { describe, expect, test } from 'vitest';
import { mealsOn } from '#cantines/finder/meals.ts';
import type { Timetable } from '#domain/opening.ts';

type Slot = Timetable['slots'][number];
// 12 January 2027 is a Tuesday.
const TUESDAY = '2027-01-12';
const meal = (opens?: string, closes?: string): Slot => ({ day: 'tuesday', kind: 'meal', opens, closes });
const lunch = (day: Slot['day']): Slot => ({ day, kind: 'meal', service: 'lunch' });

const weekly = (slots: readonly Slot[], given: Partial<Timetable> = {}): Timetable => ({
  timezone: 'Europe/Paris',
  slots,
  exceptions: [],
  publicHolidays: 'open',
  holidayZone: 'metropole',
  ...given,
});

describe('the services at which one eats', () => {
  test.each<[string, Slot[], string[]]>([
    ['by name', [lunch('tuesday')], ['lunch']],
    ['another day', [lunch('monday')], []],
    ['neither name nor hour', [meal()], []],
    ['one does not eat what is cooked', [{ ...meal('12:00', '14:00'), kind: 'cook' }], []],
    ['at noon', [meal('12:30')], ['lunch']],
    ['in the evening', [meal('19:30', '00:30')], ['dinner']],
    ['all day', [meal('10:00', '22:00')], ['lunch', 'dinner']],
    ['at noon and in the evening', [meal('12:00', '14:00'), meal('19:00', '22:00')], ['lunch', 'dinner']],
    ['in the morning', [meal('09:00', '11:00')], []],
    ['a name is worth more than an hour', [{ ...meal('11:30'), service: 'brunch' }], ['brunch']],
  ])('%s', (_title, slots, expected) => {
    expect([...mealsOn(weekly(slots), TUESDAY)]).toEqual(expected);
  });

  // Lunch begins between 11 h and 15 h, or earlier and is still served after noon; dinner begins at 17 h 30 or later,
  // or is still served after 19 h.
  test.each<[opens: string, closes: string | undefined, services: string[]]>([
    ['10:59', undefined, []],
    ['11:00', undefined, ['lunch']],
    ['14:59', undefined, ['lunch']],
    ['15:00', undefined, []],
    ['09:00', '12:00', []],
    ['09:00', '12:01', ['lunch']],
    ['15:00', '19:00', []],
    ['15:00', '19:01', ['dinner']],
    ['17:29', '19:00', []],
    ['17:30', '18:30', ['dinner']],
    // Past midnight.
    ['16:00', '00:00', ['dinner']],
    ['16:00', '16:00', ['dinner']],
    ['10:00', '09:00', ['lunch', 'dinner']],
  ])('from %s to %s: %j', (opens, closes, services) => {
    expect([...mealsOn(weekly([meal(opens, closes)]), TUESDAY)]).toEqual(services);
  });

  // 28 March 2027: from 2 h to 3 h. 31 October 2027: from 3 h back to 2 h.
  test.each(['2027-03-28', '2027-10-31'])('on %s, whose night has another length', (day) => {
    expect([...mealsOn(weekly([{ day: 'sunday', kind: 'meal', opens: '12:30', closes: '14:30' }]), day)]).toEqual([
      'lunch',
    ]);
  });

  test('what is in doubt is not counted', () => {
    const slots = [lunch('monday')];
    expect(mealsOn(weekly(slots, { publicHolidays: 'unknown' }), '2027-03-29').size).toBe(0);
    expect(mealsOn(weekly(slots, { publicHolidays: 'open' }), '2027-03-29').size).toBe(1);
  });
});
