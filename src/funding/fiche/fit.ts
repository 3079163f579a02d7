import { dayInFrance } from '#domain/days.ts';
import { escapeHtml } from '#domain/html.ts';
import { matchOpportunity, type OpportunityTerms } from '../matching/matching.ts';
import { reasonsOf } from '../matching/matching-words.ts';
import { fetchCandidates } from '../matching/fetch-candidates.ts';
import { profilePath } from '../matching/profile.ts';
import { reasonsHtml } from '../search/opportunity-row.ts';

const TITLES = { yes: 'oui', maybe: 'peut-être', no: 'non' } as const;

/**
 * Whether an opportunity fits a cantine, and why, as HTML; undefined when the cantine is unknown.
 * @param json an `OpportunityTerms`
 * @throws when the list of cantines does not come
 */
export async function fitHtml(json: string, slug: string, now: Date): Promise<string | undefined> {
  const candidate = (await fetchCandidates()).find((each) => each.slug === slug);
  if (!candidate) return undefined;
  const opportunity = JSON.parse(json) as OpportunityTerms;
  const match = matchOpportunity(opportunity, candidate, dayInFrance(now));
  const title = `Pour ${candidate.title}\u00a0: ${TITLES[match.answer]}`;
  return `<h3>${escapeHtml(title)}</h3>${reasonsHtml(reasonsOf(match, opportunity, candidate), slug)}<p><a href="${profilePath(slug)}">Son profil</a></p>`;
}
