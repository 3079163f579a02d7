import { formatDay } from '#domain/date-words.ts';
import { formatTime } from '#domain/french.ts';
import { TIME_ZONES } from '#domain/time-zones.ts';
import type { Session } from '#schemas/sessions.ts';

/** `mardi 12 janvier 2027, de 18 h 30 à 20 h`, in the session's own time. */
export function sayTimes({ startsAt, endsAt }: Pick<Session, 'startsAt' | 'endsAt'>): string {
  const [startDay, start] = [formatDay(startsAt.slice(0, 10)), formatTime(startsAt.slice(11))];
  const [endDay, end] = [formatDay(endsAt.slice(0, 10)), formatTime(endsAt.slice(11))];
  return startDay === endDay ? `${startDay}, de ${start} à ${end}` : `du ${startDay}, ${start}, au ${endDay}, ${end}`;
}

/** ` (heure : Guadeloupe)`; nothing in mainland France. */
export const sayZone = ({ timezone }: Pick<Session, 'timezone'>): string =>
  timezone === 'Europe/Paris' ? '' : ` (heure\u00a0: ${TIME_ZONES[timezone]})`;
