import type { APIRoute, GetStaticPaths } from 'astro';
import { calendarIn } from '#funding/feeds/calendars.ts';
import { ALL_OPPORTUNITIES, chosenFeeds, type ChosenFeed } from '#funding/feeds/feeds.ts';
import { keyOfFeed } from '#funding/feeds/keys.ts';
import { deadlinesResponse } from '#funding/feeds/responses.ts';

interface Props {
  feed: ChosenFeed;
}

export const getStaticPaths: GetStaticPaths = async () =>
  Promise.all(
    [ALL_OPPORTUNITIES, ...(await chosenFeeds())].map(async (feed) => ({
      params: { feed: calendarIn(feed, 'announced').path.slice('/financements/dates/'.length, -'.ics'.length) },
      props: { feed } satisfies Props,
      cacheKey: await keyOfFeed(feed),
    })),
  );

/** The announced dates alone of a choice of opportunities, as a calendar to subscribe to. */
export const GET: APIRoute<Props> = ({ props: { feed } }) => deadlinesResponse(feed, 'announced');
