import type { APIRoute } from 'astro';
import { changesBySlug, watchLog } from '#funding/changes/log.ts';

/** What happened to each opportunity, and the days that are announced, for the board. */
export const GET: APIRoute = () => Response.json(changesBySlug(watchLog()));
