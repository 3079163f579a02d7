/** How the dates of an opportunity are said: on a chip, in a list, in a feed, in an e-mail, in a report. */
import { formatDate, formatDay, formatMonth, formatMonths, formatPeriod, formatWhen } from './date-words.ts';
import { deadlineState, isToReconfirm, type Calendar, type DeadlineState } from './deadlines.ts';
import { count } from './numbers.ts';
import { isRunning, type Season } from './seasons.ts';

interface NotedWindow {
  opensOn?: string | undefined;
  closesOn?: string | undefined;
  /** What its source says of it, « à midi ». */
  note?: string | undefined;
}

interface NotedCalendar extends Calendar {
  windows: readonly NotedWindow[];
}

/** `s’ouvre d’habitude en décembre et se clôt en mars`: a habit, never a date; undefined without any. */
export function sayHabit({ usualMonths }: Pick<Calendar, 'usualMonths'>): string | undefined {
  const { opens = [], closes = [] } = usualMonths ?? {};
  if (opens.length === 0) return closes.length === 0 ? undefined : `se clôt d’habitude en ${formatMonths(closes)}`;
  const opening = `s’ouvre d’habitude en ${formatMonths(opens)}`;
  return closes.length === 0 ? opening : `${opening} et se clôt en ${formatMonths(closes)}`;
}

/** What to expect of a round, after its subject: `s’ouvre d’habitude en décembre`, `est d’habitude ouvert…`. */
export function saySeason(season: Season, today: string): string {
  const { opensIn, closesIn } = season;
  const isOpen = isRunning(season, today);
  if (closesIn !== undefined && (opensIn === undefined || isOpen)) {
    return opensIn !== undefined
      ? `d’habitude ouvert jusqu’en ${formatMonth(closesIn)}`
      : `se clôt d’habitude ${isOpen ? 'ce mois-ci' : `en ${formatMonth(closesIn)}`}`;
  }
  return `s’ouvre d’habitude ${isOpen ? 'ce mois-ci' : `en ${formatMonth(opensIn ?? '')}`}`;
}

/** A deadline’s state as a visitor reads it, and the class of its colour. */
export function sayDeadline(state: DeadlineState, today: string): { words: string; tone?: string } {
  switch (state.state) {
    case 'permanent':
      return { words: 'Ouvert toute l’année', tone: 'tone-good' };
    case 'open':
      return {
        words: state.closesOn
          ? `Ouvert jusqu’au ${formatDate(state.closesOn)}`
          : state.closesIn
            ? `Ouvert, se clôt d’habitude en ${formatMonth(state.closesIn)}`
            : 'Ouvert',
        tone: 'tone-good',
      };
    case 'closing':
      return {
        words: `Clôt ${sayClosing(state.closesOn, state.days)}`,
        tone: state.days <= 7 ? 'tone-late' : 'tone-soon',
      };
    case 'opens':
      return { words: `Ouvre le ${formatDate(state.opensOn)}`, tone: 'tone-soon' };
    case 'usual': {
      const said = capital(saySeason(state.season, today));
      if (isRunning(state.season, today)) return { words: said, tone: 'tone-usual' };
      const { opensIn } = state.season;
      return {
        words: state.closedOn && opensIn ? `Clos, revient d’habitude en ${formatMonth(opensIn)}` : said,
      };
    }
    case 'closed':
      return {
        words: state.returns ? 'Clos, revient à une date à préciser' : `Clos depuis le ${formatDate(state.closedOn)}`,
      };
    case 'unknown':
      return { words: state.returns ? 'Revient, dates à préciser' : 'Dates à demander' };
    case 'stale': {
      const said = state.season
        ? capital(saySeason(state.season, today))
        : state.isPermanent
          ? 'Toute l’année'
          : state.closedOn
            ? `Clos depuis le ${formatDate(state.closedOn)}`
            : 'Dates à demander';
      return { words: said + sayAge(state.asOf) };
    }
  }
}

// No `capitalised`: a chip would bring the module of French to every page.
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** After « clôt »: `aujourd’hui`, `dans 3 jours, le 24 novembre 2026`. */
// No `count`: a chip would bring the formatters of numbers to every page.
export const sayClosing = (closesOn: string, days: number): string =>
  days === 0 ? 'aujourd’hui' : `dans ${days}\u00a0jour${days > 1 ? 's' : ''}, le ${formatDate(closesOn)}`;

/**
 * What stays true on any day: for a page without JavaScript.
 * @param readOn the day of the reading: what was too old by then always is
 */
export function sayKnownDates(calendar: Calendar, readOn?: string): string {
  const { asOf, rhythm } = calendar;
  const isOld = asOf !== undefined && readOn !== undefined && rhythm !== 'one-off' && isToReconfirm(asOf, readOn);
  return sayKnown(calendar) + (isOld ? sayAge(asOf) : '');
}

const sayAge = (asOf: string): string => `, à reconfirmer (vu en ${asOf.slice(0, 4)})`;

function sayKnown(calendar: Calendar): string {
  if (calendar.rhythm === 'permanent') return 'Toute l’année';
  const habit = sayHabit(calendar);
  if (habit !== undefined) return capital(habit);
  const last = calendar.windows
    .flatMap(({ closesOn }) => closesOn ?? [])
    .sort()
    .at(-1);
  if (last !== undefined) return `Dernière clôture connue\u00a0: ${formatDate(last)}`;
  return calendar.rhythm === 'recurring' ? 'Revient, dates à préciser' : 'Dates à demander';
}

/** `du 2 juin 2025 au 15 septembre 2025`, `jusqu’au…`, `à partir du…`, each with its note. */
export const sayWindow = ({ opensOn, closesOn, note }: NotedWindow): string =>
  formatPeriod(opensOn, closesOn) + (note === undefined ? '' : ` (${note})`);

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
      if (state.closesOn === undefined) {
        return state.closesIn === undefined
          ? 'ouvert, sans date limite connue'
          : `ouvert, se clôt d’habitude en ${formatMonth(state.closesIn)}, à confirmer`;
      }
      return `ouvert jusqu’au ${sayLastDay(calendar, state.closesOn, state.days ?? 0)}`;
    case 'closing':
      return `ouvert jusqu’au ${sayLastDay(calendar, state.closesOn, state.days)}`;
    case 'opens': {
      const closesOn = calendar.windows.find(({ opensOn }) => opensOn === state.opensOn)?.closesOn;
      const opens = `ouvre le ${formatDay(state.opensOn)}`;
      return closesOn === undefined ? opens : `${opens}, clôt le ${withNote(calendar, closesOn)}`;
    }
    case 'closed':
      return `clos depuis le ${formatDay(state.closedOn)}${state.returns ? ', revient à une date à préciser' : ''}`;
    case 'usual':
      return `${saySeason(state.season, today)}, à confirmer`;
    case 'stale':
      return `${state.season ? `${saySeason(state.season, today)}, ` : ''}à reconfirmer, vu ${formatWhen(state.asOf.slice(0, 7))}`;
    case 'unknown':
      return state.returns ? 'à demander au financeur, mais cela revient' : 'à demander au financeur';
  }
}

/** A last day to remind: `mardi 12 janvier 2027 (dans 14 jours)`. */
export const sayLastDay = (calendar: NotedCalendar, closesOn: string, days: number): string =>
  `${withNote(calendar, closesOn)} (${days === 0 ? 'aujourd’hui' : days === 1 ? 'demain' : `dans ${count(days, 'jour')}`})`;

function withNote({ windows }: NotedCalendar, closesOn: string): string {
  const note = windows.find((window) => window.closesOn === closesOn)?.note;
  return note === undefined ? formatDay(closesOn) : `${formatDay(closesOn)}, ${note}`;
}
