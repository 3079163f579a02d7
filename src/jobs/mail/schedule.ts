import type { AlertFrequency } from '#schemas/alerts.ts';

/** The last day on which a digest was due: this Monday, or the first of this month. Days are `YYYY-MM-DD`. */
export function lastDigestDay(frequency: AlertFrequency, today: string): string {
  if (frequency === 'monthly') return `${today.slice(0, 8)}01`;
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

/** True when a digest was due since the last one: a run that comes late sends it then. */
export const isDigestDue = (frequency: AlertFrequency, digestOn: string, today: string): boolean =>
  digestOn < lastDigestDay(frequency, today);
