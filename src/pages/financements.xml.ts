import type { APIRoute } from 'astro';
import { newsResponse } from '#funding/feeds/responses.ts';
import { ALL_OPPORTUNITIES } from '#funding/feeds/feeds.ts';

/** What happened to every opportunity of the watch, as an Atom feed. */
export const GET: APIRoute = () => newsResponse(ALL_OPPORTUNITIES);
