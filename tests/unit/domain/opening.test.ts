import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#domain/days.ts';
import {
  isAnnounced,
  openingAt,
  planOf,
  servicesOn,
  type Opening,
  type OpeningException,
  type Timetable,
} from '#domain/opening.ts';
import { dayIn, instantOf } from '#domain/zones.ts';

type Slot = Timetable['slots'][number];
const cook = (day: Slot['day'], opens?: string, closes?: string): Slot => ({ day, kind: 'cook', opens, closes });
const meal = (day: Slot['day'], opens?: string, closes?: string): Slot => ({ day, kind: 'meal', opens, closes });
const lunch = (day: Slot['day']): Slot => ({ day, kind: 'meal', service: 'lunch' });

const weekly = (slots: readonly Slot[], given: Partial<Timetable> = {}): Timetable => ({
  timezone: 'Europe/Paris',
  slots,
  exceptions: [],
  publicHolidays: 'open',
  holidayZone: 'metropole',
  ...given,
});
const closed = (from: string, to = from, reason?: string): OpeningException => ({ from, to, kind: 'closed', reason });
const changed = (from: string, to: string, opens: string, closes: string): OpeningException => ({
  from,
  to,
  kind: 'changed',
  opens,
  closes,
});
const extra = (from: string, to: string, opens: string, closes: string): OpeningException => ({
  from,
  to,
  kind: 'extra',
  opens,
  closes,
});

/** The state at a wall time, its instants as wall times too. */
function at(timetable: Timetable, wall: string): Record<string, unknown> {
  const opening = openingAt(timetable, instantOf(wall, timetable.timezone));
  return Object.fromEntries(
    Object.entries(opening)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, typeof value === 'number' ? wallOf(value, timetable.timezone) : value]),
  );
}
const wallOf = (instant: number, timezone: string) =>
  new Date(instant).toLocaleString('sv-SE', { timeZone: timezone }).slice(0, 16).replace(' ', 'T');

// 12 January 2027 is a Tuesday.
const TUESDAY = weekly([
  cook('tuesday', '09:30', '12:30'),
  meal('tuesday', '12:30', '14:30'),
  meal('thursday', '19:30', '22:00'),
]);

describe('an ordinary week', () => {
  test.each<[string, Record<string, unknown>]>([
    ['2027-01-12T09:29', { state: 'opens', at: '2027-01-12T09:30', day: '2027-01-12', kind: 'cook' }],
    ['2027-01-12T09:30', { state: 'open', kind: 'cook', until: '2027-01-12T14:30', meal: '2027-01-12T12:30' }],
    ['2027-01-12T12:30', { state: 'open', kind: 'meal', until: '2027-01-12T14:30' }],
    ['2027-01-12T14:29', { state: 'open', kind: 'meal', until: '2027-01-12T14:30' }],
    ['2027-01-12T14:30', { state: 'opens', at: '2027-01-14T19:30', day: '2027-01-14', kind: 'meal' }],
    ['2027-01-15T00:00', { state: 'opens', at: '2027-01-19T09:30', day: '2027-01-19', kind: 'cook' }],
  ])('at %s', (wall, expected) => {
    expect(at(TUESDAY, wall)).toEqual(expected);
  });
});

describe('unknown is not closed', () => {
  const nothing = weekly([]);
  test.each<[string, Timetable, Record<string, unknown>]>([
    ['nothing is known', nothing, { state: 'unknown' }],
    [
      'a closure over a week that nobody knows',
      weekly([], { exceptions: [closed('2027-01-10', '2027-01-20')] }),
      { state: 'closed', closure: closed('2027-01-10', '2027-01-20') },
    ],
    ['a closure that is over', weekly([], { exceptions: [closed('2027-01-01', '2027-01-02')] }), { state: 'unknown' }],
    [
      'a closure that is to come',
      weekly([], { exceptions: [closed('2027-02-01', '2027-02-02')] }),
      { state: 'unknown' },
    ],
    [
      'an extra opening that is over',
      weekly([], { exceptions: [extra('2027-01-02', '2027-01-02', '12:00', '14:00')] }),
      { state: 'unknown' },
    ],
    [
      'an extra opening to come',
      weekly([], { exceptions: [extra('2027-02-06', '2027-02-06', '12:00', '14:00')] }),
      { state: 'unknown', announced: '2027-02-06T12:00' },
    ],
    [
      'an extra opening to come, written before one that is over',
      weekly([], {
        exceptions: [
          extra('2027-02-06', '2027-02-06', '12:00', '14:00'),
          extra('2027-01-02', '2027-01-02', '12:00', '14:00'),
        ],
      }),
      { state: 'unknown', announced: '2027-02-06T12:00' },
    ],
    [
      'an extra opening now',
      weekly([], { exceptions: [extra('2027-01-12', '2027-01-12', '12:00', '14:00')] }),
      { state: 'open', kind: 'meal', until: '2027-01-12T14:00' },
    ],
    [
      'a closure for years',
      weekly([meal('tuesday', '12:30')], { exceptions: [closed('2027-01-01', '2030-12-31')] }),
      { state: 'closed', closure: closed('2027-01-01', '2030-12-31') },
    ],
  ])('%s', (_title, timetable, expected) => {
    expect(at(timetable, '2027-01-12T13:00')).toEqual(expected);
  });
});

describe('the meal that is told while one cooks', () => {
  const cookThenEat = (eats: string) => weekly([cook('tuesday', '08:00', '10:00'), meal('tuesday', eats, '22:00')]);
  const cooking = { state: 'open', kind: 'cook', until: '2027-01-12T10:00' };
  test.each<[string, Timetable, Record<string, unknown>]>([
    ['one that begins later', cookThenEat('12:30'), { ...cooking, meal: '2027-01-12T12:30' }],
    ['less than twelve hours after', cookThenEat('19:59'), { ...cooking, meal: '2027-01-12T19:59' }],
    ['not twelve hours after', cookThenEat('20:00'), cooking],
    [
      'not more cooking',
      weekly([cook('tuesday', '08:00', '10:00'), cook('tuesday', '11:00'), meal('tuesday', '12:30')]),
      { ...cooking, meal: '2027-01-12T12:30' },
    ],
    ['not one that has begun', weekly([cook('tuesday', '08:00', '10:00'), meal('tuesday', '07:30', '08:30')]), cooking],
    [
      'the first of two',
      weekly([cook('tuesday', '08:00', '10:00'), meal('tuesday', '18:00'), meal('tuesday', '12:30')]),
      { ...cooking, meal: '2027-01-12T12:30' },
    ],
  ])('%s', (_title, timetable, expected) => {
    expect(at(timetable, '2027-01-12T09:00')).toEqual(expected);
  });

  test('none to one who eats', () => {
    const timetable = weekly([meal('tuesday', '08:00', '10:00'), meal('tuesday', '12:30')]);
    expect(at(timetable, '2027-01-12T09:00')).toEqual({ state: 'open', kind: 'meal', until: '2027-01-12T10:00' });
  });

  test('not the one that begins at this very instant', () => {
    const timetable = weekly([cook('tuesday', '08:00', '10:00'), { ...meal('tuesday', '09:00'), closes: '09:30' }]);
    expect(at(timetable, '2027-01-12T08:59')['meal']).toBe('2027-01-12T09:00');
    expect(at(timetable, '2027-01-12T09:00')['meal']).toBeUndefined();
  });
});

describe('how far ahead one looks', () => {
  // 366 days after Tuesday 12 January 2027 is Thursday 13 January 2028.
  const reopensOn = (last: string) =>
    weekly([meal('thursday', '12:30'), meal('friday', '12:30')], { exceptions: [closed('2027-01-01', last)] });
  test.each<[string, string, Record<string, unknown>]>([
    [
      'an opening at the end of the year',
      '2027-12-29',
      {
        state: 'opens',
        at: '2027-12-30T12:30',
        day: '2027-12-30',
        kind: 'meal',
        closure: closed('2027-01-01', '2027-12-29'),
      },
    ],
    [
      'one in 366 days',
      '2028-01-12',
      {
        state: 'opens',
        at: '2028-01-13T12:30',
        day: '2028-01-13',
        kind: 'meal',
        closure: closed('2027-01-01', '2028-01-12'),
      },
    ],
    ['not one in 367 days', '2028-01-13', { state: 'closed', closure: closed('2027-01-01', '2028-01-13') }],
  ])('%s', (_title, last, expected) => {
    expect(at(reopensOn(last), '2027-01-12T13:00')).toEqual(expected);
  });
});

describe('an end that nobody wrote', () => {
  const vague = weekly([cook('tuesday', '09:00'), meal('tuesday', '12:30')]);
  test.each<[string, Timetable, string, Record<string, unknown>]>([
    [
      'one cooks until one eats',
      vague,
      '2027-01-12T12:29',
      { state: 'started', kind: 'cook', since: '2027-01-12T09:00', meal: '2027-01-12T12:30' },
    ],
    ['one eats for a while', vague, '2027-01-12T15:29', { state: 'started', kind: 'meal', since: '2027-01-12T12:30' }],
    [
      'then only the next one is told',
      vague,
      '2027-01-12T15:30',
      { state: 'opens', at: '2027-01-19T09:00', day: '2027-01-19', kind: 'cook' },
    ],
    [
      'cooking that leads to a meal with an end',
      weekly([cook('tuesday', '09:30'), meal('tuesday', '12:30', '14:30')]),
      '2027-01-12T10:00',
      { state: 'open', kind: 'cook', until: '2027-01-12T14:30', meal: '2027-01-12T12:30' },
    ],
    [
      'cooking with an end that leads to a meal without one',
      weekly([cook('tuesday', '09:30', '12:30'), meal('tuesday', '12:30')]),
      '2027-01-12T10:00',
      { state: 'started', kind: 'cook', since: '2027-01-12T09:30', meal: '2027-01-12T12:30' },
    ],
    [
      'a service leads to the one that begins five hours later',
      weekly([cook('tuesday', '09:00'), meal('tuesday', '14:00', '15:00')]),
      '2027-01-12T13:00',
      { state: 'open', kind: 'cook', until: '2027-01-12T15:00', meal: '2027-01-12T14:00' },
    ],
    [
      'and to none later',
      weekly([cook('tuesday', '09:00'), meal('tuesday', '14:01', '15:00')]),
      '2027-01-12T13:00',
      { state: 'opens', at: '2027-01-12T14:01', day: '2027-01-12', kind: 'meal' },
    ],
    [
      'two that begin together do not end each other',
      weekly([cook('tuesday', '09:00'), meal('tuesday', '09:00')]),
      '2027-01-12T11:59',
      { state: 'started', kind: 'meal', since: '2027-01-12T09:00' },
    ],
    [
      'the morning does not lead to the evening',
      weekly([cook('tuesday', '09:00'), meal('tuesday', '19:30')]),
      '2027-01-12T13:00',
      { state: 'opens', at: '2027-01-12T19:30', day: '2027-01-12', kind: 'meal' },
    ],
    ...(
      [
        ['of the same service', 'lunch', 'lunch'],
        ['of a service and of none', 'lunch', undefined],
        ['of none and of a service', undefined, 'lunch'],
      ] as const
    ).map(([title, first, second]): [string, Timetable, string, Record<string, unknown>] => [
      `what is cooked leads to what is eaten: ${title}`,
      weekly([
        { ...cook('tuesday', '09:00'), service: first },
        { ...meal('tuesday', '12:30'), service: second },
      ]),
      '2027-01-12T12:15',
      { state: 'started', kind: 'cook', since: '2027-01-12T09:00', meal: '2027-01-12T12:30' },
    ]),
    [
      'lunch does not lead to the cooking of dinner',
      weekly([
        { ...meal('tuesday', '12:30'), service: 'lunch' },
        { ...cook('tuesday', '17:00'), service: 'dinner' },
      ]),
      '2027-01-12T16:00',
      { state: 'opens', at: '2027-01-12T17:00', day: '2027-01-12', kind: 'cook' },
    ],
  ])('%s', (_title, timetable, wall, expected) => {
    expect(at(timetable, wall)).toEqual(expected);
  });
});

describe('an hour that nobody wrote', () => {
  const tuesdays = weekly([lunch('tuesday'), meal('tuesday', '19:30', '22:00')]);
  test.each<[string, Timetable, string, Record<string, unknown>]>([
    [
      'the day before',
      tuesdays,
      '2027-01-11T10:00',
      { state: 'expected', day: '2027-01-12', kind: 'meal', service: 'lunch' },
    ],
    [
      'that morning',
      tuesdays,
      '2027-01-12T10:00',
      { state: 'expected', day: '2027-01-12', kind: 'meal', service: 'lunch' },
    ],
    [
      'at lunch',
      tuesdays,
      '2027-01-12T13:00',
      { state: 'expected', day: '2027-01-12', kind: 'meal', service: 'lunch' },
    ],
    [
      'afterwards',
      tuesdays,
      '2027-01-12T15:00',
      { state: 'opens', at: '2027-01-12T19:30', day: '2027-01-12', kind: 'meal' },
    ],
    [
      'one eats rather than cooks',
      weekly([{ ...lunch('tuesday'), kind: 'cook' }, lunch('tuesday')]),
      '2027-01-12T10:00',
      { state: 'expected', day: '2027-01-12', kind: 'meal', service: 'lunch' },
    ],
    [
      'whichever is written first',
      weekly([lunch('tuesday'), { ...lunch('tuesday'), kind: 'cook' }]),
      '2027-01-12T10:00',
      { state: 'expected', day: '2027-01-12', kind: 'meal', service: 'lunch' },
    ],
  ])('%s', (_title, timetable, wall, expected) => {
    expect(at(timetable, wall)).toEqual(expected);
  });
});

describe('around when a service without an hour takes place', () => {
  const only = (service: NonNullable<Slot['service']>, ...others: Slot[]) =>
    weekly([{ day: 'tuesday', kind: 'meal', service }, ...others]);

  test.each<[NonNullable<Slot['service']>, string, string]>([
    ['brunch', '13:59', '14:00'],
    ['lunch', '13:59', '14:00'],
    ['afternoon', '16:59', '17:00'],
    ['dinner', '20:59', '21:00'],
  ])('%s may still come at %s, no longer at %s', (service, last, over) => {
    expect(at(only(service), `2027-01-12T${last}`)).toMatchObject({ state: 'expected', day: '2027-01-12' });
    expect(at(only(service), `2027-01-12T${over}`)).toMatchObject({ state: 'expected', day: '2027-01-19' });
  });

  test.each<[NonNullable<Slot['service']>, string, string]>([
    ['brunch', '11:00', '11:01'],
    ['lunch', '12:00', '12:01'],
    ['afternoon', '14:00', '14:01'],
    ['dinner', '19:00', '19:01'],
  ])('%s is told after what begins at %s, before what begins at %s', (service, before, after) => {
    expect(at(only(service, meal('tuesday', before)), '2027-01-12T08:00')['state']).toBe('opens');
    expect(at(only(service, meal('tuesday', after)), '2027-01-12T08:00')['state']).toBe('expected');
  });
});

test.each([
  ['monday', '2027-01-11'],
  ['tuesday', '2027-01-12'],
  ['wednesday', '2027-01-13'],
  ['thursday', '2027-01-14'],
  ['friday', '2027-01-15'],
  ['saturday', '2027-01-16'],
  ['sunday', '2027-01-17'],
] as const)('%s %s', (weekday, day) => {
  expect(planOf(weekly([meal(weekday, '12:30')]), day).periods).toHaveLength(1);
  expect(planOf(weekly([meal(weekday, '12:30')]), addDays(day, 1)).periods).toEqual([]);
});

test('the services of a day are planned in their order', () => {
  const slots = [meal('tuesday', '19:30'), cook('tuesday', '09:00'), meal('tuesday', '12:30')];
  expect(planOf(weekly(slots), '2027-01-12').periods.map(({ start }) => wallOf(start, 'Europe/Paris'))).toEqual([
    '2027-01-12T09:00',
    '2027-01-12T12:30',
    '2027-01-12T19:30',
  ]);
});

describe('services that overlap', () => {
  test.each<[string, Slot[], string, Record<string, unknown>]>([
    [
      'the longer one ends the opening',
      [meal('tuesday', '12:00', '15:00'), meal('tuesday', '13:00', '14:00')],
      '2027-01-12T12:30',
      { state: 'open', kind: 'meal', until: '2027-01-12T15:00' },
    ],
    [
      'one without an end counts for three hours',
      [meal('tuesday', '07:00', '12:00'), meal('tuesday', '08:00')],
      '2027-01-12T10:59',
      { state: 'started', kind: 'meal', since: '2027-01-12T08:00' },
    ],
    [
      'and no longer',
      [meal('tuesday', '07:00', '12:00'), meal('tuesday', '08:00')],
      '2027-01-12T11:00',
      { state: 'open', kind: 'meal', until: '2027-01-12T12:00' },
    ],
    [
      'one without an end that is over lasts no more than the next',
      [meal('tuesday', '08:00'), meal('tuesday', '13:30', '15:00')],
      '2027-01-12T14:00',
      { state: 'open', kind: 'meal', until: '2027-01-12T15:00' },
    ],
    [
      'of two that begin together the last written is told',
      [meal('tuesday', '09:00', '09:30'), cook('tuesday', '09:00', '12:00')],
      '2027-01-12T09:00',
      { state: 'open', kind: 'cook', until: '2027-01-12T12:00' },
    ],
  ])('%s', (_title, slots, wall, expected) => {
    expect(at(weekly(slots), wall)).toEqual(expected);
  });
});

describe('a day that nobody wrote', () => {
  const cooking: Slot = { kind: 'cook', opens: '09:30' };
  const someday = weekly([cooking], { publicHolidays: 'closed' });
  test.each<[string, Timetable, string, Record<string, unknown>]>([
    ['is any day', someday, '2027-01-12T10:00', { state: 'someday', slots: [cooking] }],
    [
      'is not one that an exception closes',
      { ...someday, exceptions: [closed('2027-01-12')] },
      '2027-01-12T10:00',
      { state: 'closed', closure: closed('2027-01-12') },
    ],
    [
      'leaves an announced opening to be told',
      { ...someday, exceptions: [extra('2027-01-16', '2027-01-16', '12:00', '14:00')] },
      '2027-01-12T10:00',
      { state: 'unknown', announced: '2027-01-16T12:00' },
    ],
    [
      'comes after a day that is known',
      weekly([cooking, meal('thursday', '12:00')]),
      '2027-01-12T10:00',
      { state: 'opens', day: '2027-01-14', at: '2027-01-14T12:00', kind: 'meal' },
    ],
  ])('%s', (_title, timetable, wall, expected) => {
    expect(at(timetable, wall)).toEqual(expected);
  });

  // 1 January 2027 is a Friday.
  test.each<[string, readonly Slot[]]>([
    ['2027-01-12', [cooking]],
    ['2027-01-01', []],
  ])('may be %s, unless it is a public holiday that closes', (day, slots) => {
    expect(servicesOn(someday, day)).toMatchObject({ services: [], someday: slots, decided: slots.length === 0 });
  });

  test('has changed hours like the others, and those alone', () => {
    const over = weekly([cooking], { exceptions: [changed('2027-01-11', '2027-01-15', '12:00', '13:00')] });
    expect(servicesOn(over, '2027-01-12')).toMatchObject({ services: [{ opens: '12:00' }], someday: [] });
  });
});

test('a day that has neither hour nor service is expected, until dinner is over', () => {
  const tuesday = weekly([meal('tuesday')]);
  const expected = { state: 'expected', day: '2027-01-12', kind: 'meal' };
  expect(at(tuesday, '2027-01-11T10:00')).toEqual(expected);
  expect(at(tuesday, '2027-01-12T20:59')).toEqual(expected);
  expect(at(tuesday, '2027-01-12T21:00')).toEqual({ ...expected, day: '2027-01-19' });
});

describe('past midnight', () => {
  const late = weekly([meal('friday', '19:00', '01:30')]);
  test.each<[string, Timetable, string, Record<string, unknown>]>([
    ['the evening', late, '2027-01-15T23:59', { state: 'open', kind: 'meal', until: '2027-01-16T01:30' }],
    ['the night', late, '2027-01-16T01:29', { state: 'open', kind: 'meal', until: '2027-01-16T01:30' }],
    [
      'after the night',
      late,
      '2027-01-16T01:30',
      { state: 'opens', at: '2027-01-22T19:00', day: '2027-01-22', kind: 'meal' },
    ],
    [
      'a closed Saturday does not end Friday',
      { ...late, exceptions: [closed('2027-01-16')] },
      '2027-01-16T01:00',
      { state: 'open', kind: 'meal', until: '2027-01-16T01:30' },
    ],
    [
      'a closed Friday ends its night too',
      { ...late, exceptions: [closed('2027-01-15')] },
      '2027-01-16T01:00',
      { state: 'opens', at: '2027-01-22T19:00', day: '2027-01-22', kind: 'meal' },
    ],
    [
      'until midnight',
      weekly([meal('friday', '19:00', '00:00')]),
      '2027-01-15T23:59',
      { state: 'open', kind: 'meal', until: '2027-01-16T00:00' },
    ],
    [
      'midnight itself',
      weekly([meal('friday', '19:00', '00:00')]),
      '2027-01-16T00:00',
      { state: 'opens', at: '2027-01-22T19:00', day: '2027-01-22', kind: 'meal' },
    ],
    [
      'services that touch at midnight are one opening',
      weekly([meal('friday', '19:00', '00:00'), meal('saturday', '00:00', '02:00')]),
      '2027-01-15T23:59',
      { state: 'open', kind: 'meal', until: '2027-01-16T02:00' },
    ],
    [
      'an end at the hour of the beginning is the next day’s',
      weekly([meal('friday', '12:00', '12:00')]),
      '2027-01-16T11:59',
      { state: 'open', kind: 'meal', until: '2027-01-16T12:00' },
    ],
    [
      'New Year’s Eve',
      weekly([meal('thursday', '19:00', '02:00')]),
      '2027-01-01T01:00',
      { state: 'open', kind: 'meal', until: '2027-01-01T02:00' },
    ],
  ])('%s', (_title, timetable, wall, expected) => {
    expect(at(timetable, wall)).toEqual(expected);
  });
});

describe('nights when the clock changes', () => {
  // 28 March 2027: from 2 h to 3 h. 31 October 2027: from 3 h back to 2 h.
  const nights = weekly([meal('saturday', '22:00', '02:30'), meal('sunday', '12:30', '14:30')]);
  const hours = (opening: Opening) =>
    opening.state === 'open' ? (opening.until - instantOf('2027-03-27T22:00', 'Europe/Paris')) / 3_600_000 : 0;

  test('an end that is skipped comes half an hour after the change', () => {
    expect(hours(openingAt(nights, Date.parse('2027-03-28T01:29Z')))).toBe(4.5);
    expect(openingAt(nights, Date.parse('2027-03-28T01:30Z')).state).toBe('opens');
  });
  test('an end that comes twice is the first', () => {
    expect(openingAt(nights, Date.parse('2027-10-31T00:29Z')).state).toBe('open');
    expect(openingAt(nights, Date.parse('2027-10-31T00:30Z')).state).toBe('opens');
    expect(openingAt(nights, Date.parse('2027-10-31T01:15Z')).state).toBe('opens');
  });
  test.each([
    ['2027-03-28', '2027-03-28T10:30Z'],
    ['2027-10-31', '2027-10-31T11:30Z'],
  ])('lunch on %s begins at half past twelve', (day, instant) => {
    expect(planOf(nights, day).periods[0]?.start).toBe(Date.parse(instant));
  });
});

describe('overseas', () => {
  const there = (timezone: string) => weekly([meal('tuesday', '12:30', '14:30')], { timezone });
  test.each([
    ['Indian/Reunion', '2027-01-12T08:30Z', 'open'],
    ['Indian/Reunion', '2027-01-12T10:30Z', 'opens'],
    ['America/Guadeloupe', '2027-01-12T16:29Z', 'opens'],
    ['America/Guadeloupe', '2027-01-12T16:30Z', 'open'],
    ['America/Cayenne', '2027-01-12T15:30Z', 'open'],
    ['Europe/Paris', '2027-01-12T11:30Z', 'open'],
  ])('%s at %s: %s', (timezone, instant, state) => {
    expect(openingAt(there(timezone), Date.parse(instant)).state).toBe(state);
  });

  test('the abolition of slavery is kept where it is', () => {
    // 20 December 2027 is a Monday.
    const mondays = weekly([meal('monday', '12:30', '14:30')], { publicHolidays: 'closed' });
    expect(at({ ...mondays, timezone: 'Indian/Reunion', holidayZone: 'reunion' }, '2027-12-20T13:00')['state']).toBe(
      'opens',
    );
    expect(at(mondays, '2027-12-20T13:00')['state']).toBe('open');
  });
});

describe('public holidays', () => {
  // 29 March 2027 is Easter Monday.
  const mondays = (publicHolidays: Timetable['publicHolidays'], exceptions: OpeningException[] = []) =>
    weekly([meal('monday', '12:30', '14:30'), meal('tuesday', '12:30', '14:30')], { publicHolidays, exceptions });
  const onTuesday = { state: 'opens', at: '2027-03-30T12:30', day: '2027-03-30', kind: 'meal' };
  const open = { state: 'open', kind: 'meal', until: '2027-03-29T14:30' };
  test.each<[string, Timetable, string, Record<string, unknown>]>([
    ['kept open', mondays('open'), '2027-03-29T13:00', open],
    ['closed', mondays('closed'), '2027-03-29T13:00', onTuesday],
    [
      'unknown, during the service',
      mondays('unknown'),
      '2027-03-29T13:00',
      { state: 'unknown', doubt: 'lundi de Pâques' },
    ],
    [
      'unknown, before the service',
      mondays('unknown'),
      '2027-03-29T10:00',
      { state: 'opens', at: '2027-03-29T12:30', day: '2027-03-29', kind: 'meal', doubt: 'lundi de Pâques' },
    ],
    ['unknown, after the service', mondays('unknown'), '2027-03-29T15:00', onTuesday],
    [
      'an opening written for that day is sure',
      mondays('unknown', [changed('2027-03-29', '2027-03-29', '12:00', '15:00')]),
      '2027-03-29T13:00',
      { ...open, until: '2027-03-29T15:00' },
    ],
    [
      'so it is when holidays are closed',
      mondays('closed', [changed('2027-03-29', '2027-03-29', '12:00', '15:00')]),
      '2027-03-29T13:00',
      { ...open, until: '2027-03-29T15:00' },
    ],
    [
      'an extra opening is sure while the week is in doubt',
      mondays('unknown', [extra('2027-03-29', '2027-03-29', '12:00', '14:00')]),
      '2027-03-29T13:00',
      { ...open, until: '2027-03-29T14:00' },
    ],
    [
      'what is sure that day is told before what is not',
      mondays('unknown', [extra('2027-03-29', '2027-03-29', '19:00', '22:00')]),
      '2027-03-29T10:00',
      { state: 'opens', at: '2027-03-29T19:00', day: '2027-03-29', kind: 'meal' },
    ],
    [
      'other hours for weeks do not open a closed holiday',
      mondays('closed', [changed('2027-03-22', '2027-04-04', '12:00', '15:00')]),
      '2027-03-29T13:00',
      { ...onTuesday, at: '2027-03-30T12:00' },
    ],
    [
      'nor do they lift the doubt',
      mondays('unknown', [changed('2027-03-22', '2027-04-04', '12:00', '15:00')]),
      '2027-03-29T13:00',
      { state: 'unknown', doubt: 'lundi de Pâques' },
    ],
    [
      'a closure leaves no doubt',
      mondays('unknown', [closed('2027-03-22', '2027-03-29')]),
      '2027-03-29T13:00',
      { ...onTuesday, closure: closed('2027-03-22', '2027-03-29') },
    ],
    [
      'a day without services is no doubt',
      weekly([meal('tuesday', '12:30')], { publicHolidays: 'unknown' }),
      '2027-03-29T13:00',
      onTuesday,
    ],
  ])('%s', (_title, timetable, wall, expected) => {
    expect(at(timetable, wall)).toEqual(expected);
  });
});

describe('exceptions', () => {
  const week = (...exceptions: OpeningException[]) => ({ ...TUESDAY, exceptions });
  const told = (timetable: Timetable, day: string) =>
    servicesOn(timetable, day).services.map(({ opens, closes }) => `${opens ?? ''}–${closes ?? ''}`);
  test.each<[string, Timetable, string, string[]]>([
    [
      'the shortest rules',
      week(changed('2027-01-11', '2027-01-13', '12:00', '13:00'), closed('2027-01-01', '2027-01-31')),
      '2027-01-12',
      ['12:00–13:00'],
    ],
    [
      'whatever their order',
      week(closed('2027-01-01', '2027-01-31'), changed('2027-01-11', '2027-01-13', '12:00', '13:00')),
      '2027-01-12',
      ['12:00–13:00'],
    ],
    [
      'the shortest rules, be it the later of the two',
      week(closed('2027-01-01', '2027-01-12'), changed('2027-01-12', '2027-01-14', '12:00', '13:00')),
      '2027-01-12',
      ['12:00–13:00'],
    ],
    [
      'other hours over days are for every day of a week that nobody knows',
      weekly([], { exceptions: [changed('2027-01-11', '2027-01-17', '12:00', '13:00')] }),
      '2027-01-13',
      ['12:00–13:00'],
    ],
    [
      'of two as short, the last',
      week(changed('2027-01-12', '2027-01-12', '12:00', '13:00'), closed('2027-01-12')),
      '2027-01-12',
      [],
    ],
    [
      'of two as short, the last, the other way round',
      week(closed('2027-01-12'), changed('2027-01-12', '2027-01-12', '12:00', '13:00')),
      '2027-01-12',
      ['12:00–13:00'],
    ],
    [
      'an extra adds to the week',
      week(extra('2027-01-12', '2027-01-12', '19:00', '22:00')),
      '2027-01-12',
      ['09:30–12:30', '12:30–14:30', '19:00–22:00'],
    ],
    [
      'an extra adds to a closed day',
      week(closed('2027-01-01', '2027-01-31'), extra('2027-01-12', '2027-01-12', '19:00', '22:00')),
      '2027-01-12',
      ['19:00–22:00'],
    ],
    [
      'extras add up',
      week(extra('2027-01-13', '2027-01-13', '10:00', '11:00'), extra('2027-01-12', '2027-01-14', '19:00', '22:00')),
      '2027-01-13',
      ['10:00–11:00', '19:00–22:00'],
    ],
    [
      'other hours over days are for the days that have hours',
      week(changed('2027-01-11', '2027-01-17', '12:00', '13:00')),
      '2027-01-13',
      [],
    ],
    [
      'other hours of one day open that day',
      week(changed('2027-01-13', '2027-01-13', '12:00', '13:00')),
      '2027-01-13',
      ['12:00–13:00'],
    ],
    ['the first and the last day are in it', week(closed('2027-01-12', '2027-01-14')), '2027-01-14', []],
    ['the day after is not', week(closed('2027-01-08', '2027-01-11')), '2027-01-12', ['09:30–12:30', '12:30–14:30']],
  ])('%s', (_title, timetable, day, expected) => {
    expect(told(timetable, day)).toEqual(expected);
  });

  test.each<[string, Timetable, OpeningException | undefined]>([
    [
      'closures that touch are one',
      week(closed('2027-01-10', '2027-01-13', 'Travaux'), closed('2027-01-14', '2027-01-31')),
      { ...closed('2027-01-10', '2027-01-31', 'Travaux') },
    ],
    [
      'an opening ends a closure',
      week(closed('2027-01-01', '2027-01-31'), extra('2027-01-16', '2027-01-16', '12:00', '14:00')),
      closed('2027-01-01', '2027-01-15'),
    ],
    [
      'an opening today is no closure',
      week(closed('2027-01-01', '2027-01-31'), extra('2027-01-12', '2027-01-12', '18:00', '19:00')),
      undefined,
    ],
    ['a closure to come is not told yet', week(closed('2027-01-13', '2027-01-31')), undefined],
  ])('%s', (_title, timetable, expected) => {
    const opening = openingAt(timetable, instantOf('2027-01-12T15:00', 'Europe/Paris'));
    expect(opening.state === 'opens' ? opening.closure : 'not opening').toEqual(expected);
  });
});

const time = fc
  .integer({ min: 0, max: 95 })
  .map(
    (quarter) => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`,
  );
const slot = fc.record({
  day: fc.constantFrom('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'),
  kind: fc.constantFrom('cook', 'meal'),
  service: fc.constantFrom('lunch', 'dinner', 'brunch', 'afternoon', undefined),
  opens: fc.option(time, { nil: undefined }),
  closes: fc.option(time, { nil: undefined }),
});
const exception = fc
  .record({
    offset: fc.nat(60),
    length: fc.nat(20),
    kind: fc.constantFrom('closed', 'changed', 'extra'),
    opens: time,
    closes: time,
  })
  .map(({ offset, length, kind, opens, closes }): OpeningException => {
    const from = addDays('2027-03-01', offset);
    return { from, to: addDays(from, length), kind, ...(kind === 'closed' ? {} : { opens, closes }) };
  });
const timetable = fc.record({
  timezone: fc.constantFrom('Europe/Paris', 'Indian/Reunion', 'America/Guadeloupe'),
  slots: fc.array(slot, { maxLength: 8 }),
  exceptions: fc.array(exception, { maxLength: 4 }),
  publicHolidays: fc.constantFrom('open', 'closed', 'unknown'),
  holidayZone: fc.constantFrom('metropole', 'reunion', 'guadeloupe'),
});
const instant = fc.integer({ min: Date.parse('2027-02-20'), max: Date.parse('2027-06-20') });

test('for any timetable and instant: what is told is so, and holds until it is said to change', () => {
  fc.assert(
    fc.property(timetable, instant, (timetable, now) => {
      const opening = openingAt(timetable, now);
      if (timetable.slots.length === 0 && timetable.exceptions.length === 0) expect(opening.state).toBe('unknown');
      if (opening.state === 'open') {
        expect(opening.until).toBeGreaterThan(now);
        const justBefore = openingAt(timetable, opening.until - 1);
        expect(['open', 'started']).toContain(justBefore.state);
      }
      if (opening.state === 'started') expect(opening.since).toBeLessThanOrEqual(now);
      if (opening.state === 'opens') {
        expect(opening.at).toBeGreaterThan(now);
        expect(dayIn(timetable.timezone, opening.at)).toBe(opening.day);
        const then = openingAt(timetable, opening.at);
        // A service that the clock's change swallows has no length.
        const lasts = planOf(timetable, opening.day).periods.some(
          ({ start, end }) => start === opening.at && (end === undefined || end > start),
        );
        if (lasts)
          expect(opening.doubt === undefined ? ['open', 'started'] : ['open', 'started', 'unknown']).toContain(
            then.state,
          );
      }
      if ((opening.state === 'opens' || opening.state === 'expected') && opening.closure) {
        expect(opening.closure.to < opening.day).toBe(true);
        expect(planOf(timetable, opening.closure.to).closure).toBeDefined();
      }
      if (opening.state === 'closed' && timetable.exceptions.every(({ kind }) => kind !== 'closed')) {
        // Only untold slots, without an hour and without a service, can make such a week.
        expect(timetable.slots.every(({ opens, service }) => opens === undefined && service === undefined)).toBe(true);
      }
    }),
    { numRuns: 5_000, seed: 3 },
  );
});

// 12 January 2027 is a Tuesday.
test.each<[string, string, OpeningException[], boolean]>([
  ['open by the week', '2027-01-12T12:30', [], false],
  ['open by an extra service', '2027-01-13T18:30', [extra('2027-01-13', '2027-01-13', '18:00', '20:00')], true],
  ['open by other hours', '2027-01-12T12:30', [changed('2027-01-12', '2027-01-12', '11:00', '15:00')], true],
  ['opens by the week', '2027-01-11T12:00', [], false],
  ['opens by an extra service', '2027-01-13T09:00', [extra('2027-01-13', '2027-01-13', '18:00', '20:00')], true],
  [
    'opens by the week, before an extra one',
    '2027-01-11T12:00',
    [extra('2027-01-13', '2027-01-13', '18:00', '20:00')],
    false,
  ],
])('%s: announced for its day or not', (_name, wall, exceptions, expected) => {
  const timetable = weekly([meal('tuesday', '12:00', '14:00')], { exceptions });
  const now = instantOf(wall, 'Europe/Paris');
  expect(isAnnounced(openingAt(timetable, now), timetable, now)).toBe(expected);
});
