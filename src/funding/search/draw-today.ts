import type { NamedCandidate } from '../matching/fetch-candidates.ts';
import { MY_PROJECT } from '../matching/kept-profiles.ts';
import type { Candidate } from '../matching/matching.ts';
import { FundingSeason } from '../seasons/funding-season.ts';
import { drawCalls } from '../to-prepare/draw-calls.ts';
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

/** Draws what today holds for whoever asks: the twelve months to come, and what to prepare now. */
export function drawToday(finder: HTMLElement, prepared: readonly Prepared[], asking: Asking): void {
  const season = finder.querySelector('funding-season');
  if (season instanceof FundingSeason) drawSeason(season, prepared, asking);
  const place = finder.querySelector<HTMLElement>('.to-prepare');
  const records = prepared.map(({ record }) => record);
  if (place) drawCalls(place, records, asking.cantine, asking.today);
}

/** Of an open cantine, with an invitation, when nobody asks. */
function drawSeason(season: FundingSeason, prepared: readonly Prepared[], asking: Asking): void {
  const { candidate, cantine, today } = asking;
  // Its place ends under the first screen: what is below may follow its end.
  season.classList.remove('awaited');
  // A project has no page here, and no calendar of its own.
  const isProject = cantine?.slug === MY_PROJECT;
  const whose = isProject
    ? 'Pour votre projet.'
    : cantine
      ? ''
      : candidate
        ? 'Pour ce que vous avez choisi.'
        : 'Choisissez votre cantine\u00a0: la saison sera la sienne.';
  const known = isProject ? undefined : cantine;
  season.show(judgeOpportunities(prepared, candidate ?? ANY_CANTINE, today), { cantine: known, whose, today });
}
