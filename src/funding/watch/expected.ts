/** What a habit says of a call around now, while nothing of it is announced. */
import { formatMonth } from '#domain/date-words.ts';
import type { Calendar } from '#domain/deadlines.ts';
import { closingMonth, deadlineState } from '#domain/deadlines.ts';
import { addToMonth, monthOf } from '#domain/months.ts';
import { seasonsFrom, type Season } from '#domain/seasons.ts';

/** How far a report looks: the past month, this one and the next two. */
export const reportMonths = (today: string): { from: string; to: string } => ({
  from: addToMonth(monthOf(today), -1),
  to: addToMonth(monthOf(today), 2),
});

export interface Expected {
  /** The order of what is lost by waiting: 0 is the most urgent. */
  urgency: number;
  why: string;
  remedy: string;
}

const LOOK = 'Cherchez la date aujourd’hui : ajoutez la période, ou corrigez les mois habituels.';
const WAIT = 'Regardez si les dates sont annoncées ; si oui, ajoutez la période.';
const PAST = 'Cherchez ce qui s’est passé : ajoutez la période, ou corrigez les mois habituels.';

/** What is expected of a call around a day: the most urgent, or undefined when its dates are known or it has no habit. */
export function expectedOf(calendar: Calendar, today: string): Expected | undefined {
  if (calendar.rhythm === 'permanent') return undefined;
  const { from } = reportMonths(today);
  const seasons = seasonsFrom(calendar, `${from}-01`, 12);
  return [...openSeason(calendar, today), ...seasons]
    .flatMap((season) => expectations(season, today))
    .sort((one, other) => one.urgency - other.urgency)[0];
}

/** The closing to expect of a window that is open, or will be, without a closing day. */
function openSeason(calendar: Calendar, today: string): Season[] {
  const found = deadlineState(calendar, today);
  if (found.state === 'open' && found.closesIn !== undefined) return [{ opensIn: undefined, closesIn: found.closesIn }];
  if (found.state !== 'opens') return [];
  const closesOn = calendar.windows.find(({ opensOn }) => opensOn === found.opensOn)?.closesOn;
  const closesIn = closesOn === undefined ? closingMonth(calendar, found.opensOn) : undefined;
  return closesIn === undefined ? [] : [{ opensIn: undefined, closesIn }];
}

function expectations({ opensIn, closesIn }: Season, today: string): Expected[] {
  const { from, to } = reportMonths(today);
  const now = monthOf(today);
  const told: Expected[] = [];
  const tell = (urgency: number, why: string, remedy: string) => told.push({ urgency, why, remedy });
  if (closesIn === from) tell(7, `se clôt d’habitude en ${formatMonth(from)} : sans doute passé`, PAST);
  if (closesIn === now) tell(0, 'se clôt d’habitude ce mois-ci', LOOK);
  if (closesIn !== undefined && closesIn > now && closesIn <= to)
    tell(closesIn === to ? 5 : 3, `se clôt d’habitude en ${formatMonth(closesIn)}`, WAIT);
  if (opensIn === undefined) return told;
  if (opensIn === now) tell(2, 's’ouvre d’habitude ce mois-ci', LOOK);
  if (opensIn > now && opensIn <= to)
    tell(opensIn === to ? 6 : 4, `s’ouvre d’habitude en ${formatMonth(opensIn)}`, WAIT);
  // Without a closing month, only the last month tells that it may be open.
  if (opensIn < now && (closesIn === undefined ? opensIn === from : closesIn >= now))
    tell(1, `sans doute ouvert : s’ouvre d’habitude en ${formatMonth(opensIn)}`, LOOK);
  return told;
}
