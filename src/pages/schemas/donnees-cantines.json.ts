import type { APIRoute } from 'astro';
import { rowsJsonSchema } from '#cantines/feeds/json-schema.ts';
import { site } from '#site.ts';

/** The JSON Schema of the open data. */
export const GET: APIRoute = () =>
  new Response(JSON.stringify(rowsJsonSchema(site.url), null, 1), {
    headers: { 'Content-Type': 'application/schema+json; charset=utf-8' },
  });
