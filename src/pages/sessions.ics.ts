import type { APIRoute } from 'astro';
import { ALL_SESSIONS, feedResponse } from '#sessions/feeds/feeds.ts';

/** Every session, as a calendar to subscribe to. */
export const GET: APIRoute = () => feedResponse(ALL_SESSIONS);
