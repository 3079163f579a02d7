import type { APIRoute } from 'astro';
import { changesBySlug, watchLog } from '#funding/changes/log.ts';
import { isRecalled } from '#funding/changes/recent.ts';
import { buildDay } from '#funding/feeds/feeds.ts';

/** What happened lately to each opportunity, and the days that are announced, for the board. */
export const GET: APIRoute = () =>
  Response.json(Object.fromEntries(changesBySlug(watchLog().filter(({ change }) => isRecalled(change, buildDay())))));
