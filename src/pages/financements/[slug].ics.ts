import type { APIRoute, GetStaticPaths } from 'astro';
import { calendarResponse } from '#feeds/calendar.ts';
import { callCalendar, hasCalendar } from '#funding/feeds/calendar.ts';
import type { ToldCall } from '#funding/feeds/words.ts';
import { buildDay, theWatch } from '#funding/feeds/feeds.ts';

interface Props {
  told: ToldCall;
}

export const getStaticPaths: GetStaticPaths = async () =>
  (await theWatch()).calls
    .filter(({ call }) => hasCalendar(call))
    .map((told) => ({ params: { slug: told.slug }, props: { told } satisfies Props }));

/** The deadlines of a call to add to one's calendar. */
export const GET: APIRoute<Props> = ({ props: { told } }) => calendarResponse(callCalendar(told, buildDay()));
