import { lastDayOf } from '#domain/days.ts';
import { addMonths } from '#domain/months.ts';

/**
 * Whether a fact is asked again: nobody has said it, or it was said too long ago for its kind.
 * @param since partial date
 * @param every months
 */
export const isDue = (since: string | undefined, every: number, today: string): boolean =>
  since === undefined || addMonths(lastDayOf(since), every) <= today;
