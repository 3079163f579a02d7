import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAnnounced, mealAt } from '#cantines/hours/meal-answer.ts';
import type { Meal } from '#cantines/hours/moments.ts';
import { addDays } from '#domain/days.ts';
import type { OpeningException, Timetable } from '#domain/opening.ts';
import { instantOf } from '#domain/zones.ts';

type Slot = Timetable['slots'][number];
// 12 January 2027 is a Tuesday; it is asked about the day before.
const TUESDAY = '2027-01-12';
const BEFORE = instantOf('2027-01-11T10:00', 'Europe/Paris');
const meal = (opens?: string, closes?: string): Slot => ({ day: 'tuesday', kind: 'meal', opens, closes });
const lunch = (day?: Slot['day']): Slot => ({ day, kind: 'meal', service: 'lunch' });
const dinner = (day?: Slot['day']): Slot => ({ day, kind: 'meal', service: 'dinner' });
const cook = (day?: Slot['day']): Slot => ({ day, kind: 'cook', opens: '09:30' });

const weekly = (slots: readonly Slot[], given: Partial<Timetable> = {}): Timetable => ({
  timezone: 'Europe/Paris',
  slots,
  exceptions: [],
  publicHolidays: 'open',
  holidayZone: 'metropole',
  ...given,
});
const MEALS: readonly Meal[] = ['lunch', 'dinner'];
const answerOf = (timetable: Timetable, asked: Meal | undefined, day = TUESDAY, now = BEFORE) =>
  mealAt(timetable, { day, meal: asked }, now).answer;
const mealsOn = (timetable: Timetable, day = TUESDAY) =>
  MEALS.filter((each) => answerOf(timetable, each, day) === 'yes');
const exception = (kind: OpeningException['kind'], hours: Partial<OpeningException> = {}): OpeningException => ({
  from: TUESDAY,
  to: TUESDAY,
  kind,
  ...hours,
});

describe('the meals of a day', () => {
  test.each<[string, Slot[], Meal[]]>([
    ['by name', [lunch('tuesday')], ['lunch']],
    ['another day', [lunch('monday')], []],
    ['a brunch is a meal of midday', [{ ...meal(), service: 'brunch' }], ['lunch']],
    ['an afternoon is neither', [{ ...meal(), service: 'afternoon' }], []],
    ['one does not eat what is cooked', [{ ...meal('12:00', '14:00'), kind: 'cook' }], []],
    ['at noon', [meal('12:30')], ['lunch']],
    ['in the evening', [meal('19:30', '00:30')], ['dinner']],
    ['all day', [meal('10:00', '22:00')], ['lunch', 'dinner']],
    ['at noon and in the evening', [meal('12:00', '14:00'), meal('19:00', '22:00')], ['lunch', 'dinner']],
    ['in the morning', [meal('09:00', '11:00')], []],
    ['a name is worth more than an hour', [{ ...meal('11:30'), service: 'dinner' }], ['dinner']],
  ])('%s', (_title, slots, expected) => {
    expect(mealsOn(weekly(slots))).toEqual(expected);
  });

  // Lunch begins between 11 h and 15 h, or earlier and is still served after noon; dinner begins at 17 h 30 or later,
  // or is still served after 19 h.
  test.each<[opens: string, closes: string | undefined, meals: Meal[]]>([
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
  ])('from %s to %s: %j', (opens, closes, meals) => {
    expect(mealsOn(weekly([meal(opens, closes)]))).toEqual(meals);
  });

  // 28 March 2027: from 2 h to 3 h. 31 October 2027: from 3 h back to 2 h.
  test.each(['2027-03-28', '2027-10-31'])('on %s, whose night has another length', (day) => {
    expect(mealsOn(weekly([{ day: 'sunday', kind: 'meal', opens: '12:30', closes: '14:30' }]), day)).toEqual(['lunch']);
  });
});

describe('what nobody wrote is unknown', () => {
  test.each<[string, Timetable, Partial<Record<Meal, string>>]>([
    ['no week', weekly([]), { lunch: 'unknown', dinner: 'unknown' }],
    ['a day without hour nor service', weekly([meal()]), { lunch: 'unknown', dinner: 'unknown' }],
    ['an hour without a day', weekly([{ kind: 'meal', opens: '12:30' }]), { lunch: 'unknown', dinner: 'no' }],
    ['a service without a day', weekly([dinner()]), { lunch: 'no', dinner: 'unknown' }],
    ['cooking without a day, whatever follows', weekly([cook()]), { lunch: 'unknown', dinner: 'unknown' }],
    ['a lunch, and some evenings', weekly([lunch('tuesday'), dinner()]), { lunch: 'yes', dinner: 'unknown' }],
    ['cooking, without the meal that follows', weekly([cook('tuesday')]), { lunch: 'unknown', dinner: 'unknown' }],
    // The badge says « à table depuis 10 h » at noon.
    ['begun before noon, until nobody knows when', weekly([meal('10:00')]), { lunch: 'unknown', dinner: 'no' }],
    ['begun before seven, until nobody knows when', weekly([meal('17:00')]), { lunch: 'no', dinner: 'unknown' }],
    ['begun too early to last', weekly([meal('09:00'), meal('16:00')]), { lunch: 'no', dinner: 'no' }],
    ['cooking, with its meal', weekly([cook('tuesday'), lunch('tuesday')]), { lunch: 'yes', dinner: 'no' }],
    ['a known week', weekly([lunch('friday')]), { lunch: 'no', dinner: 'no' }],
    ['no week, closed that day', weekly([], { exceptions: [exception('closed')] }), { lunch: 'no', dinner: 'no' }],
    [
      'no week, other hours that day',
      weekly([], { exceptions: [exception('changed', { opens: '12:00', closes: '14:00' })] }),
      { lunch: 'yes', dinner: 'no' },
    ],
    [
      'no week, open besides',
      weekly([], { exceptions: [exception('extra', { opens: '12:00', closes: '14:00' })] }),
      { lunch: 'yes', dinner: 'unknown' },
    ],
  ])('%s', (_title, timetable, expected) => {
    expect(Object.fromEntries(MEALS.map((each) => [each, answerOf(timetable, each)]))).toEqual(expected);
  });

  // 29 March 2027 is Easter Monday.
  test.each([
    ['unknown', 'unknown', 'lundi de Pâques'],
    ['open', 'yes', undefined],
    ['closed', 'no', undefined],
  ] as const)('a public holiday: %s', (publicHolidays, answer, doubt) => {
    const asked = { day: '2027-03-29', meal: 'lunch' as const };
    const said = mealAt(weekly([lunch('monday')], { publicHolidays }), asked, BEFORE);
    expect(said).toMatchObject(doubt === undefined ? { answer } : { answer, doubt });
    const someday = mealAt(weekly([lunch()], { publicHolidays }), asked, BEFORE);
    expect(someday.answer).toBe(publicHolidays === 'closed' ? 'no' : 'unknown');
    const nothing = mealAt(weekly([], { publicHolidays }), asked, BEFORE);
    expect(nothing.answer).toBe(publicHolidays === 'closed' ? 'no' : 'unknown');
  });

  test('a closure is told', () => {
    const closed = exception('closed', { reason: 'Congés' });
    expect(
      mealAt(weekly([lunch('tuesday')], { exceptions: [closed] }), { day: TUESDAY, meal: 'lunch' }, BEFORE),
    ).toEqual({
      answer: 'no',
      closure: closed,
    });
  });
});

describe('as the day goes by', () => {
  const both = weekly([lunch('tuesday'), dinner('tuesday')]);
  // A meal without hours is over when it usually is, where the cantine is, as the badge says.
  test.each<[string, string, Meal | undefined, string]>([
    ['13:59', 'Europe/Paris', 'lunch', 'yes'],
    ['14:00', 'Europe/Paris', 'lunch', 'over'],
    ['14:00', 'Europe/Paris', 'dinner', 'yes'],
    ['20:59', 'Europe/Paris', 'dinner', 'yes'],
    ['21:00', 'Europe/Paris', 'dinner', 'over'],
    ['20:59', 'Europe/Paris', undefined, 'yes'],
    ['21:00', 'Europe/Paris', undefined, 'over'],
    ['13:59', 'Indian/Reunion', 'lunch', 'yes'],
    ['14:00', 'Indian/Reunion', 'lunch', 'over'],
  ])('at %s in %s, %s: %s', (time, timezone, asked, expected) => {
    const there = { ...both, timezone };
    expect(answerOf(there, asked, TUESDAY, instantOf(`${TUESDAY}T${time}`, timezone))).toBe(expected);
  });

  test.each<[string, Slot[], Meal | undefined, string]>([
    ['13:59', [meal('12:00', '14:00')], 'lunch', 'yes'],
    ['14:00', [meal('12:00', '14:00')], 'lunch', 'over'],
    ['14:30', [meal('12:00', '14:45')], 'lunch', 'yes'],
    ['14:59', [meal('12:00')], 'lunch', 'yes'],
    ['15:00', [meal('12:00')], 'lunch', 'over'],
    ['22:30', [meal('19:00', '21:00')], undefined, 'over'],
    ['23:30', [meal('19:00', '00:30')], 'dinner', 'yes'],
    ['14:30', [lunch()], 'lunch', 'over'],
    ['14:30', [lunch('tuesday'), dinner()], undefined, 'unknown'],
    ['16:00', [meal('19:00', '21:00')], 'lunch', 'over'],
    ['16:00', [], 'lunch', 'over'],
  ])('at %s, %j, %s: %s', (time, slots, asked, expected) => {
    expect(answerOf(weekly(slots), asked, TUESDAY, instantOf(`${TUESDAY}T${time}`, 'Europe/Paris'))).toBe(expected);
  });

  test('of a whole day only what is still to come is told', () => {
    const now = instantOf(`${TUESDAY}T16:00`, 'Europe/Paris');
    expect(mealAt(both, { day: TUESDAY, meal: undefined }, now)).toMatchObject({ meals: [{ service: 'dinner' }] });
    expect(answerOf(weekly([lunch('tuesday')]), undefined, TUESDAY, now)).toBe('over');
    expect(answerOf(weekly([meal('16:30')]), undefined, TUESDAY, now)).toBe('yes');
  });

  test('a day that is past is over, and no exception announces it', () => {
    expect(answerOf(weekly([]), 'lunch', '2027-01-10')).toBe('over');
    expect(isAnnounced(weekly([]), { day: '2027-01-10', meal: 'lunch' }, BEFORE, { answer: 'over' })).toBe(false);
  });
});

const day = fc.integer({ min: 0, max: 400 }).map((ahead) => addDays(TUESDAY, ahead));
const slot: fc.Arbitrary<Slot> = fc.record({
  day: fc.constantFrom(undefined, 'monday' as const, 'tuesday' as const, 'sunday' as const),
  kind: fc.constantFrom('cook' as const, 'meal' as const),
  service: fc.constantFrom(undefined, 'lunch' as const, 'dinner' as const, 'brunch' as const, 'afternoon' as const),
  opens: fc.constantFrom(undefined, '09:30', '12:30', '19:30'),
});
const exceptions = fc.array(
  fc.record({
    from: day,
    length: fc.integer({ min: 0, max: 20 }),
    kind: fc.constantFrom('closed' as const, 'changed' as const, 'extra' as const),
  }),
  { maxLength: 4 },
);
const timetable = fc
  .record({ slots: fc.array(slot, { maxLength: 6 }), written: exceptions })
  .chain(({ slots, written }) =>
    fc.constantFrom('open' as const, 'closed' as const, 'unknown' as const).map((publicHolidays) =>
      weekly(slots, {
        publicHolidays,
        exceptions: written.map(({ from, length, kind }) => ({
          from,
          to: addDays(from, length),
          kind,
          ...(kind === 'closed' ? {} : { opens: '12:00', closes: '14:00' }),
        })),
      }),
    ),
  );

test('a whole day is yes when one of its meals is, and no only when both are', () => {
  fc.assert(
    fc.property(timetable, day, (given, asked) => {
      const whole = answerOf(given, undefined, asked);
      const parts = MEALS.map((each) => answerOf(given, each, asked));
      if (parts.includes('yes')) expect(whole).toBe('yes');
      if (whole === 'no') expect(parts).toEqual(['no', 'no']);
    }),
  );
});

test('a slot more, of which nobody wrote the day, never makes a no of what was not one', () => {
  fc.assert(
    fc.property(timetable, day, fc.constantFrom(...MEALS), slot, (given, asked, each, added) => {
      fc.pre(given.slots.length > 0);
      const more = { ...given, slots: [...given.slots, { ...added, day: undefined }] };
      if (answerOf(given, each, asked) !== 'no') expect(answerOf(more, each, asked)).not.toBe('no');
    }),
  );
});

test('what exceptions alone say holds whatever the week says', () => {
  const closed = exception('closed');
  const asked = { day: TUESDAY, meal: 'lunch' as const };
  const withWeek = weekly([lunch('tuesday')], { exceptions: [closed] });
  expect(isAnnounced(withWeek, asked, BEFORE, mealAt(withWeek, asked, BEFORE))).toBe(true);
  const week = weekly([lunch('tuesday')]);
  expect(isAnnounced(week, asked, BEFORE, mealAt(week, asked, BEFORE))).toBe(false);
  expect(isAnnounced(weekly([]), asked, BEFORE, mealAt(weekly([]), asked, BEFORE))).toBe(false);
});
