import type { APIRoute } from 'astro';
import { opportunitiesJsonSchema } from '#funding/feeds/open-data.ts';
import { site } from '#site.ts';

/** The JSON Schema of the open data of the funding watch. */
export const GET: APIRoute = () =>
  new Response(JSON.stringify(opportunitiesJsonSchema(site.url), null, 1), {
    headers: { 'Content-Type': 'application/schema+json; charset=utf-8' },
  });
