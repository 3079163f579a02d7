import { lastDayOf } from '#domain/days.ts';
import type { Known, PageChange, Reading } from './memory.ts';

/** What is told of a page: its dates and its text, or the dates that appear there alone. */
export type Told = 'all' | 'new-dates';

/** How many texts of a page are known again: one that comes back is no news. */
const TEXTS = 8;

/** What the editors know once a page is read for the first time. */
export const firstKnown = (reading: Reading, today: string): Known => ({
  texts: someText(reading),
  dates: reading.dates.filter((date) => isToCome(date, today)),
});

/**
 * What a page says that the editors do not know. A page that changes at each visit cries no wolf: a date counts that
 * two readings of the same night tell; without a new one, a date is gone, and a text has changed, once two nights in a
 * row say the same. What is past, or the day's own date, is no news.
 */
export function changeOf(
  url: string,
  known: Known,
  readings: readonly Reading[],
  { today, told }: { today: string; told: Told },
): { change: PageChange | undefined; after: Known } {
  const [previous, last] = readings.length > 1 ? readings : [undefined, readings[0]];
  if (!last) return { change: undefined, after: known };
  const appeared = last.dates.filter((date) => isToCome(date, today) && !known.dates.includes(date));
  const isGone = (date: string) =>
    !tells(last, date) && (appeared.length > 0 || (previous !== undefined && !tells(previous, date)));
  const went = known.dates.filter((date) => isToCome(date, today) && isGone(date));
  const isSettled = last.text !== undefined && previous?.text === last.text;
  const isNewText = isSettled && !someText(last).every((text) => known.texts.includes(text));
  const isNews = appeared.length > 0 || (told === 'all' && (went.length > 0 || isNewText));
  const left = known.dates.filter((date) => isToCome(date, today) && !went.includes(date));
  return {
    change: isNews ? { url, appeared, went: told === 'all' ? went : [] } : undefined,
    after: {
      // The text that came with a date is told with it.
      texts: isNews || isSettled ? [...new Set([...known.texts, ...someText(last)])].slice(-TEXTS) : known.texts,
      dates: [...new Set([...left, ...appeared])].toSorted(),
    },
  };
}

const someText = ({ text }: Reading): string[] => (text === undefined ? [] : [text]);

const tells = ({ dates, unsure = [] }: Reading, date: string): boolean => dates.includes(date) || unsure.includes(date);

/** True for a date after today; one without a year always comes back. */
const isToCome = (date: string, today: string): boolean =>
  date.startsWith('--') ? date.slice(1) !== today.slice(4) : lastDayOf(date) > today;
