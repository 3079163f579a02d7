import type { Answer, Candidate } from '../matching/matching.ts';
import { reasonsOf } from '../matching/matching-words.ts';
import { watchGroups } from '../matching/groups.ts';
import type { ToldCall } from './words.ts';

/** What many calls answer to a candidate: the calls as they are told to it, with the reasons, by answer. */
export function answers(
  calls: readonly ToldCall[],
): (candidate: Candidate, today: string) => Record<Answer, ToldCall[]> {
  const told = new Map(calls.map((each) => [each.call, each]));
  const answer = watchGroups(calls.map(({ call }) => call));
  return (candidate, today) => {
    const found = answer(candidate, today);
    const tell = (which: Answer) =>
      found[which].flatMap(({ call, match }) => {
        const known = told.get(call);
        return known ? { ...known, reasons: reasonsOf(match, call, candidate) } : [];
      });
    return { yes: tell('yes'), maybe: tell('maybe'), no: tell('no') };
  };
}
