import { lastDayOf } from '#domain/days.ts';
import type { Audience } from '#domain/audience.ts';
import { cityOf, departementOf } from '#domain/insee.ts';
import { addMonths } from '#domain/months.ts';
import type { Area, Scope, TerritoryCodes } from '#domain/territory.ts';

/** Who looks for money: a cantine, a team that prepares one, or the network. */
export interface Candidate {
  /** Undefined when nobody said what they are: every audience then suits. */
  audience: Audience | undefined;
  /** A cantine that is paused may answer, to be confirmed; one that is closed may not. */
  status?: 'open' | 'preparing' | 'paused' | 'closed' | undefined;
  /** Undefined for the network, which is everywhere and nowhere. */
  territory: TerritoryCodes | undefined;
  /** Partial date: the association is at least that old. */
  openedOn?: string | undefined;
}

/** What an opportunity says of who may apply. */
export interface OpportunityTerms {
  audience: readonly Audience[];
  territory: Area & { name: string };
  eligibility: {
    minAgeYears?: number | undefined;
    maxEmployees?: number | undefined;
    minEmployees?: number | undefined;
    minBudget?: number | undefined;
    maxProjectBudget?: number | undefined;
    approvals: readonly string[];
    priorityDistrict: boolean;
  };
}

export type MatchAnswer = 'yes' | 'maybe' | 'no';

/** Why: one criterion, and what it says of this candidate. */
export interface Reason {
  answer: MatchAnswer;
  criterion: 'audience' | 'status' | 'territory' | 'age' | 'employees' | 'budget' | 'approvals' | 'district';
}

export interface Match {
  /** One « no » decides, then one « maybe ». */
  answer: MatchAnswer;
  reasons: readonly Reason[];
}

/**
 * Whether an opportunity fits a candidate, by what is certain: its audience, its territory and its few written
 * criteria. What nobody wrote of the candidate (employees, budget, approvals…) says « maybe », never « no ».
 * @param today `YYYY-MM-DD`, in France
 */
export function matchOpportunity(opportunity: OpportunityTerms, candidate: Candidate, today: string): Match {
  const reasons: Reason[] = [];
  const say = (criterion: Reason['criterion'], answer: MatchAnswer | undefined) => {
    if (answer) reasons.push({ criterion, answer });
  };
  say('audience', audienceAnswer(opportunity, candidate));
  say('status', candidate.status === 'closed' ? 'no' : candidate.status === 'paused' ? 'maybe' : undefined);
  say('territory', territoryAnswer(opportunity.territory, candidate));
  const { minAgeYears, maxEmployees, minEmployees, minBudget, maxProjectBudget, approvals, priorityDistrict } =
    opportunity.eligibility;
  say('age', minAgeYears === undefined ? undefined : ageAnswer(minAgeYears, candidate.openedOn, today));
  say('employees', maxEmployees === undefined && minEmployees === undefined ? undefined : 'maybe');
  say('budget', minBudget === undefined && maxProjectBudget === undefined ? undefined : 'maybe');
  say('approvals', approvals.length === 0 ? undefined : 'maybe');
  say('district', priorityDistrict ? 'maybe' : undefined);
  return { answer: weigh(reasons), reasons };
}

function weigh(reasons: readonly Reason[]): MatchAnswer {
  if (reasons.some(({ answer }) => answer === 'no')) return 'no';
  return reasons.some(({ answer }) => answer === 'maybe') ? 'maybe' : 'yes';
}

function audienceAnswer(opportunity: OpportunityTerms, { audience }: Candidate): MatchAnswer | undefined {
  if (audience === undefined) return undefined;
  return opportunity.audience.includes(audience) ? 'yes' : 'no';
}

/** An association is founded before its cantine opens: its age by the opening is a minimum. */
function ageAnswer(years: number, openedOn: string | undefined, today: string): MatchAnswer {
  return openedOn !== undefined && addMonths(lastDayOf(openedOn), 12 * years) <= today ? 'yes' : 'maybe';
}

/**
 * National opportunities suit everyone. The others suit whoever is inside; a place known less finely than the
 * opportunity (a département, for an opportunity of one of its communes) may be inside. A territory without official
 * codes, or one that the network would answer for, is to be checked.
 */
function territoryAnswer(
  { scope, codes }: OpportunityTerms['territory'],
  { audience, territory }: Candidate,
): MatchAnswer | undefined {
  if (scope === 'national') return 'yes';
  if (territory === undefined) return audience === 'reseau' ? 'maybe' : undefined;
  if (scope === 'other' || codes.length === 0) return 'maybe';
  const own = territory[scope];
  if (own !== undefined) return codes.includes(own) ? 'yes' : 'no';
  return mayHold(scope, codes, territory) ? 'maybe' : 'no';
}

/** Whether one of the codes, finer than what is known of a place, may be where it is. */
function mayHold(scope: Scope, codes: readonly string[], { commune, departement }: TerritoryCodes): boolean {
  if (commune !== undefined) return scope === 'arrondissement' && codes.some((code) => cityOf(code) === commune);
  if (departement === undefined || scope === 'epci') return true;
  // A département that is known has a region: only finer scopes are left.
  return codes.some((code) => departementOf(code) === departement);
}
