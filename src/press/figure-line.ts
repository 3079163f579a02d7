import { sayAmount } from '#domain/amounts.ts';
import { sayFigureDate } from '#domain/figure-date.ts';
import type { Figure } from '#schemas/figures.ts';

/** What a figure says, and when it was true: `18 cantines (janvier 2026)`. */
export function amountLine(figure: Figure): string {
  const date = sayFigureDate(figure);
  return date === undefined ? sayAmount(figure) : `${sayAmount(figure)} (${date})`;
}

/** The same to copy, never without its source: `18 cantines (janvier 2026). Source : Maville, https://…`. */
export const figureLine = (figure: Figure): string =>
  `${amountLine(figure)}. Source\u00a0: ${figure.sourceTitle}, ${figure.source}`;
