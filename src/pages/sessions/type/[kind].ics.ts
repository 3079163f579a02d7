import type { APIRoute, GetStaticPaths } from 'astro';
import { feedResponse, sessionKindFeeds, type SessionFeed } from '#sessions/feeds/feeds.ts';

interface Props {
  feed: SessionFeed;
}

export const getStaticPaths: GetStaticPaths = () =>
  sessionKindFeeds().map((feed) => ({ params: { kind: feed.kind }, props: { feed } satisfies Props }));

/** The sessions of a kind, as a calendar to subscribe to. */
export const GET: APIRoute<Props> = ({ props: { feed } }) => feedResponse(feed);
