import { addDays } from '#domain/days.ts';
import type { Change } from './changes.ts';

/** How long a change is recalled to who follows an opportunity, in days. */
const RECALLED = 60;

/**
 * The last thing that happened to an opportunity since somebody follows it, while it is recent.
 * @param followedOn `YYYY-MM-DD`: what is older was known
 */
export const recentChange = (changes: readonly Change[], followedOn: string, today: string): Change | undefined =>
  changes
    .filter(({ on, kind }) => kind !== 'new' && on >= followedOn && on <= today && on > addDays(today, -RECALLED))
    .at(-1);
