import { createHash } from 'node:crypto';
import { buildDay, newsOf, toldWatch, type ChosenFeed } from './feeds.ts';
import type { ToldOpportunity } from './words.ts';

const digests = new WeakMap<ToldOpportunity['opportunity'], string>();

/** What is told of an opportunity to everyone: the same in all the feeds. */
function digestOf({ reasons: _, ...told }: ToldOpportunity): string {
  const digest = digests.get(told.opportunity) ?? createHash('sha256').update(JSON.stringify(told)).digest('base64');
  digests.set(told.opportunity, digest);
  return digest;
}

/** What a page or a feed that tells these opportunities is made of, for its `cacheKey`: they, their order, their reasons. */
export function keyOfTold(opportunities: readonly ToldOpportunity[]): string {
  const hash = createHash('sha256');
  for (const told of opportunities) hash.update(digestOf(told) + told.reasons.map(({ words }) => words).join('\n'));
  return hash.digest('base64');
}

/** The `cacheKey` of the news of a feed. */
export async function keyOfNews(feed: ChosenFeed): Promise<string> {
  const { choose: _, ...named } = feed;
  const news = await newsOf(feed);
  const changes = createHash('sha256').update(JSON.stringify(news.map(({ slug, change }) => [slug, change])));
  return JSON.stringify([named, changes.digest('base64'), keyOfTold(news.map(({ told }) => told))]);
}

/** The `cacheKey` of the calendars of a feed: a text of an opportunity that no feed tells changes none of them. */
export async function keyOfFeed({ choose, ...feed }: ChosenFeed): Promise<string> {
  return JSON.stringify([feed, buildDay(), keyOfTold(choose(await toldWatch()))]);
}
