import type { APIRoute } from 'astro';
import { newsResponse } from '#feeds/funding-responses.ts';
import { ALL_CALLS } from '#feeds/funding.ts';

/** Every call of the watch, as an Atom feed. */
export const GET: APIRoute = () => newsResponse(ALL_CALLS);
