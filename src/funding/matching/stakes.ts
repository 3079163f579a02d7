import { matchOpportunity, type Candidate, type Match, type MatchAnswer, type OpportunityTerms } from './matching.ts';
import { questionOf } from './questions-of.ts';
import type { ProfileQuestion } from './profile.ts';

/** How many « maybe » each question of the profile holds back. */
export function heldBy(matches: readonly Match[], candidate: Candidate): Map<ProfileQuestion, number> {
  const held = new Map<ProfileQuestion, number>();
  for (const { answer, reasons } of matches) {
    if (answer !== 'maybe') continue;
    const questions = new Set(reasons.flatMap((reason) => questionOf(reason, candidate) ?? []));
    for (const question of questions) held.set(question, (held.get(question) ?? 0) + 1);
  }
  return held;
}

/** What a candidate’s answers give, and what depends on those it has not given. */
export function stakesOf(terms: readonly OpportunityTerms[], candidate: Candidate, today: string) {
  const matches = terms.map((each) => matchOpportunity(each, candidate, today));
  const answers: Record<MatchAnswer, number> = { yes: 0, maybe: 0, no: 0 };
  for (const { answer } of matches) answers[answer]++;
  return { answers, questions: heldBy(matches, candidate) };
}
