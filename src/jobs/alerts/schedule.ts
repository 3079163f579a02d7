import { addDays, daysAfterMonday } from '#domain/days.ts';
import { addToMonth, monthOf } from '#domain/months.ts';
import type { AlertFrequency } from '#schemas/alerts.ts';

/** The last day on which a digest was due: this Monday, or the first of this month. Days are `YYYY-MM-DD`. */
export function lastDigestDay(frequency: AlertFrequency, today: string): string {
  if (frequency === 'monthly') return `${today.slice(0, 8)}01`;
  return addDays(today, -daysAfterMonday(today));
}

/** The first day after today on which a digest is due. */
export const nextDigestDay = (frequency: AlertFrequency, today: string): string =>
  frequency === 'monthly' ? `${addToMonth(monthOf(today), 1)}-01` : addDays(lastDigestDay(frequency, today), 7);

/** True when a digest was due since the last one: a run that comes late sends it then. */
export const isDigestDue = (frequency: AlertFrequency, digestOn: string, today: string): boolean =>
  digestOn < lastDigestDay(frequency, today);
