import { matchGroups } from '../matching/groups.ts';
import type { Candidate, OpportunityTerms } from '../matching/matching.ts';

/** How many of these candidates each opportunity suits, surely or maybe. */
export function suitCounts<T extends OpportunityTerms>(
  opportunities: readonly T[],
  candidates: readonly Candidate[],
  today: string,
): ReadonlyMap<T, number> {
  const answer = matchGroups(opportunities);
  const counts = new Map(opportunities.map((each) => [each, 0]));
  for (const candidate of candidates) {
    const { yes, maybe } = answer(candidate, today);
    for (const { opportunity } of [...yes, ...maybe]) counts.set(opportunity, (counts.get(opportunity) ?? 0) + 1);
  }
  return counts;
}
