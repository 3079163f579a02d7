import type { APIRoute, GetStaticPaths } from 'astro';
import { calendarResponse } from '#feeds/calendar.ts';
import { calendarOf } from '#feeds/sessions-calendar.ts';
import { toldSessions } from '#feeds/sessions.ts';
import type { ToldSession } from '#feeds/sessions-words.ts';

interface Props {
  told: ToldSession;
}

export const getStaticPaths: GetStaticPaths = async () =>
  (await toldSessions()).map((told) => ({ params: { slug: told.slug }, props: { told } satisfies Props }));

/** A session to add to one's calendar. */
export const GET: APIRoute<Props> = ({ props: { told } }) => calendarResponse(calendarOf([told]));
