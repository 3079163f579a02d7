import { matchCall, type Answer, type Call, type Candidate, type Match } from './matching.ts';

/** A call and what it answers to a candidate. */
export interface Matched<T> {
  call: T;
  match: Match;
}

/**
 * The calls grouped once by what they ask, so that many candidates are answered fast: calls that ask exactly the same
 * of whoever applies share one answer.
 * @returns for a candidate, its calls by answer, in the order given
 */
export function watchGroups<T extends Call>(
  calls: readonly T[],
): (candidate: Candidate, today: string) => Record<Answer, Matched<T>[]> {
  const groups = [...Map.groupBy(calls, keyOf).values()];
  const groupOf = new Map(groups.flatMap((group, index) => group.map((call) => [call, index])));
  const asked = calls.map((call) => ({ call, group: groupOf.get(call) ?? 0 }));
  return (candidate, today) => {
    const matches = groups.map(([first]) => first && matchCall(first, candidate, today));
    const found: Record<Answer, Matched<T>[]> = { yes: [], maybe: [], no: [] };
    for (const { call, group } of asked) {
      const match = matches[group];
      if (match) found[match.answer].push({ call, match });
    }
    return found;
  };
}

/** All that `matchCall` reads of a call. */
const keyOf = ({ audience, territory: { scope, codes }, eligibility: e }: Call): string =>
  JSON.stringify([
    audience.toSorted(),
    scope,
    codes.toSorted(),
    e.minAgeYears,
    e.maxEmployees,
    e.minEmployees,
    e.minBudget,
    e.maxProjectBudget,
    e.approvals,
    e.priorityDistrict,
  ]);
