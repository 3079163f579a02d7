import { dayIn, timeIn } from '#domain/zones.ts';
import { mealOf, isNear, type CantineRecord, type FoundCantine } from '../finder/finder.ts';
import { byDistance, locate, type Origin } from '../finder/nearness.ts';
import { sayMeal } from '../hours/meal-words.ts';
import { momentsFrom, writeMoment, type Moment } from '../hours/moments.ts';

/** The cantine where one eats next near a place, and when; `moment` undefined when nobody wrote it. */
export interface NextMeal {
  found: FoundCantine;
  moment: Moment | undefined;
}

/**
 * Near a place, the next meal of the week, at the nearest of the cantines that serve one then; the nearest cantine when
 * no meal is known. Undefined when nothing is open.
 * @param now milliseconds since 1970
 */
export function nextMealNear(records: readonly CantineRecord[], origin: Origin, now: number): NextMeal | undefined {
  const open = records.filter(({ status }) => status === 'open').map((record) => locate(record, origin));
  const [nearest, ...others] = open.sort(byDistance);
  if (!nearest) return undefined;
  // As addresses write them, moments are in their order: « midi » comes before « soir ».
  const meals = [nearest, ...others.filter((each) => isNear(each))].flatMap((found) => {
    const moment = nextMeal(found.record, now);
    return moment ? [{ found, moment }] : [];
  });
  const [next] = meals.sort((one, other) => writeMoment(one.moment).localeCompare(writeMoment(other.moment)));
  return next ?? { found: nearest, moment: undefined };
}

function nextMeal(record: CantineRecord, now: number): Moment | undefined {
  const { timezone } = record.timetable;
  return momentsFrom(dayIn(timezone, now), timeIn(timezone, now)).find(
    (moment) => moment.meal !== undefined && mealOf(record, moment, now).answer.answer === 'yes',
  );
}

/** `Mardi midi : à table à 12 h 30`, `Pas de repas connu cette semaine : demandez avant de venir`. */
export function sayNextMeal({ found: { record }, moment }: NextMeal, now: number): string {
  if (!moment) return 'Pas de repas connu cette semaine\u00a0: demandez avant de venir';
  const { answer, sure } = mealOf(record, moment, now);
  const today = dayIn(record.timetable.timezone, now);
  return sayMeal(answer, moment, { today, asOf: sure ? undefined : (record.asOf.hours ?? null) });
}
