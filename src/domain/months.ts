/** Months of a calendar, `YYYY-MM`. */
import { lastDayOf } from './days.ts';

/** `monthOf('2026-12-31')` → `2026-12` */
export const monthOf = (day: string): string => day.slice(0, 7);

/** The month `months` after another: `2026-12`, 1 → `2027-01`. */
export function addToMonth(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

/** The same day some months later, or the last of that month: 31 August + 6 → 28 or 29 February. */
export function addMonths(day: string, months: number): string {
  const last = lastDayOf(addToMonth(monthOf(day), months));
  const same = `${monthOf(last)}${day.slice(7)}`;
  return same < last ? same : last;
}
