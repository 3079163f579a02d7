import type { APIRoute } from 'astro';
import { entriesOf } from '#content/entries.ts';
import { figuresJson } from '#figures/feeds/published.ts';
import { site } from '#site.ts';

/** The key figures as open data, for programs. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(figuresJson(await entriesOf('figures'), site.url), null, 2), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
