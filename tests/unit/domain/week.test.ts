import { describe, expect, test } from 'vitest';
import type { Weekday } from '#domain/days.ts';
import type { Timetable } from '#domain/opening.ts';
import { joinServices, weekInWords } from '#domain/week.ts';

type Slot = Timetable['slots'][number];
const meal = (day: Weekday, more: Partial<Slot> = {}): Slot => ({ day, kind: 'meal', ...more });
const cook = (day: Weekday, more: Partial<Slot> = {}): Slot => ({ ...meal(day, more), kind: 'cook' });

/** Each group of days with what happens then, spaces as one types them. */
const said = (slots: readonly Slot[]) =>
  weekInWords(slots).map(({ days, services }) => `${days} : ${services.join(', ')}`.replaceAll('\u00a0', ' '));

describe('what happens on a day', () => {
  test.each<[string, Slot]>([
    ['on mange à 12 h 30', meal('monday', { opens: '12:30' })],
    ['on mange de 12 h 30 à 14 h', meal('monday', { opens: '12:30', closes: '14:00' })],
    ['on cuisine à 9 h', cook('monday', { opens: '09:00' })],
    ['on mange le midi', meal('monday', { service: 'lunch' })],
    ['on mange le soir', meal('monday', { service: 'dinner' })],
    ['c’est brunch', meal('monday', { service: 'brunch' })],
    ['on cuisine l’après-midi', cook('monday', { service: 'afternoon' })],
    ['on mange', meal('monday')],
    ['on mange à 12 h', meal('monday', { service: 'lunch', opens: '12:00' })],
  ])('%s', (words, slot) => {
    expect(said([slot])).toEqual([`Lundi : ${words}`]);
  });

  test.each<[string, Slot[], string]>([
    [
      'in the order of the day, a service without an hour at its usual one',
      [
        meal('monday', { service: 'dinner' }),
        meal('monday', { opens: '17:00' }),
        meal('monday', { service: 'lunch' }),
        cook('monday', { opens: '09:00' }),
      ],
      'on cuisine à 9 h, on mange le midi, on mange à 17 h, on mange le soir',
    ],
    [
      'what has neither hour nor service first',
      [meal('monday', { opens: '00:30' }), cook('monday')],
      'on cuisine, on mange à 0 h 30',
    ],
    [
      'of two at the same hour, one cooks first',
      [meal('monday', { opens: '12:00' }), cook('monday', { opens: '12:00' })],
      'on cuisine à 12 h, on mange à 12 h',
    ],
    [
      'once, when it is written twice',
      [meal('monday', { opens: '12:00' }), meal('monday', { opens: '12:00' })],
      'on mange à 12 h',
    ],
  ])('%s', (_title, slots, words) => {
    expect(said(slots)).toEqual([`Lundi : ${words}`]);
  });
});

test.each([
  [['on mange le midi', 'on mange le soir'], 'on mange le midi et le soir'],
  [['on cuisine à 9 h', 'on mange à 12 h', 'on mange à 19 h'], 'on cuisine à 9 h, on mange à 12 h et à 19 h'],
  [['on cuisine', 'on mange'], 'on cuisine et on mange'],
  [[], ''],
])('%j in one sentence', (services, words) => {
  expect(joinServices(services)).toBe(words);
});

describe('the days that are alike', () => {
  test.each<[string, Weekday[]]>([
    ['Lundi', ['monday']],
    ['Lundi et mardi', ['monday', 'tuesday']],
    ['Du lundi au mercredi', ['monday', 'tuesday', 'wednesday']],
    ['Du lundi au dimanche', ['sunday', 'saturday', 'friday', 'thursday', 'wednesday', 'tuesday', 'monday']],
    ['Lundi, mardi et jeudi', ['monday', 'tuesday', 'thursday']],
    ['Mardi, samedi et dimanche', ['sunday', 'tuesday', 'saturday']],
  ])('%s', (days, given) => {
    expect(said(given.map((day) => meal(day)))).toEqual([`${days} : on mange`]);
  });

  test('come in the order of the week, by their first day', () => {
    const slots = [
      meal('friday', { service: 'dinner' }),
      meal('thursday', { service: 'lunch' }),
      meal('tuesday', { service: 'lunch' }),
      meal('wednesday', { service: 'dinner' }),
    ];
    expect(said(slots)).toEqual(['Mardi et jeudi : on mange le midi', 'Mercredi et vendredi : on mange le soir']);
  });

  test('come before what takes place on days that nobody wrote', () => {
    const someday: Slot[] = [
      { kind: 'meal', service: 'dinner' },
      { kind: 'cook', opens: '09:30' },
    ];
    expect(said([...someday, meal('friday')])).toEqual([
      'Vendredi : on mange',
      'Jours à demander : on cuisine à 9 h 30, on mange le soir',
    ]);
    expect(said(someday)).toEqual(['Jours à demander : on cuisine à 9 h 30, on mange le soir']);
  });
});
