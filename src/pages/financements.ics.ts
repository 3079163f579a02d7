import type { APIRoute } from 'astro';
import { deadlinesResponse } from '#feeds/funding-responses.ts';
import { ALL_CALLS } from '#feeds/funding.ts';

/** Every call of the watch, as a calendar to subscribe to. */
export const GET: APIRoute = () => deadlinesResponse(ALL_CALLS);
