import type { Audience } from '#domain/audience.ts';
import { joinWords } from '#domain/french.ts';
import type { OpportunityTerms, Candidate, Match, Reason } from './matching.ts';
import { sayCriterion } from './criteria-words.ts';
import { questionOf } from './questions-of.ts';
import type { ProfileQuestion } from './profile.ts';

/** How each answer is announced: « pourquoi oui », « pourquoi peut-être », « pourquoi non ». */
export const ANSWER_WORDS: Readonly<Record<Match['answer'], string>> = { yes: 'Oui', maybe: 'Peut-être', no: 'Non' };

const AUDIENCE_WORDS: Readonly<Record<Audience, string>> = {
  'cantine-ouverte': 'les cantines ouvertes',
  'cantine-en-montage': 'les cantines en montage',
  reseau: 'le réseau',
};

/** A reason in French, and what it says. */
export interface SaidReason {
  answer: Match['answer'];
  words: string;
  /** The question of the profile that would settle it. */
  question?: ProfileQuestion | undefined;
}

const RANK = { no: 0, maybe: 1, yes: 2 } as const;

/** The reasons of a match, each a sentence, what decides first: the « no », then the « maybe », then the « yes ». */
export function reasonsOf({ reasons }: Match, opportunity: OpportunityTerms, candidate: Candidate): SaidReason[] {
  return [...reasons]
    .sort((a, b) => RANK[a.answer] - RANK[b.answer])
    .map((reason) => ({
      answer: reason.answer,
      words: sayReason(reason, opportunity, candidate),
      question: questionOf(reason, candidate),
    }));
}

/** The sentences alone. */
export const sayReasons = (match: Match, opportunity: OpportunityTerms, candidate: Candidate): string[] =>
  reasonsOf(match, opportunity, candidate).map(({ words }) => words);

function sayReason(reason: Reason, opportunity: OpportunityTerms, candidate: Candidate): string {
  const { criterion, answer } = reason;
  const { status, audience } = candidate;
  switch (criterion) {
    case 'audience':
      return answer === 'yes'
        ? `Pour ${AUDIENCE_WORDS[audience ?? 'reseau']}, à notre avis.`
        : `Pour ${joinWords(opportunity.audience.map((each) => AUDIENCE_WORDS[each]))} seulement, à notre avis.`;
    case 'status':
      return status === 'closed' ? 'La cantine est fermée.' : 'La cantine est en pause : demandez au financeur.';
    case 'territory':
      return sayTerritory(opportunity.territory, answer, audience);
    default: {
      const { exception } = opportunity.eligibility;
      // What an exception softens is said as the refusal that it is, with the exception after.
      const words = sayCriterion(criterion, reason.excepted ? 'no' : answer, opportunity.eligibility, candidate);
      return reason.excepted && exception ? `${words.replace(/\.$/, '')} ; mais ${exception}.` : words;
    }
  }
}

function sayTerritory(
  { scope, name }: OpportunityTerms['territory'],
  answer: Reason['answer'],
  audience: Audience | undefined,
): string {
  if (answer === 'no') return `Seulement pour ce territoire : ${name}.`;
  if (answer === 'yes') return scope === 'national' ? 'Ouvert à toute la France.' : `Dans le territoire : ${name}.`;
  return audience === 'reseau'
    ? `Réservé à un territoire, ${name} : à vérifier avec les cantines de là-bas.`
    : `Territoire à vérifier : ${name}.`;
}
