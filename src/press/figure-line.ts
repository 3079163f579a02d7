import { sayDatedAmount } from '#domain/figure-date.ts';
import { typeset } from '#domain/typography.ts';
import type { Figure } from '#schemas/figures.ts';

/** A figure to copy, never without its source: `18 cantines (janvier 2026). Source : Maville, https://…`. */
export const figureLine = (figure: Figure): string =>
  typeset(`${sayDatedAmount(figure)}. Source : ${figure.sourceTitle}, `) + figure.source;
