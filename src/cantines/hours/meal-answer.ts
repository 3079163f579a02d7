import {
  servicesOn,
  USUAL_HOURS,
  type OpeningException,
  type PlannedService,
  type Service,
  type Timetable,
  type WeeklySlot,
} from '#domain/opening.ts';
import { dayIn, timeIn } from '#domain/zones.ts';
import { MEAL_IS_OVER, type Meal, type Moment } from './moments.ts';

/** Whether one eats at a moment. What nobody wrote is unknown, never no. */
export type MealAnswer =
  /** By the services that surely take place, in the order in which they are written. */
  | { answer: 'yes'; meals: readonly PlannedService[] }
  /** `closure`: the one that was announced; undefined when the week has no meal then, or it is over. */
  | { answer: 'no'; closure: OpeningException | undefined }
  /** `doubt`: the public holiday of which nobody spoke, when it is the only reason. */
  | { answer: 'unknown'; doubt: string | undefined };

const MIDDAY = ['11:00', '14:59'] as const;
const EVENING = '17:30';

const MEAL_OF: Readonly<Record<Service, Meal | undefined>> = {
  lunch: 'lunch',
  brunch: 'lunch',
  dinner: 'dinner',
  afternoon: undefined,
};

type Written = Pick<WeeklySlot, 'service' | 'opens' | 'closes'>;

/** The meals that a service is, by its name or else by its hour: a long one may be both. */
function mealsOf({ service, opens, closes }: Written): (Meal | undefined)[] {
  if (service) return [MEAL_OF[service]];
  if (opens === undefined) return [];
  const end = closes === undefined ? opens : closes <= opens ? '24:00' : closes;
  const meals: Meal[] = [];
  if (opens <= MIDDAY[1] && (opens >= MIDDAY[0] || end > USUAL_HOURS.lunch[0])) meals.push('lunch');
  if (opens >= EVENING || end > USUAL_HOURS.dinner[0]) meals.push('dinner');
  return meals;
}

/** Whether one eats at a moment, where the cantine is: the week, its exceptions and public holidays, as of an instant. */
export function mealAt(timetable: Timetable, { day, meal }: Moment, now: number): MealAnswer {
  const today = dayIn(timetable.timezone, now);
  const time = timeIn(timetable.timezone, now);
  const isOver = (each: Meal | undefined) => day < today || (day === today && time >= MEAL_IS_OVER[each ?? 'dinner']);
  if (isOver(meal)) return { answer: 'no', closure: undefined };
  const fits = (service: Written): boolean => {
    const meals = mealsOf(service);
    return meal ? meals.includes(meal) : meals.length === 0 || meals.some((each) => !isOver(each));
  };
  const { services, closure, someday, decided } = servicesOn(timetable, day);
  const eaten = services.filter(({ kind }) => kind === 'meal');
  const told = eaten.filter((service) => service.doubt === undefined && fits(service));
  if (told.length > 0) return { answer: 'yes', meals: told };
  // One eats after one cooks: when no meal is written, at an hour that is not known.
  const vague = eaten.length > 0 ? eaten.filter(({ service, opens }) => !service && !opens) : services;
  const may = [...vague, ...eaten.filter(fits)];
  const unknown =
    may.length > 0 ||
    someday.some((slot) => slot.kind === 'cook' || fits(slot)) ||
    (!decided && timetable.slots.length === 0);
  if (!unknown) return { answer: 'no', closure };
  return { answer: 'unknown', doubt: may.find(({ doubt }) => doubt !== undefined)?.doubt };
}

/** True when exceptions alone give this answer: they are dated, and hold however old the week is. */
export function isAnnounced(timetable: Timetable, moment: Moment, now: number, { answer }: MealAnswer): boolean {
  return answer !== 'unknown' && mealAt({ ...timetable, slots: [] }, moment, now).answer === answer;
}
