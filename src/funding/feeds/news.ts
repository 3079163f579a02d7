import { typeset } from '#domain/typography.ts';
import { OPPORTUNITY_KINDS } from '#schemas/opportunities.ts';
import { newest, writeAtom } from '#feeds/atom.ts';
import { labelled } from '#feeds/plain.ts';
import { sayChange, titleOfChange } from '../changes/change-words.ts';
import type { ToldChange } from './told-changes.ts';
import { feedLines, opportunityName } from './words.ts';

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
 * What happened to opportunities as an Atom feed, an entry for each change; each feed has its own entries, since what is
 * told of an opportunity may differ.
 */
export const fundingAtom = (feed: FundingFeed, changes: readonly ToldChange[], siteUrl: string): string =>
  writeAtom(
    {
      tag: `tag:lespetitescantines.org,2026:${feed.path.slice(1)}`,
      title: feed.name,
      subtitle: typeset(
        'Ce qui change dans la veille : nouveaux appels à projets, aides, prix et dons, ouvertures, dates annoncées, avancées ou repoussées, clôtures.',
      ),
      path: `${feed.path}.xml`,
      pagePath: feed.pagePath,
    },
    // Chosen first: to tell all of a long watch in each of fifty feeds takes longer than all its pages.
    newest(changes).map(({ slug, told, change, changedAt }) => ({
      slug,
      title: titleOfChange(change, opportunityName(told.opportunity)),
      changedAt,
      page: told.page,
      category: { term: told.opportunity.kind, label: OPPORTUNITY_KINDS[told.opportunity.kind] },
      lines: linesOf(told, change),
    })),
    siteUrl,
  );

/** What is withdrawn has no fiche left to tell. */
function linesOf(told: ToldChange['told'], change: ToldChange['change']): string[] {
  const said = typeset(`${sayChange(change)}.`);
  if (change.kind !== 'withdrawn') return change.kind === 'new' ? feedLines(told) : [said, ...feedLines(told)];
  return [said, labelled('Financeur', told.funder), labelled('Ce qui a changé', told.page)].filter(
    (line) => line !== undefined,
  );
}
