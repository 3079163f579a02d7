import { entriesOf } from '#content/entries.ts';
import { dayInFrance } from '#domain/days.ts';
import { candidateOf } from '../matching/candidates.ts';
import { reportFacts, type ReportFacts } from './report.ts';
import { suitCounts } from './suits.ts';

/** The watch as the pages of the CMS report it. */
export async function reportedWatch(): Promise<ReportFacts[]> {
  const entries = await entriesOf('opportunities');
  const sites = new Map((await entriesOf('funders')).map(({ id, data }) => [id, data.website]));
  const joint = Map.groupBy(await entriesOf('joint-answers'), ({ data }) => data.opportunity);
  const cantines = (await entriesOf('cantines')).filter(({ data }) => data.status !== 'closed');
  const suits = suitCounts(
    entries.map(({ data }) => data),
    cantines.map(({ data }) => candidateOf(data)),
    dayInFrance(new Date()),
  );
  return entries.map(({ id, data }) =>
    reportFacts(id, data, {
      suits: suits.get(data) ?? 0,
      contact: sites.get(data.funder),
      joint: joint.get(id)?.map((each) => [each.id, each.data] as const),
    }),
  );
}
