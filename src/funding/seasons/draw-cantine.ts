import { reach } from '#components/trouble.ts';
import { dayInFrance } from '#domain/days.ts';
import { deadlineState } from '#domain/deadlines.ts';
import { fetchCandidates } from '../matching/fetch-candidates.ts';
import { matchOpportunity } from '../matching/matching.ts';
import type { OpportunityRecord } from '../search/questions.ts';
import { FundingSeason } from './funding-season.ts';

/** Where the build puts the opportunities: see pages/financements/veille.json.ts. */
const PATH = '/financements/veille.json';

/**
 * Draws the season of a cantine; nothing for one that is not known any more.
 * @throws when the watch or the cantines do not come
 */
export async function drawSeasonOf(slug: string, season: Element | null, now: Date): Promise<void> {
  const [text, cantines] = await Promise.all([reach(PATH, (response) => response.text()), fetchCandidates()]);
  const cantine = cantines.find((each) => each.slug === slug);
  if (!cantine || !(season instanceof FundingSeason)) return;
  const today = dayInFrance(now);
  const asked = (JSON.parse(text) as OpportunityRecord[]).map((record) => ({
    record,
    state: deadlineState(record, today),
    match: matchOpportunity(record, cantine, today),
  }));
  season.show(asked, { cantine, whose: '', today });
}
