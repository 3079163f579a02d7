import { formatOf } from '#domain/date-words.ts';
import { formatTime, joinWords } from '#domain/french.ts';
import type { PlannedService } from '#domain/opening.ts';
import { sayClosure } from './day-words.ts';
import type { MealAnswer } from './meal-answer.ts';
import { sayMoment, type Moment } from './moments.ts';

const NBSP = '\u00a0';

const SERVICE_WORDS = {
  lunch: 'le midi',
  dinner: 'le soir',
  brunch: 'pour le brunch',
  afternoon: 'l’après-midi',
} as const;

/** `à 12 h 15`, `le midi` when no hour is known; empty when the moment already says it. */
function sayWhen({ opens, service }: PlannedService, { meal }: Moment): string {
  if (opens !== undefined) return `à ${formatTime(opens)}`;
  return service && service !== meal ? SERVICE_WORDS[service] : '';
}

/**
 * A cantine's answer as a visitor reads it: `Demain midi : à table à 12 h 15`, `Samedi soir : à demander`.
 * @param at.today the day on which it is read
 * @param at.asOf the date of the week when it is to be confirmed, `null` when it has none; undefined when it is sure
 */
export function sayMeal(
  answer: MealAnswer,
  moment: Moment,
  { today, asOf }: { today: string; asOf: string | null | undefined },
): string {
  return `${sayMoment(moment, today)}${NBSP}: ${sayIt(answer, moment, today, asOf)}`;
}

function sayIt(said: MealAnswer, moment: Moment, today: string, asOf: string | null | undefined): string {
  switch (said.answer) {
    case 'yes': {
      const meals = [...said.meals].sort((a, b) => (a.opens ?? '').localeCompare(b.opens ?? ''));
      const times = [...new Set(meals.map((service) => sayWhen(service, moment)).filter(Boolean))];
      const from = asOf === undefined ? '' : ` ${asOf ? `(horaires ${formatOf(asOf)}` : '(horaires'}, à confirmer)`;
      const hour = said.meals.some(({ opens }) => opens !== undefined) ? '' : ', heure à demander';
      return `à table${times.length > 0 ? ` ${joinWords(times)}` : ''}${hour}${from}`;
    }
    case 'no':
      // A « no » of an old week is no answer.
      if (said.closure) return sayClosure(said.closure, today, moment.day).replace(/^F/, 'f');
      return asOf === undefined ? 'pas de repas annoncé' : 'à demander';
    case 'over':
      return 'c’est passé';
    case 'unknown':
      return said.doubt === undefined ? 'à demander' : `à demander (${said.doubt})`;
  }
}
