import type { MatchAnswer, Candidate } from '../matching/matching.ts';
import { reasonsOf } from '../matching/matching-words.ts';
import { matchGroups } from '../matching/groups.ts';
import type { ToldOpportunity } from './words.ts';

/**
 * What many opportunities answer to a candidate: the opportunities as they are told to it, with the reasons, by answer.
 */
export function answers(
  opportunities: readonly ToldOpportunity[],
): (candidate: Candidate, today: string) => Record<MatchAnswer, ToldOpportunity[]> {
  const told = new Map(opportunities.map((each) => [each.opportunity, each]));
  const answer = matchGroups(opportunities.map(({ opportunity }) => opportunity));
  return (candidate, today) => {
    const found = answer(candidate, today);
    const tell = (which: MatchAnswer) =>
      found[which].flatMap(({ opportunity, match }) => {
        const known = told.get(opportunity);
        return known ? { ...known, reasons: reasonsOf(match, opportunity, candidate) } : [];
      });
    return { yes: tell('yes'), maybe: tell('maybe'), no: tell('no') };
  };
}
