import { formatDate } from '#domain/date-words.ts';
import { addMonths } from '#domain/months.ts';

/** For how long a confirmation of hours holds, in months. */
export const HOURS_HOLD_MONTHS = 6;

/** The open cantines: how many there are, and the days on which hours were last confirmed, one for each that has one. */
export interface ConfirmedHours {
  open: number;
  days: readonly string[];
}

/** How many of these hours were confirmed within six months, on a day: what was said later was not known yet. */
export const heldOn = (day: string, { days }: Pick<ConfirmedHours, 'days'>): number =>
  days.filter((each) => each <= day && day < addMonths(each, HOURS_HOLD_MONTHS)).length;

/** `Le 23 novembre 2026, 3 des 17 cantines ouvertes ont des horaires confirmés depuis moins de six mois`. */
export function sayShare(day: string, hours: ConfirmedHours): string {
  const held = heldOn(day, hours);
  const of = `des ${hours.open}\u00a0cantines ouvertes`;
  const when = `Le ${formatDate(day)}`;
  if (hours.open === 0) return `${when}, aucune cantine n’est ouverte`;
  if (held === 0) return `${when}, aucune ${of} n’a d’horaires confirmés depuis moins de six mois`;
  return `${when}, ${held} ${of} ${held === 1 ? 'a' : 'ont'} des horaires confirmés depuis moins de six mois`;
}
