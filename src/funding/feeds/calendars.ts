import type { FundingFeed } from './news.ts';
import type { CalendarCount, CalendarScope } from './calendar.ts';
import { count } from '#domain/numbers.ts';

/** A calendar to subscribe to. */
export interface FundingCalendar {
  /** Its path on the site. */
  path: string;
  /** What calendar programs call it. */
  name: string;
}

const ROOT = '/financements';
const DATES = `${ROOT}/dates`;

/**
 * The two calendars of a feed: `/financements/region/84.ics` tells announced days and usual months,
 * `/financements/dates/region/84.ics` announced days alone. That of all is `/financements/dates/toutes.ics`. People
 * subscribed to these addresses: they never change.
 */
export const calendarIn = ({ path, name }: FundingFeed, scope: CalendarScope): FundingCalendar =>
  scope === 'all'
    ? { path: `${path}.ics`, name }
    : {
        path: `${DATES}${path === ROOT ? '/toutes' : path.slice(ROOT.length)}.ics`,
        name: `${name} – dates annoncées`,
      };

/** `2 dates annoncées et 14 mois habituels`; undefined for an empty calendar. */
export function sayCount({ announced, usual }: CalendarCount): string | undefined {
  const parts = [
    announced > 0 && count(announced, 'date annoncée', 'dates annoncées'),
    usual > 0 && `${usual}\u00a0mois ${usual > 1 ? 'habituels' : 'habituel'}`,
  ].filter(Boolean);
  return parts.length === 0 ? undefined : parts.join(' et ');
}

const HABITS =
  'Un mois habituel y est noté « à confirmer », au 1er du mois et sans rappel ; il se place à sa date dès qu’elle est annoncée.';
const REMINDERS = 'trois rappels, 30, 7 et 2 jours avant, à 9 h';

/** What one gets by subscribing to a calendar that tells all, from what it held when it was written. */
export function sayHeld(held: CalendarCount): string {
  const said = sayCount(held);
  if (said === undefined) {
    return `Rien n’est annoncé pour l’instant, et aucun mois habituel n’est connu : cet agenda est vide. Il se remplira de lui-même ; une clôture annoncée y aura ${REMINDERS}.`;
  }
  const contents = `À sa dernière mise à jour, cet agenda contient ${said}${held.announced === 0 ? ', et aucune date annoncée' : ''}.`;
  const closings = `${held.closings === 0 ? 'Dès qu’une clôture sera annoncée, elle y aura' : 'Chaque clôture annoncée y a'} ${REMINDERS}, et une date qui change se corrige d’elle-même.`;
  return [contents, held.usual > 0 ? HABITS : '', closings].filter(Boolean).join(' ');
}
