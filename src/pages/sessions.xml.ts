import type { APIRoute } from 'astro';
import { atomResponse } from '#feeds/atom.ts';
import { sessionsAtom } from '#sessions/feeds/news.ts';
import { toldSessions } from '#sessions/feeds/feeds.ts';
import { site } from '#site.ts';

/** The sessions as an Atom feed. */
export const GET: APIRoute = async () => atomResponse(sessionsAtom(await toldSessions(), site.url));
