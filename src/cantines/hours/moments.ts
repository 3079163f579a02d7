import { addDays, daysBetween } from '#domain/days.ts';
import { capitalised } from '#domain/french.ts';
import { sayDay } from './day-words.ts';

export type Meal = 'lunch' | 'dinner';

/** When a visitor would come to eat: on a calendar day, or at one of its meals. */
export interface Moment {
  day: string;
  meal: Meal | undefined;
}

const IN_ADDRESS: Readonly<Record<Meal, string>> = { lunch: 'midi', dinner: 'soir' };

/** From which hour on nobody comes to a meal any more. */
export const MEAL_IS_OVER: Readonly<Record<Meal, string>> = { lunch: '15:00', dinner: '23:00' };

/** `2027-01-12-midi`, `2027-01-12-soir`, `2027-01-12`. */
export const writeMoment = ({ day, meal }: Moment): string => (meal ? `${day}-${IN_ADDRESS[meal]}` : day);

/** The reverse; undefined for what names no moment. */
export function readMoment(text: string): Moment | undefined {
  const [, day = '', meal] = /^(\d{4}-\d\d-\d\d)(?:-(midi|soir))?$/.exec(text) ?? [];
  // JavaScript reads no 40 February, and may roll the 30th over to March.
  if (Number.isNaN(Date.parse(`${day}T00:00:00Z`)) || addDays(day, 0) !== day) return undefined;
  return { day, meal: meal === undefined ? undefined : meal === 'midi' ? 'lunch' : 'dinner' };
}

/** How many days ahead one may ask for: beyond, nobody knows. */
const DAYS_AHEAD = 7;

/** True for what one may still ask on `today`. */
export function isAhead({ day }: Moment, today: string): boolean {
  const ahead = daysBetween(today, day);
  return ahead >= 0 && ahead < DAYS_AHEAD;
}

/**
 * What one may ask for: today, then each meal of the week to come.
 * @param time the hour of today, `HH:mm`
 */
export function momentsFrom(today: string, time: string): Moment[] {
  const meals: readonly Meal[] = ['lunch', 'dinner'];
  const days = Array.from({ length: DAYS_AHEAD }, (_, ahead) => addDays(today, ahead));
  const moments = days.flatMap((day) => meals.map((meal) => ({ day, meal })));
  return [
    { day: today, meal: undefined },
    ...moments.filter(({ day, meal }) => day > today || time < MEAL_IS_OVER[meal]),
  ];
}

/** `Aujourd’hui`, `Ce midi`, `Demain soir`, `Samedi midi`. */
export function sayMoment({ day, meal }: Moment, today: string): string {
  if (!meal) return capitalised(sayDay(day, today));
  const named = day === today ? 'ce' : sayDay(day, today);
  return `${capitalised(named)} ${IN_ADDRESS[meal]}`;
}
