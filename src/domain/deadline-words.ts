/** How the dates of an opportunity are said: on a chip, in a list, in a feed, in an e-mail, in a report. */
import { formatDate, formatDay, formatMonths, formatPeriod } from './date-words.ts';
import { deadlineState, type Calendar, type DeadlineState } from './deadlines.ts';
import { count } from './numbers.ts';

/** The dates of an opportunity, and the months of its habit, which are never said as dates. */
export interface UsualCalendar extends Calendar {
  usualMonths: { opens: readonly string[] };
}

interface NotedWindow {
  opensOn?: string | undefined;
  closesOn?: string | undefined;
  /** What its source says of it, « à midi ». */
  note?: string | undefined;
}

interface NotedCalendar extends UsualCalendar {
  windows: readonly NotedWindow[];
}

/** The months of its habit, « décembre et janvier »; undefined without any. */
export const usualOpening = ({ usualMonths }: Pick<UsualCalendar, 'usualMonths'>): string | undefined =>
  usualMonths.opens.length === 0 ? undefined : formatMonths(usualMonths.opens);

/**
 * A deadline's state as a visitor reads it, and the class of its colour.
 * @param usual months in which the opportunity usually opens, « décembre et janvier »
 */
export function sayDeadline(state: DeadlineState, usual: string | undefined): { words: string; tone?: string } {
  switch (state.state) {
    case 'permanent':
      return { words: 'Ouvert toute l’année', tone: 'tone-good' };
    case 'open':
      return { words: state.closesOn ? `Ouvert jusqu’au ${formatDate(state.closesOn)}` : 'Ouvert', tone: 'tone-good' };
    case 'closing':
      return {
        words: `Clôt ${sayClosing(state.closesOn, state.days)}`,
        tone: state.days <= 7 ? 'tone-late' : 'tone-soon',
      };
    case 'opens':
      return { words: `Ouvre le ${formatDate(state.opensOn)}`, tone: 'tone-soon' };
    case 'closed':
      return {
        words: usual ? `Clos, revient d’habitude en ${usual}` : `Clos depuis le ${formatDate(state.closedOn)}`,
      };
    case 'unknown':
      return { words: usual ? `S’ouvre d’habitude en ${usual}` : 'Dates non renseignées' };
  }
}

/** After « clôt »: `aujourd’hui`, `dans 3 jours, le 24 novembre 2026`. */
// No `count`: a chip would bring the formatters of numbers to every page.
export const sayClosing = (closesOn: string, days: number): string =>
  days === 0 ? 'aujourd’hui' : `dans ${days}\u00a0jour${days > 1 ? 's' : ''}, le ${formatDate(closesOn)}`;

/** What stays true on any day: for a page without JavaScript. */
export function sayKnownDates(calendar: UsualCalendar): string {
  if (calendar.rhythm === 'permanent') return 'Toute l’année';
  const last = calendar.windows
    .flatMap(({ closesOn }) => closesOn ?? [])
    .sort()
    .at(-1);
  if (last !== undefined) return `Dernière clôture connue\u00a0: ${formatDate(last)}`;
  const usual = usualOpening(calendar);
  return usual === undefined ? 'Dates non renseignées' : `S’ouvre d’habitude en ${usual}`;
}

/** `du 2 juin 2025 au 15 septembre 2025`, `jusqu’au…`, `à partir du…`, each with its note. */
export const sayWindow = ({ opensOn, closesOn, note }: NotedWindow): string =>
  formatPeriod(opensOn, closesOn) + (note === undefined ? '' : ` (${note})`);

/** `d’habitude en décembre, à confirmer`: a habit, never a date. */
export const sayHabit = (calendar: Pick<UsualCalendar, 'usualMonths'>): string | undefined => {
  const usual = usualOpening(calendar);
  return usual && `d’habitude en ${usual}, à confirmer`;
};

/**
 * When an opportunity can be answered, in words that stay true after the day on which they are sent.
 * @param today `YYYY-MM-DD`, in France
 */
export function sayDates(calendar: NotedCalendar, today: string): string {
  const state = deadlineState(calendar, today);
  switch (state.state) {
    case 'permanent':
      return 'ouvert toute l’année';
    case 'open':
    case 'closing':
      return state.closesOn === undefined
        ? 'ouvert, sans date limite connue'
        : `ouvert jusqu’au ${sayLastDay(calendar, state.closesOn, state.days ?? 0)}`;
    case 'opens': {
      const closesOn = calendar.windows.find(({ opensOn }) => opensOn === state.opensOn)?.closesOn;
      const opens = `ouvre le ${formatDay(state.opensOn)}`;
      return closesOn === undefined ? opens : `${opens}, clôt le ${withNote(calendar, closesOn)}`;
    }
    case 'closed':
      return `clos depuis le ${formatDay(state.closedOn)}`;
    case 'unknown': {
      const usual = usualOpening(calendar);
      return usual === undefined
        ? 'non renseignées, à demander au financeur'
        : `s’ouvre d’habitude en ${usual}, dates non renseignées`;
    }
  }
}

/** A last day to remind: `mardi 12 janvier 2027 (dans 14 jours)`. */
export const sayLastDay = (calendar: NotedCalendar, closesOn: string, days: number): string =>
  `${withNote(calendar, closesOn)} (${days === 0 ? 'aujourd’hui' : days === 1 ? 'demain' : `dans ${count(days, 'jour')}`})`;

function withNote({ windows }: NotedCalendar, closesOn: string): string {
  const note = windows.find((window) => window.closesOn === closesOn)?.note;
  return note === undefined ? formatDay(closesOn) : `${formatDay(closesOn)}, ${note}`;
}
