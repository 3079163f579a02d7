import type { APIRoute } from 'astro';
import { sessionsAtom } from '../feeds/sessions-news.ts';
import { toldSessions } from '../feeds/sessions.ts';
import { site } from '../site.ts';

/** The sessions as an Atom feed. */
export const GET: APIRoute = async () =>
  new Response(sessionsAtom(await toldSessions(), site.url), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
