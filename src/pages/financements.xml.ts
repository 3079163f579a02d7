import type { APIRoute } from 'astro';
import { newsResponse } from '#funding/feeds/responses.ts';
import { ALL_CALLS } from '#funding/feeds/feeds.ts';

/** Every call of the watch, as an Atom feed. */
export const GET: APIRoute = () => newsResponse(ALL_CALLS);
