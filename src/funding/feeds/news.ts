import { typeset } from '#domain/typography.ts';
import { OPPORTUNITY_KINDS } from '#schemas/opportunities.ts';
import { newest, writeAtom } from '#feeds/atom.ts';
import { feedLines, opportunityName, type ToldOpportunity } from './words.ts';

/** A choice of opportunities that one can follow, by calendar and by feed reader. */
export interface FundingFeed {
  /** Where its files are, without their ending: `/financements/region/84`. */
  path: string;
  /** What is in it, among the others: `Prix`, `Grand Est`. */
  label: string;
  /** What calendar programs and readers call it. */
  name: string;
  /** The page it tells the news of, as a site path. */
  pagePath: string;
}

/**
 * The opportunities as an Atom feed; each feed has its own entries, since what is told of an opportunity may differ.
 */
export const fundingAtom = (feed: FundingFeed, opportunities: readonly ToldOpportunity[], siteUrl: string): string =>
  writeAtom(
    {
      tag: `tag:lespetitescantines.org,2026:${feed.path.slice(1)}`,
      title: feed.name,
      subtitle: typeset('Les appels à projets, aides, prix et dons que la veille suit, dès que leur fiche change.'),
      path: `${feed.path}.xml`,
      pagePath: feed.pagePath,
    },
    // Chosen first: to tell all of a long watch in each of fifty feeds takes longer than all its pages.
    newest(opportunities.map((told) => ({ ...told, changedAt: told.revision.changedAt }))).map((told) => ({
      slug: told.slug,
      title: opportunityName(told.opportunity),
      changedAt: told.changedAt,
      page: told.page,
      category: { term: told.opportunity.kind, label: OPPORTUNITY_KINDS[told.opportunity.kind] },
      lines: feedLines(told),
    })),
    siteUrl,
  );
