import { addDays } from '#domain/days.ts';
import { weightiest } from './change-words.ts';
import type { Change } from './changes.ts';

/** How long a change is recalled to who follows an opportunity, in days. */
const RECALLED = 60;

/** Whether a change of a day is recalled on another, or on a later one. */
export const isRecalled = ({ on }: Change, today: string): boolean => on > addDays(today, -RECALLED);

/**
 * What weighs most of the last day on which something happened to an opportunity since somebody follows it, while it is
 * recent.
 * @param followedOn `YYYY-MM-DD`: what is older was known
 */
export function recentChange(changes: readonly Change[], followedOn: string, today: string): Change | undefined {
  const recent = changes.filter(
    (change) => change.kind !== 'new' && change.on >= followedOn && change.on <= today && isRecalled(change, today),
  );
  const last = recent.at(-1)?.on;
  return weightiest(recent.filter(({ on }) => on === last));
}
