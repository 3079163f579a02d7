import type { Calendar } from '#domain/deadlines.ts';

/**
 * The closing day that a joint answer aims at, read in its call: the first one announced on or after the last day to
 * join it, else after the day on which it was proposed. Undefined when no such day is announced: the habit of the call
 * then says more than its last closing.
 */
export function aimedClosing(
  { windows }: Pick<Calendar, 'windows'>,
  { joinBy, openedOn }: { joinBy?: string | undefined; openedOn?: string | undefined },
): string | undefined {
  const from = joinBy ?? openedOn;
  if (from === undefined) return undefined;
  return windows.flatMap(({ closesOn }) => (closesOn !== undefined && closesOn >= from ? closesOn : [])).toSorted()[0];
}
