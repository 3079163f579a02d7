import { dayInFrance } from '#domain/days.ts';
import { deadlineState } from '#domain/deadlines.ts';
import { fetchAsking } from '../matching/fetch-asking.ts';
import { matchOpportunity } from '../matching/matching.ts';
import { FundingSeason } from './funding-season.ts';

/**
 * Draws the season of a cantine; nothing for one that is not known any more.
 * @throws when the watch or the cantines do not come
 */
export async function drawSeasonOf(slug: string, season: Element | null, now: Date): Promise<void> {
  const { records, cantine } = await fetchAsking(slug, now);
  if (!cantine || !(season instanceof FundingSeason)) return;
  const today = dayInFrance(now);
  const asked = records.map((record) => ({
    record,
    state: deadlineState(record, today),
    match: matchOpportunity(record, cantine, today),
  }));
  season.show(asked, { cantine, whose: '', today });
}
