import type { APIRoute } from 'astro';
import { deadlinesResponse } from '#funding/feeds/responses.ts';
import { ALL_OPPORTUNITIES } from '#funding/feeds/feeds.ts';

/** Every opportunity of the watch, as a calendar to subscribe to. */
export const GET: APIRoute = () => deadlinesResponse(ALL_OPPORTUNITIES, 'all');
