import {
  servicesOn,
  STARTED_HOURS,
  USUAL_HOURS,
  usualHours,
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
  /** `closure`: the one that was announced; undefined when the week has no meal then. */
  | { answer: 'no'; closure: OpeningException | undefined }
  /** Whatever took place, nobody comes any more. */
  | { answer: 'over' }
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

/** When a service of a day is over, `HH:mm` (`25:30` the night after), by its hours or those that are usual. */
function endOf({ service, opens, closes }: Written): string {
  if (opens === undefined) return closes ?? usualHours(service)[1];
  if (closes !== undefined) return closes <= opens ? '24:00' : closes;
  return `${String(Number(opens.slice(0, 2)) + STARTED_HOURS).padStart(2, '0')}${opens.slice(2)}`;
}

/** Whether one eats at a moment, where the cantine is: the week, its exceptions and public holidays, as of an instant. */
export function mealAt(timetable: Timetable, { day, meal }: Moment, now: number): MealAnswer {
  const today = dayIn(timetable.timezone, now);
  const time = timeIn(timetable.timezone, now);
  if (day < today) return { answer: 'over' };
  const fits = (service: Written): boolean => meal === undefined || mealsOf(service).includes(meal);
  // What has no written end may last until the next meal.
  const mayFit = (slot: Written): boolean =>
    fits(slot) || (slot.opens !== undefined && !slot.closes && fits({ ...slot, closes: endOf(slot) }));
  // One eats after one cooks, however early one cooks.
  const isLeft = (slot: WeeklySlot | PlannedService): boolean =>
    day > today || slot.kind === 'cook' || time < endOf(slot);
  const { services, closure, someday, decided } = servicesOn(timetable, day);
  const eaten = services.filter(({ kind }) => kind === 'meal');
  const told = eaten.filter((service) => service.doubt === undefined && fits(service));
  const left = told.filter(isLeft);
  if (left.length > 0) return { answer: 'yes', meals: left };
  if (day === today && time >= MEAL_IS_OVER[meal ?? 'dinner']) return { answer: 'over' };
  // When no meal is written, it is at an hour that is not known.
  const vague = eaten.length > 0 ? eaten.filter(({ service, opens }) => !service && !opens) : services;
  const may = [...vague, ...eaten.filter(mayFit)].filter(isLeft);
  const unknown =
    may.length > 0 ||
    someday.some((slot) => isLeft(slot) && (slot.kind === 'cook' || mayFit(slot))) ||
    (!decided && timetable.slots.length === 0);
  if (unknown) return { answer: 'unknown', doubt: may.find(({ doubt }) => doubt !== undefined)?.doubt };
  return told.length > 0 || someday.some(fits) ? { answer: 'over' } : { answer: 'no', closure };
}

/** True when exceptions alone give this answer: they are dated, and hold however old the week is. */
export function isAnnounced(timetable: Timetable, moment: Moment, now: number, { answer }: MealAnswer): boolean {
  const dated = answer === 'yes' || answer === 'no';
  return dated && mealAt({ ...timetable, slots: [] }, moment, now).answer === answer;
}
