import type { APIRoute, GetStaticPaths } from 'astro';
import { feedResponse, sessionRegionFeeds, type SessionFeed } from '#sessions/feeds/feeds.ts';

interface Props {
  feed: SessionFeed;
}

export const getStaticPaths: GetStaticPaths = () =>
  sessionRegionFeeds().map((feed) => ({ params: { code: feed.code }, props: { feed } satisfies Props }));

/** The sessions of a region and online, as a calendar to subscribe to. */
export const GET: APIRoute<Props> = ({ props: { feed } }) => feedResponse(feed);
