import type { APIRoute } from 'astro';
import { entriesOf } from '#content/entries.ts';
import { cantinesGeojson } from '#cantines/feeds/geojson.ts';
import { site } from '#site.ts';

/** The cantines as open data. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(cantinesGeojson(await entriesOf('cantines'), site.url), null, 1), {
    headers: { 'Content-Type': 'application/geo+json; charset=utf-8' },
  });
