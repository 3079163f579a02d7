import { sayDatedAmount } from '#domain/figure-date.ts';
import { typeset } from '#domain/typography.ts';
import type { Figure } from '#schemas/figures.ts';

/**
 * A figure to copy, never without its source nor what others give: `18 cantines (janvier 2026), ou 17 selon
 * EUROTODAY. Source : Maville, https://…`.
 */
export const figureLine = (figure: Figure, doubt = ''): string =>
  typeset(`${sayDatedAmount(figure)}${doubt}. Source : ${figure.sourceTitle}, `) + figure.source;
