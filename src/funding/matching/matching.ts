import type { Audience } from '#domain/audience.ts';
import { cityOf, departementOf } from '#domain/insee.ts';
import type { Area, Scope, TerritoryCodes } from '#domain/territory.ts';
import { CRITERIA, type Criterion, type Eligibility } from './criteria.ts';
import { trusted, type Profile } from './profile.ts';

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
  profile?: Profile | undefined;
}

/** What an opportunity says of who may apply. */
export interface OpportunityTerms {
  audience: readonly Audience[];
  territory: Area & { name: string };
  eligibility: Eligibility;
}

export type MatchAnswer = 'yes' | 'maybe' | 'no';

/** Why: one criterion, and what it says of this candidate. */
export interface Reason {
  answer: MatchAnswer;
  criterion: 'audience' | 'status' | 'territory' | Criterion;
  /** A « no » that the exception of the opportunity makes a « maybe ». */
  excepted?: true;
}

export interface Match {
  /** One « no » decides, then one « maybe ». */
  answer: MatchAnswer;
  reasons: readonly Reason[];
}

/**
 * Whether an opportunity fits a candidate: its audience, its territory and all that it asks. « Yes » is earned: a
 * condition that nobody read, or that nothing known of the candidate answers, says « maybe ».
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
  const { eligibility } = opportunity;
  const profile = trusted(candidate.profile, today);
  for (const { name, answer, fixed } of CRITERIA) {
    const found = answer(eligibility, { ...candidate, profile }, today);
    if (found === 'no' && eligibility.exception !== undefined && !fixed)
      reasons.push({ criterion: name, answer: 'maybe', excepted: true });
    else say(name, found);
  }
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

/**
 * National opportunities suit everyone. The others suit whoever is inside; a place known less finely than the
 * opportunity (a département, for an opportunity of one of its communes) may be inside. One that the network would
 * answer for is to be checked.
 */
function territoryAnswer(
  { scope, codes }: OpportunityTerms['territory'],
  { audience, territory }: Candidate,
): MatchAnswer | undefined {
  if (scope === 'national') return 'yes';
  if (territory === undefined) return audience === 'reseau' ? 'maybe' : undefined;
  if (codes.length === 0) return 'maybe';
  if (scope === 'other') return codes.some((code) => mayTouch(code, territory)) ? 'maybe' : 'no';
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

/** Whether a place may be in a territory of its own that lies in the area of a code: a département, an EPCI, a commune. */
function mayTouch(code: string, { arrondissement, commune, epci, departement }: TerritoryCodes): boolean {
  if (code.length === 9) return epci === undefined ? commune === undefined : epci === code;
  if (code.length === 5)
    return commune === undefined
      ? departement === undefined || departementOf(code) === departement
      : code === commune || code === arrondissement || (arrondissement === undefined && cityOf(code) === commune);
  return departement === undefined || departement === code;
}
