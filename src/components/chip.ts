import { sayKnownDates, usualOpening, type UsualCalendar } from '#domain/deadline-words.ts';

/** The attributes of `<deadline-chip>`, and what it says without JavaScript: facts that stay true. */
export function chipOf(opportunity: UsualCalendar): {
  calendar: string;
  usual: string | undefined;
  known: string;
  isPermanent: boolean;
} {
  const { rhythm, windows } = opportunity;
  return {
    calendar: JSON.stringify({ rhythm, windows: windows.map(({ opensOn, closesOn }) => ({ opensOn, closesOn })) }),
    usual: usualOpening(opportunity),
    known: sayKnownDates(opportunity),
    isPermanent: rhythm === 'permanent',
  };
}
