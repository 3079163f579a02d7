import type { APIRoute } from 'astro';
import { entriesOf } from '#content/entries.ts';
import { cantinesJson } from '#cantines/feeds/open-data.ts';
import { site } from '#site.ts';

/** The cantines as open data. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(cantinesJson(await entriesOf('cantines'), site.url), null, 1), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
