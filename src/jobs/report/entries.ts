import { candidateOf } from '#funding/matching/candidates.ts';
import { reportFacts, type ReportFacts } from '#funding/watch/report.ts';
import { suitCounts } from '#funding/watch/suits.ts';
import { cantines } from '#schemas/cantines.ts';
import { funders } from '#schemas/funders.ts';
import { jointAnswers } from '#schemas/joint-answers.ts';
import { opportunities, type Opportunity } from '#schemas/opportunities.ts';
import { readSourceFiles, shownOf } from '../folder.ts';

export interface ReadOpportunity {
  slug: string;
  opportunity: Opportunity;
}

/** A watch as it is in a content folder. */
export interface ReadWatch {
  entries: readonly ReadOpportunity[];
  facts: readonly ReportFacts[];
  /** The opportunities that cannot be read. */
  unreadable: readonly string[];
}

/**
 * The shown opportunities of a content folder, with what the report asks of the cantines and the funders beside.
 * @param today `YYYY-MM-DD`, in France
 */
export async function readWatch(root: string, live: boolean, today: string): Promise<ReadWatch> {
  const files = await readSourceFiles(root);
  const read = shownOf(files, opportunities, live);
  const entries = read.entries.map(({ slug, data }) => ({ slug, opportunity: data }));
  const sites = new Map(shownOf(files, funders, live).entries.map(({ slug, data }) => [slug, data.website]));
  const suits = suitCounts(
    entries.map(({ opportunity }) => opportunity),
    shownOf(files, cantines, live)
      .entries.filter(({ data }) => data.status !== 'closed')
      .map(({ data }) => candidateOf(data)),
    today,
  );
  const joint = Map.groupBy(shownOf(files, jointAnswers, live).entries, ({ data }) => data.opportunity);
  const facts = entries.map(({ slug, opportunity }) =>
    reportFacts(slug, opportunity, {
      suits: suits.get(opportunity) ?? 0,
      contact: sites.get(opportunity.funder),
      joint: joint.get(slug)?.map((each) => [each.slug, each.data] as const),
    }),
  );
  return { entries, facts, unreadable: read.unreadable };
}

/** The addresses of an opportunity that a visitor may follow. */
export const opportunityLinks = ({ officialUrl, formUrl, sources }: Opportunity): string[] =>
  [officialUrl, formUrl, ...sources.map(({ url }) => url)].flatMap((url) => url ?? []);
