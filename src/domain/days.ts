/** Calendar days, `YYYY-MM-DD`: what a calendar on the wall says, without an hour or a zone. */

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

/** From Monday to Sunday. */
export const DAYS_OF_WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export type Weekday = (typeof DAYS_OF_WEEK)[number];

/** How many days a calendar day is after its Monday, 0 to 6. */
export const daysAfterMonday = (day: string): number => (new Date(atMidnight(day)).getUTCDay() + 6) % 7;

/** The last calendar day that a partial date can mean: `2024` → `2024-12-31`, `2024-02` → `2024-02-29`. */
export function lastDayOf(date: string): string {
  const [year, month = 12, day] = date.split('-').map(Number);
  return day ? date : new Date(Date.UTC(year ?? 0, month, 0)).toISOString().slice(0, 10);
}

/** True when a dated fact may still be trusted on `today`: at most a year old, dated as late as it can be. */
export const isFresh = (asOf: string | undefined, today: string): boolean =>
  asOf !== undefined && daysBetween(lastDayOf(asOf), today) <= 365;
