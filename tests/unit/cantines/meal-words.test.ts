import { expect, test } from 'vitest';
import type { MealAnswer } from '#cantines/hours/meal-answer.ts';
import { sayMeal } from '#cantines/hours/meal-words.ts';
import type { Moment } from '#cantines/hours/moments.ts';
import type { PlannedService } from '#domain/opening.ts';

// A Tuesday.
const TODAY = '2027-01-12';
const TOMORROW: Moment = { day: '2027-01-13', meal: 'lunch' };
const ALL_DAY: Moment = { day: '2027-01-13', meal: undefined };
const yes = (...meals: Partial<PlannedService>[]): MealAnswer => ({
  answer: 'yes',
  meals: meals.map((each) => ({ kind: 'meal', service: undefined, doubt: undefined, ...each })),
});
const unknown = (doubt?: string): MealAnswer => ({ answer: 'unknown', doubt });
const no: MealAnswer = { answer: 'no', closure: undefined };
const closedOn = (from: string, to: string): MealAnswer => ({
  answer: 'no',
  closure: { from, to, kind: 'closed', reason: 'Fête' },
});
const closed: MealAnswer = {
  answer: 'no',
  closure: { from: TODAY, to: '2027-01-25', kind: 'closed', reason: 'Congés' },
};

test.each<[string, MealAnswer, Moment, (string | null)?]>([
  ['Demain midi : à table à 12 h 15', yes({ opens: '12:15', service: 'lunch' }), TOMORROW],
  ['Demain midi : à table, heure à demander', yes({ service: 'lunch' }), TOMORROW],
  ['Demain midi : à table pour le brunch, heure à demander', yes({ service: 'brunch' }), TOMORROW],
  ['Demain : à table à 12 h 15 et à 19 h', yes({ opens: '12:15' }, { opens: '19:00' }), ALL_DAY],
  ['Demain : à table le midi et le soir, heure à demander', yes({ service: 'lunch' }, { service: 'dinner' }), ALL_DAY],
  [
    'Demain midi : à table à 12 h 15 (horaires de juillet 2022, à confirmer)',
    yes({ opens: '12:15' }),
    TOMORROW,
    '2022-07',
  ],
  ['Demain midi : à table à 12 h 15 (horaires, à confirmer)', yes({ opens: '12:15' }), TOMORROW, null],
  ['Demain midi : pas de repas annoncé', no, TOMORROW],
  // A « no » of an old week is no answer; a closure is announced for its days.
  ['Demain midi : à demander', no, TOMORROW, '2022-07'],
  ['Demain midi : fermée jusqu’au 25 janvier (congés)', closed, TOMORROW],
  ['Demain midi : fermée (fête)', closedOn('2027-01-13', '2027-01-13'), TOMORROW],
  ['Demain midi : fermée jusqu’au 14 janvier (fête)', closedOn('2027-01-13', '2027-01-14'), TOMORROW],
  ['Ce midi : fermée aujourd’hui (fête)', closedOn(TODAY, TODAY), { day: TODAY, meal: 'lunch' }],
  ['Ce midi : c’est passé', { answer: 'over' }, { day: TODAY, meal: 'lunch' }],
  // Whatever the week was worth.
  ['Ce midi : c’est passé', { answer: 'over' }, { day: TODAY, meal: 'lunch' }, '2022'],
  // By the hour, however it was written.
  ['Demain : à table à 12 h 15 et à 19 h', yes({ opens: '19:00' }, { opens: '12:15' }), ALL_DAY],
  ['Demain midi : à demander', unknown(), TOMORROW],
  ['Demain midi : à demander (lundi de Pâques)', unknown('lundi de Pâques'), TOMORROW],
])('%s', (words, answer, moment, asOf) => {
  expect(sayMeal(answer, moment, { today: TODAY, asOf }).replaceAll('\u00a0', ' ')).toBe(words);
});
