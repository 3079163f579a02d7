import type { APIRoute } from 'astro';
import { proposalJsonSchema } from '#proposals/schema.ts';
import { site } from '#site.ts';

/** The JSON Schema of what those who know propose. */
export const GET: APIRoute = () =>
  new Response(JSON.stringify(proposalJsonSchema(site.url), null, 1), {
    headers: { 'Content-Type': 'application/schema+json; charset=utf-8' },
  });
