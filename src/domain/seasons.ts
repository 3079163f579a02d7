/** Habits: the months in which something usually opens and closes, and the rounds to expect of them, never dates. */
import { addToMonth, monthOf } from './months.ts';

/** Numbers of months, `1` to `12`, as they were seen in the past years. */
export interface UsualMonths {
  opens: readonly string[];
  closes: readonly string[];
}

/** A round to expect: months, `YYYY-MM`, of which one is known at least. */
export interface Season {
  opensIn: string | undefined;
  closesIn: string | undefined;
}

/** What is known of the rounds so far. Days are `YYYY-MM-DD`. */
interface Rounds {
  rhythm: string;
  windows: readonly { opensOn?: string | undefined; closesOn?: string | undefined }[];
  usualMonths?: UsualMonths | undefined;
}

/** A yearly round does not come back sooner after the last one, in months. */
const REST = 6;

const isIn = (months: readonly string[], month: string): boolean => months.includes(String(Number(month.slice(5))));

/**
 * The rounds to expect, in order: from the month of `today` on, without those whose dates are known.
 * Months that touch are one round, of which the first counts: one is rather early than late.
 * @param months how far to look, the month of today included
 */
export function seasonsFrom({ rhythm, windows, usualMonths }: Rounds, today: string, months = 12): Season[] {
  if (usualMonths === undefined || rhythm === 'one-off') return [];
  const { opens, closes } = usualMonths;
  const marks = closes.length > 0 ? closes : opens;
  const start = monthOf(today);
  const first = windows.map((window) => afterWindow(window, rhythm, marks === opens)).reduce(later, start);
  const seasons: Season[] = [];
  for (let month = first; month < addToMonth(start, months); month = addToMonth(month, 1)) {
    // The round of a month that touches the one before is already told.
    if (!isIn(marks, month) || (month !== first && isIn(marks, addToMonth(month, -1)))) continue;
    seasons.push(
      closes.length > 0
        ? { opensIn: openingOf(opens, month), closesIn: month }
        : { opensIn: month, closesIn: undefined },
    );
  }
  return seasons;
}

/** The first month in which the round after a known window may be expected. */
function afterWindow({ opensOn, closesOn }: Rounds['windows'][number], rhythm: string, byOpening: boolean): string {
  const day = (byOpening ? (opensOn ?? closesOn) : (closesOn ?? opensOn)) ?? '';
  // An opening may follow any closing; otherwise a yearly round waits.
  const rest = rhythm === 'several' || (byOpening && opensOn === undefined) ? 1 : REST;
  return day === '' ? '' : addToMonth(monthOf(day), rest);
}

const later = (a: string, b: string): string => (a > b ? a : b);

/** The month in which a round that closes in `month` usually opens. */
function openingOf(opens: readonly string[], month: string): string | undefined {
  let opening: string | undefined;
  // Stops after a year: all months may be in the habit, or none.
  for (let back = 0; back < 12; back++) {
    const earlier = addToMonth(month, -back);
    if (isIn(opens, earlier)) opening = earlier;
    else if (opening !== undefined) break;
  }
  return opening;
}

/** Whether a round is expected to have begun: by its opening, or else when its closing month has come. */
export const isRunning = ({ opensIn, closesIn }: Season, today: string): boolean =>
  (opensIn ?? closesIn ?? '9999') <= monthOf(today);
