import type { Calendar } from '#domain/deadlines.ts';
import { formatDate, formatMonths } from '#domain/french.ts';

/** What a chip is made from: the dates of an opportunity, and the months of its habit. */
export interface ChipFacts extends Calendar {
  usualMonths: { opens: readonly string[] };
}

/** The attributes of `<deadline-chip>`, and what it says without JavaScript: facts that stay true. */
export function chipOf({ rhythm, windows, usualMonths }: ChipFacts): {
  calendar: string;
  usual: string | undefined;
  known: string;
  isPermanent: boolean;
} {
  const isPermanent = rhythm === 'permanent';
  const usual = usualMonths.opens.length > 0 ? formatMonths(usualMonths.opens) : undefined;
  const last = windows
    .flatMap(({ closesOn }) => closesOn ?? [])
    .toSorted()
    .at(-1);
  const known = isPermanent
    ? 'Toute l’année'
    : last
      ? `Dernière clôture connue\u00a0: ${formatDate(last)}`
      : usual
        ? `S’ouvre d’habitude en ${usual}`
        : 'Dates non renseignées';
  const calendar = JSON.stringify({ rhythm, windows: windows.map(({ opensOn, closesOn }) => ({ opensOn, closesOn })) });
  return { calendar, usual, known, isPermanent };
}
