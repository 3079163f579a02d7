import type { APIRoute, GetStaticPaths } from 'astro';
import { deadlinesResponse } from '#funding/feeds/responses.ts';
import { ALL_OPPORTUNITIES, chosenFeeds, type ChosenFeed } from '#funding/feeds/feeds.ts';
import { keyOfFeed } from '#funding/feeds/keys.ts';

interface Props {
  feed: ChosenFeed;
}

export const getStaticPaths: GetStaticPaths = async () =>
  Promise.all(
    (await chosenFeeds()).map(async (feed) => ({
      params: { feed: feed.path.slice(ALL_OPPORTUNITIES.path.length + 1) },
      props: { feed } satisfies Props,
      cacheKey: await keyOfFeed(feed),
    })),
  );

/** A choice of opportunities, as a calendar to subscribe to. */
export const GET: APIRoute<Props> = ({ props: { feed } }) => deadlinesResponse(feed, 'all');
