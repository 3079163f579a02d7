import type { Audience } from '#domain/audience.ts';
import { APPROVALS } from '#schemas/approvals.ts';
import { joinWords } from '#domain/french.ts';
import { count, formatEuros, formatNumber } from '#domain/numbers.ts';
import type { OpportunityTerms, Candidate, Match, Reason } from './matching.ts';

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
}

const RANK = { no: 0, maybe: 1, yes: 2 } as const;

/** The reasons of a match, each a sentence, what decides first: the « no », then the « maybe », then the « yes ». */
export function reasonsOf({ reasons }: Match, opportunity: OpportunityTerms, candidate: Candidate): SaidReason[] {
  return [...reasons]
    .sort((a, b) => RANK[a.answer] - RANK[b.answer])
    .map((reason) => ({ answer: reason.answer, words: sayReason(reason, opportunity, candidate) }));
}

/** The sentences alone. */
export const sayReasons = (match: Match, opportunity: OpportunityTerms, candidate: Candidate): string[] =>
  reasonsOf(match, opportunity, candidate).map(({ words }) => words);

function sayReason(
  { criterion, answer }: Reason,
  opportunity: OpportunityTerms,
  { status, audience }: Candidate,
): string {
  const { eligibility, territory } = opportunity;
  switch (criterion) {
    case 'audience':
      return answer === 'yes'
        ? `Pour ${AUDIENCE_WORDS[audience ?? 'reseau']}, à notre lecture.`
        : `Pour ${joinWords(opportunity.audience.map((each) => AUDIENCE_WORDS[each]))} seulement, à notre lecture.`;
    case 'status':
      return status === 'closed' ? 'La cantine est fermée.' : 'La cantine est en pause : demandez au financeur.';
    case 'territory':
      return sayTerritory(territory, answer, audience);
    case 'age': {
      const years = count(eligibility.minAgeYears ?? 0, 'an');
      return answer === 'yes'
        ? `L’association a plus de ${years}.`
        : `L’association doit avoir au moins ${years} : à vérifier.`;
    }
    case 'employees': {
      const { minEmployees: min, maxEmployees: max } = eligibility;
      const limits = [
        min !== undefined && `au moins ${formatNumber(min)} en équivalent temps plein`,
        max !== undefined && `au plus ${formatNumber(max)} en équivalent temps plein`,
      ].filter((limit) => limit !== false);
      return `Nombre de salariés à vérifier : ${limits.join(', ')}.`;
    }
    case 'budget': {
      const { minBudget, maxProjectBudget } = eligibility;
      const limits = [
        minBudget !== undefined && `budget de l’année d’au moins ${formatEuros(minBudget)}`,
        maxProjectBudget !== undefined && `projet de ${formatEuros(maxProjectBudget)} au plus`,
      ].filter((limit) => limit !== false);
      return `À vérifier : ${limits.join(', ')}.`;
    }
    case 'approvals':
      return `À vérifier : ${joinWords(eligibility.approvals.map((name) => uncapitalised(APPROVAL_NAMES[name] ?? name)))}.`;
    case 'district':
      return 'L’action doit toucher un quartier prioritaire de la politique de la ville : à vérifier.';
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

const APPROVAL_NAMES: Readonly<Record<string, string>> = APPROVALS;

const uncapitalised = (label: string): string =>
  /^[A-ZÀ-Ý]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
