import { dayInFrance } from '#domain/days.ts';
import { digestMonths, digestOf, type Digest } from './digest.ts';
import type { NamedOpportunity } from './mail.ts';
import { historyOf } from '#feeds/file-history.ts';
import { sayAmounts } from '../amount-words.ts';
import { calendarOf } from '../freshness.ts';
import { opportunityName } from '../feeds/words.ts';
import { toldWatch } from '../feeds/feeds.ts';

/** Where the digests are listed, and each of them. */
export const DIGESTS = '/financements/digest/';
export const digestPath = (month: string): string => `${DIGESTS}${month}/`;

/** The opportunities as the digests name them; the first day is that of the file, or that of an earlier reading. */
async function mailOpportunities(): Promise<NamedOpportunity[]> {
  return (await toldWatch()).opportunities.map(({ slug, opportunity, page, funder }) => {
    const written = historyOf('opportunities', slug)?.firstAt;
    const read = opportunity.sources.flatMap(({ readOn }) => readOn ?? []);
    const firsts = [...read, ...(written === undefined ? [] : [dayInFrance(new Date(written))])];
    return {
      title: opportunityName(opportunity),
      page,
      funder,
      amount: sayAmounts(opportunity.amounts),
      territory: opportunity.territory.name,
      firstSeen: firsts.toSorted()[0],
      readOn: [...read, ...(opportunity.verifiedOn === undefined ? [] : [opportunity.verifiedOn])],
      calendar: calendarOf(opportunity),
    };
  });
}

/** The digests that the content makes, from the first month. */
export async function digests(): Promise<Digest<NamedOpportunity>[]> {
  const opportunities = (await mailOpportunities()).toSorted((a, b) => a.title.localeCompare(b.title, 'fr'));
  return digestMonths(opportunities).map((month) => digestOf(opportunities, month));
}
