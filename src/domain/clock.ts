const FRANCE = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' });

/** The calendar day of mainland France at an instant, `YYYY-MM-DD` (the way Swedish writes it). */
export const dayInFrance = (now: Date): string => FRANCE.format(now);

/** Whole days from one calendar day to another, negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The last calendar day that a partial date can mean: `2024` → `2024-12-31`, `2024-02` → `2024-02-29`. */
export function lastDayOf(date: string): string {
  const [year = '', month, day] = date.split('-');
  if (day) return date;
  const end = new Date(Date.UTC(Number(year), month ? Number(month) : 12, 0));
  return end.toISOString().slice(0, 10);
}

/** True when a dated fact may still be trusted on `today`: at most a year old, dated as late as it can be. */
export function isFresh(asOf: string | undefined, today: string): boolean {
  return asOf !== undefined && daysBetween(lastDayOf(asOf), today) <= 365;
}
