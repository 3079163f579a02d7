import { typeset } from '#domain/typography.ts';
import { OPPORTUNITY_KINDS } from '#schemas/opportunities.ts';
import { writeAtom } from '#feeds/atom.ts';
import { linesOf, nameOf, type ToldCall } from './words.ts';

/** A choice of calls that one can follow, by calendar and by feed reader. */
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

/** The calls as an Atom feed; each feed has its own entries, since what is told of a call may differ. */
export const fundingAtom = (feed: FundingFeed, calls: readonly ToldCall[], siteUrl: string): string =>
  writeAtom(
    {
      tag: `tag:lespetitescantines.org,2026:${feed.path.slice(1)}`,
      title: feed.name,
      subtitle: typeset('Les appels à projets, aides, prix et dons que la veille suit, dès que leur fiche change.'),
      path: `${feed.path}.xml`,
      pagePath: feed.pagePath,
    },
    calls.map((told) => ({
      slug: told.slug,
      title: nameOf(told.call),
      changedAt: told.revision.changedAt,
      page: told.page,
      category: { term: told.call.kind, label: OPPORTUNITY_KINDS[told.call.kind] },
      lines: linesOf(told),
    })),
    siteUrl,
  );
