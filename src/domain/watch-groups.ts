import { matchCall, type Answer, type Call, type Candidate, type Match } from './matching.ts';

/** A call and what it answers to a candidate. */
export interface Matched<T> {
  call: T;
  match: Match;
}

/** The calls that ask exactly the same of whoever applies: one answer for all of them. */
interface Group<T> {
  asks: Call;
  calls: readonly T[];
}

/**
 * The calls grouped once by what they ask, so that many candidates are answered fast.
 * @returns for a candidate, its calls by answer, in the order given
 */
export function watchGroups<T extends Call>(
  calls: readonly T[],
): (candidate: Candidate, today: string) => Record<Answer, Matched<T>[]> {
  const order = new Map(calls.map((call, index) => [call, index]));
  const groups: Group<T>[] = [...Map.groupBy(calls, keyOf).values()].flatMap((group) =>
    group[0] ? { asks: group[0], calls: group } : [],
  );
  return (candidate, today) => {
    const found: Record<Answer, Matched<T>[]> = { yes: [], maybe: [], no: [] };
    for (const { asks, calls: group } of groups) {
      const match = matchCall(asks, candidate, today);
      for (const call of group) found[match.answer].push({ call, match });
    }
    const rank = ({ call }: Matched<T>) => order.get(call) ?? 0;
    for (const list of Object.values(found)) list.sort((a, b) => rank(a) - rank(b));
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
