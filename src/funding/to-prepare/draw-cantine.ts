import { dayInFrance } from '#domain/days.ts';
import { fetchAsking } from '../matching/fetch-asking.ts';
import { drawCalls } from './draw-calls.ts';

/**
 * Draws what a cantine prepares now; hides the place of one that is not known any more.
 * @throws when the watch or the cantines do not come
 */
export async function drawCallsOf(slug: string, place: HTMLElement, now: Date): Promise<void> {
  const { records, cantine } = await fetchAsking(slug, now);
  drawCalls(place, records, cantine, dayInFrance(now));
}
