import type { APIRoute, GetStaticPaths } from 'astro';
import { newsResponse } from '#funding/feeds/responses.ts';
import { ALL_OPPORTUNITIES, chosenFeeds, type ChosenFeed } from '#funding/feeds/feeds.ts';
import { keyOfNews } from '#funding/feeds/keys.ts';

interface Props {
  feed: ChosenFeed;
}

export const getStaticPaths: GetStaticPaths = async () =>
  Promise.all(
    (await chosenFeeds()).map(async (feed) => ({
      params: { feed: feed.path.slice(ALL_OPPORTUNITIES.path.length + 1) },
      props: { feed } satisfies Props,
      cacheKey: await keyOfNews(feed),
    })),
  );

/** What happened to a choice of opportunities, as an Atom feed. */
export const GET: APIRoute<Props> = ({ props: { feed } }) => newsResponse(feed);
