/** Calendar days, `YYYY-MM-DD`, and months, `YYYY-MM`: what a calendar on the wall says, without an hour or a zone. */

const DAY = 86_400_000;

const atMidnight = (day: string): number => Date.parse(`${day}T00:00:00Z`);

const FRANCE = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' });

/** The calendar day of mainland France at an instant (the way Swedish writes it). */
export const dayInFrance = (now: Date): string => FRANCE.format(now);

/** Whole days from one calendar day to another, negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((atMidnight(to) - atMidnight(from)) / DAY);

/** The calendar day `days` after another. */
export const addDays = (day: string, days: number): string =>
  new Date(atMidnight(day) + days * DAY).toISOString().slice(0, 10);

/** How many days a calendar day is after its Monday, 0 to 6. */
export const daysAfterMonday = (day: string): number => (new Date(atMidnight(day)).getUTCDay() + 6) % 7;

/** `monthOf('2026-12-31')` → `2026-12` */
export const monthOf = (day: string): string => day.slice(0, 7);

/** The month `months` after another: `2026-12`, 1 → `2027-01`. */
export function addToMonth(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

/** The last calendar day that a partial date can mean: `2024` → `2024-12-31`, `2024-02` → `2024-02-29`. */
export function lastDayOf(date: string): string {
  if (date.length > 7) return date;
  return addDays(`${addToMonth(date.length > 4 ? date : `${date}-12`, 1)}-01`, -1);
}

/** The same day some months later, or the last of that month: 31 August + 6 → 28 or 29 February. */
export function addMonths(day: string, months: number): string {
  const last = lastDayOf(addToMonth(monthOf(day), months));
  const same = `${monthOf(last)}${day.slice(7)}`;
  return same < last ? same : last;
}

/** True when a dated fact may still be trusted on `today`: at most a year old, dated as late as it can be. */
export const isFresh = (asOf: string | undefined, today: string): boolean =>
  asOf !== undefined && daysBetween(lastDayOf(asOf), today) <= 365;
