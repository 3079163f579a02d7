/** Days as one says them on a given day. */
import { addDays, daysBetween } from '#domain/days.ts';
import type { OpeningException } from '#domain/opening.ts';

const NBSP = '\u00a0';

function format(day: string, options: Intl.DateTimeFormatOptions): string {
  const words = new Intl.DateTimeFormat('fr-FR', { ...options, timeZone: 'UTC' }).format(new Date(day));
  return words.replace(/\b1 (?=\p{L})/u, '1er ').replace(/(\d(?:er)?) /g, `$1${NBSP}`);
}

/** `25 août`, with its year when it is far away. */
const sayDate = (day: string, today: string) =>
  format(day, { day: 'numeric', month: 'long', ...(daysBetween(today, day) > 300 ? { year: 'numeric' } : {}) });

/** `aujourd’hui`, `demain`, `mardi`, and beyond six days `mardi 12 mars`. */
export function sayDay(day: string, today: string): string {
  const ahead = daysBetween(today, day);
  if (ahead === 0) return 'aujourd’hui';
  if (ahead === 1) return 'demain';
  return ahead <= 6 ? format(day, { weekday: 'long' }) : `${format(day, { weekday: 'long' })} ${sayDate(day, today)}`;
}

/**
 * `Fermée jusqu’au 25 août (congés d’été)`.
 * @param day the day of which one speaks: `Fermée (fête)` when the closure ends with it
 */
export function sayClosure({ to, reason }: OpeningException, today: string, day = today): string {
  const tomorrow = addDays(today, 1);
  const until =
    to === today
      ? ' aujourd’hui'
      : to === day
        ? ''
        : to === tomorrow
          ? ' jusqu’à demain'
          : ` jusqu’au ${sayDate(to, today)}`;
  return `Fermée${until}${reason ? ` (${reason.charAt(0).toLowerCase()}${reason.slice(1)})` : ''}`;
}
