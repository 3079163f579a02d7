import type { NamedCandidate } from '../matching/fetch-candidates.ts';
import type { Candidate } from '../matching/matching.ts';
import { FundingSeason } from '../seasons/funding-season.ts';
import type { Prepared } from './questions.ts';
import { judgeOpportunities } from './search.ts';

/** Who looks at the watch. */
interface Asking {
  /** Undefined when nobody said anything. */
  candidate: Candidate | undefined;
  /** The chosen cantine. */
  cantine: NamedCandidate | undefined;
  today: string;
}

/** Until one says more. */
const ANY_CANTINE: Candidate = { audience: 'cantine-ouverte', territory: undefined };

/** Draws the twelve months to come of whoever asks; of an open cantine, with an invitation, when nobody does. */
export function drawSeason(season: Element | null, prepared: readonly Prepared[], asking: Asking): void {
  if (!(season instanceof FundingSeason)) return;
  const { candidate, cantine, today } = asking;
  const whose = cantine
    ? ''
    : candidate
      ? 'Pour ce que vous avez choisi.'
      : 'Choisissez votre cantine\u00a0: la saison sera la sienne.';
  season.show(judgeOpportunities(prepared, candidate ?? ANY_CANTINE, today), { cantine, whose, today });
}
