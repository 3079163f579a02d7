import { dayInFrance } from '#domain/days.ts';
import { historyOf } from '#feeds/file-history.ts';
import { site } from '#site.ts';
import { CHANGES, watchLog } from '../changes/log.ts';
import { toldWatch } from '../feeds/feeds.ts';
import { digestMonths, digestOf, type Digest } from './digest.ts';
import type { NamedOpportunity } from './mail.ts';
import { namedOpportunities } from './named.ts';

/** Where the digests are listed, and each of them. */
export const DIGESTS = '/financements/digest/';
export const digestPath = (month: string): string => `${DIGESTS}${month}/`;

/** Without Git: when its file was written, or a source read before. */
function firstDay(slug: string, read: readonly string[]): string | undefined {
  const written = historyOf('opportunities', slug)?.firstAt;
  return [...read, ...(written === undefined ? [] : [dayInFrance(new Date(written))])].toSorted()[0];
}

/** The digests that the content makes, from the first month. */
export async function digests(): Promise<Digest<NamedOpportunity>[]> {
  const { opportunities } = await toldWatch();
  const named = namedOpportunities(opportunities, watchLog(), { changesPage: site.url + CHANGES, firstDay }).toSorted(
    (a, b) => a.title.localeCompare(b.title, 'fr'),
  );
  return digestMonths(named).map((month) => digestOf(named, month));
}
