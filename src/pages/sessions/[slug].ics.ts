import type { APIRoute, GetStaticPaths } from 'astro';
import { calendarResponse } from '#feeds/calendar.ts';
import { sessionsCalendar } from '#sessions/feeds/calendar.ts';
import { toldSessions } from '#sessions/feeds/feeds.ts';
import type { ToldSession } from '#sessions/feeds/words.ts';

interface Props {
  told: ToldSession;
}

export const getStaticPaths: GetStaticPaths = async () =>
  (await toldSessions()).map((told) => ({ params: { slug: told.slug }, props: { told } satisfies Props }));

/** A session to add to one's calendar. */
export const GET: APIRoute<Props> = ({ props: { told } }) => calendarResponse(sessionsCalendar([told]));
