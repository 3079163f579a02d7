/** When a figure holds: as its source dates it or, where it does not, about when. */
import { sayAmount, type Counted } from './amounts.ts';
import { formatDate, formatSince, formatWhen } from './date-words.ts';
import { lastDayOf } from './days.ts';

export interface FigureDate {
  /** Partial date. */
  asOf?: string | undefined;
  /** Partial date: the latest that an estimated date can be. */
  asOfUntil?: string | undefined;
  estimated: boolean;
}

/** `juin 2024`, `vers 2021`, `vers 2021 ou 2022`, `vers le 5 janvier 2026`; undefined without a date. */
export function sayFigureDate({ asOf, asOfUntil, estimated }: FigureDate): string | undefined {
  if (asOf === undefined) return undefined;
  if (!estimated) return formatDate(asOf);
  return `vers ${[asOf, ...(asOfUntil === undefined ? [] : [asOfUntil])].map(formatSince).join(' ou ')}`;
}

/** The same after what it dates: `en juin 2024`, `le 5 janvier 2026`, `vers 2021`; undefined without a date. */
export const sayFigureWhen = (date: FigureDate): string | undefined =>
  date.asOf === undefined || date.estimated ? sayFigureDate(date) : formatWhen(date.asOf);

/** The first and the last day that a figure may be of, `YYYY-MM-DD`; undefined without a date. */
export function daysOfFigure({ asOf, asOfUntil }: FigureDate): { from: string; to: string } | undefined {
  if (asOf === undefined) return undefined;
  const [year = '', month = '01', day = '01'] = asOf.split('-');
  return { from: `${year}-${month}-${day}`, to: lastDayOf(asOfUntil ?? asOf) };
}

/** `18 cantines (janvier 2026)`, `une vingtaine de volontaires (vers 2024 ou 2025)`; the amount alone without a date. */
export function sayDatedAmount(figure: Counted & FigureDate): string {
  const date = sayFigureDate(figure);
  return date === undefined ? sayAmount(figure) : `${sayAmount(figure)} (${date})`;
}
