import { matchOpportunity, type MatchAnswer, type OpportunityTerms, type Candidate, type Match } from './matching.ts';

/** An opportunity and what it answers to a candidate. */
export interface Matched<T> {
  opportunity: T;
  match: Match;
}

/**
 * The opportunities grouped once by what they ask, so that many candidates are answered fast: opportunities that ask
 * exactly the same of whoever applies share one answer.
 * @returns for a candidate, its opportunities by answer, in the order given
 */
export function matchGroups<T extends OpportunityTerms>(
  opportunities: readonly T[],
): (candidate: Candidate, today: string) => Record<MatchAnswer, Matched<T>[]> {
  const groups = [...Map.groupBy(opportunities, keyOf).values()];
  const groupOf = new Map(groups.flatMap((group, index) => group.map((opportunity) => [opportunity, index])));
  const asked = opportunities.map((opportunity) => ({ opportunity, group: groupOf.get(opportunity) ?? 0 }));
  return (candidate, today) => {
    const matches = groups.map(([first]) => first && matchOpportunity(first, candidate, today));
    const found: Record<MatchAnswer, Matched<T>[]> = { yes: [], maybe: [], no: [] };
    for (const { opportunity, group } of asked) {
      const match = matches[group];
      if (match) found[match.answer].push({ opportunity, match });
    }
    return found;
  };
}

/**
 * All that `matchOpportunity` reads of an opportunity: whatever it asks, so that a criterion that is added is read too.
 */
const keyOf = ({ audience, territory: { scope, codes }, eligibility }: OpportunityTerms): string => {
  // An entry also says it all in one text, which nothing but people reads.
  const asked = Object.entries(eligibility).filter(([name]) => name !== 'text');
  return JSON.stringify([audience.toSorted(), scope, codes.toSorted(), asked.toSorted()]);
};
