import { sayKnownDates } from '#domain/deadline-words.ts';
import type { Calendar } from '#domain/deadlines.ts';

/**
 * The attributes of `<deadline-chip>`, and what it says without JavaScript: facts that stay true.
 * @param readOn the day on which somebody read them
 */
export function chipOf(calendar: Calendar, readOn?: string): { calendar: string; known: string; isPermanent: boolean } {
  const { rhythm, windows, usualMonths, asOf } = calendar;
  const hasHabit = usualMonths !== undefined && usualMonths.opens.length + usualMonths.closes.length > 0;
  return {
    calendar: JSON.stringify({
      rhythm,
      windows: windows.map(({ opensOn, closesOn }) => ({ opensOn, closesOn })),
      usualMonths: hasHabit ? usualMonths : undefined,
      asOf,
    }),
    known: sayKnownDates(calendar, readOn),
    isPermanent: rhythm === 'permanent',
  };
}
