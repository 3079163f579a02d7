import type { APIRoute } from 'astro';
import { deadlinesResponse } from '#funding/feeds/responses.ts';
import { ALL_CALLS } from '#funding/feeds/feeds.ts';

/** Every call of the watch, as a calendar to subscribe to. */
export const GET: APIRoute = () => deadlinesResponse(ALL_CALLS);
