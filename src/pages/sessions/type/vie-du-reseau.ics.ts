import type { APIRoute } from 'astro';
import { COLLECTIVE_SESSIONS, feedResponse } from '#sessions/feeds/feeds.ts';

/** Visios, visits, strategic days, the seminar, trainings of cantines: one calendar. */
export const GET: APIRoute = () => feedResponse(COLLECTIVE_SESSIONS);
