import type { APIRoute } from 'astro';
import { sessionsJson } from '#sessions/feeds/news.ts';
import { toldSessions } from '#sessions/feeds/feeds.ts';
import { site } from '#site.ts';

/** The sessions as a JSON Feed. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(sessionsJson(await toldSessions(), site.url), null, 1), {
    headers: { 'Content-Type': 'application/feed+json; charset=utf-8' },
  });
