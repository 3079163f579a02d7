import { formatDate } from '#domain/date-words.ts';
import { formatNumber } from '#domain/numbers.ts';
import type { Figure } from '#schemas/figures.ts';

/** What a figure says, and when it was true: `18 cantines (janvier 2026)`. */
export function amountLine({ value, display, unit, asOf }: Figure): string {
  // « 88 % des convives »: a sign stays with its number.
  const amount = `${display ?? formatNumber(value)}${/^[€%]/.test(unit) ? '\u00a0' : ' '}${unit}`;
  return asOf === undefined ? amount : `${amount} (${formatDate(asOf)})`;
}

/** The same to copy, never without its source: `18 cantines (janvier 2026). Source : Maville, https://…`. */
export const figureLine = (figure: Figure): string =>
  `${amountLine(figure)}. Source\u00a0: ${figure.sourceTitle}, ${figure.source}`;
