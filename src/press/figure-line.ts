import { formatDate } from '#domain/date-words.ts';
import { formatNumber } from '#domain/numbers.ts';
import type { Figure } from '#schemas/figures.ts';

/** A figure as one line to copy, never without its date and its source: `18 cantines (janvier 2026). Source : Maville, https://…`. */
export function figureLine({ value, display, unit, asOf, source, sourceTitle }: Figure): string {
  const when = asOf === undefined ? '' : ` (${formatDate(asOf)})`;
  // « 88 % des convives »: a sign stays with its number.
  const amount = `${display ?? formatNumber(value)}${/^[€%]/.test(unit) ? '\u00a0' : ' '}${unit}`;
  return `${amount}${when}. Source\u00a0: ${sourceTitle}, ${source}`;
}
