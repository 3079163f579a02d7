import { dayInFrance } from '#domain/days.ts';
import { digestMonths, digestOf, type Digest } from './digest.ts';
import type { NamedOpportunity } from './mail.ts';
import { historyOf } from '#feeds/file-history.ts';
import { sayAmounts } from '../amount-words.ts';
import { calendarOf } from '../freshness.ts';
import { opportunityName } from '../feeds/words.ts';
import { toldWatch } from '../feeds/feeds.ts';
import { CHANGES, changesBySlug, watchLog, type LoggedChange } from '../changes/log.ts';
import { site } from '#site.ts';

/** Where the digests are listed, and each of them. */
export const DIGESTS = '/financements/digest/';
export const digestPath = (month: string): string => `${DIGESTS}${month}/`;

/**
 * The opportunities as the digests name them; the first day is the one on which the log knew it, or else that of the
 * file, or that of an earlier reading.
 */
async function mailOpportunities(): Promise<NamedOpportunity[]> {
  const bySlug = changesBySlug(watchLog());
  const { opportunities } = await toldWatch();
  const shown = opportunities.map(({ slug, opportunity, page, funder }) => {
    const changes = bySlug[slug] ?? [];
    const read = opportunity.sources.flatMap(({ readOn }) => readOn ?? []);
    return {
      title: opportunityName(opportunity),
      page,
      funder,
      amount: sayAmounts(opportunity.amounts),
      territory: opportunity.territory.name,
      firstSeen: changes.find(({ kind }) => kind === 'new')?.on ?? firstDay(slug, read),
      readOn: [...read, ...(opportunity.verifiedOn === undefined ? [] : [opportunity.verifiedOn])],
      calendar: calendarOf(opportunity),
      changes,
    };
  });
  const known = new Set(opportunities.map(({ slug }) => slug));
  return [...shown, ...withdrawnIn(watchLog().filter(({ slug }) => !known.has(slug)))];
}

/** Without Git: when it was written, or read before. */
function firstDay(slug: string, read: readonly string[]): string | undefined {
  const written = historyOf('opportunities', slug)?.firstAt;
  return [...read, ...(written === undefined ? [] : [dayInFrance(new Date(written))])].toSorted()[0];
}

/** What is no longer there is named by its title alone. */
const withdrawnIn = (log: readonly LoggedChange[]): NamedOpportunity[] =>
  [...Map.groupBy(log, ({ slug }) => slug).values()].flatMap((changes) => {
    const [first] = changes;
    return first === undefined
      ? []
      : {
          title: first.title,
          page: site.url + CHANGES,
          funder: undefined,
          amount: undefined,
          territory: '',
          firstSeen: undefined,
          readOn: [],
          calendar: { rhythm: 'one-off', windows: [] },
          changes: changes.map(({ change }) => change),
        };
  });

/** The digests that the content makes, from the first month. */
export async function digests(): Promise<Digest<NamedOpportunity>[]> {
  const opportunities = (await mailOpportunities()).toSorted((a, b) => a.title.localeCompare(b.title, 'fr'));
  return digestMonths(opportunities).map((month) => digestOf(opportunities, month));
}
