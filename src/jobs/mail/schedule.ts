import { addDays, daysAfterMonday } from '#domain/days.ts';
import type { AlertFrequency } from '#schemas/alerts.ts';

/** The last day on which a digest was due: this Monday, or the first of this month. Days are `YYYY-MM-DD`. */
export function lastDigestDay(frequency: AlertFrequency, today: string): string {
  if (frequency === 'monthly') return `${today.slice(0, 8)}01`;
  return addDays(today, -daysAfterMonday(today));
}

/** True when a digest was due since the last one: a run that comes late sends it then. */
export const isDigestDue = (frequency: AlertFrequency, digestOn: string, today: string): boolean =>
  digestOn < lastDigestDay(frequency, today);
