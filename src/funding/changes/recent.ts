import { addDays } from '#domain/days.ts';
import { weightiest } from './change-words.ts';
import type { Change } from './changes.ts';

/** How long a change is recalled to who follows an opportunity, in days. */
const RECALLED = 60;

/**
 * What weighs most of the last day on which something happened to an opportunity since somebody follows it, while it is
 * recent.
 * @param followedOn `YYYY-MM-DD`: what is older was known
 */
export function recentChange(changes: readonly Change[], followedOn: string, today: string): Change | undefined {
  const recent = changes.filter(
    ({ on, kind }) => kind !== 'new' && on >= followedOn && on <= today && on > addDays(today, -RECALLED),
  );
  const last = recent.at(-1)?.on;
  return weightiest(recent.filter(({ on }) => on === last));
}
