import type { APIRoute } from 'astro';
import { opportunityEntries } from '#funding/feeds/feeds.ts';
import { opportunitiesJson } from '#funding/feeds/open-data.ts';
import { site } from '#site.ts';

/** The funding watch as open data. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(opportunitiesJson(await opportunityEntries(), site.url), null, 1), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
