import type { APIRoute } from 'astro';
import { entriesOf } from '#content/entries.ts';
import { figuresCsv } from '#figures/feeds/columns.ts';
import { site } from '#site.ts';

/** The key figures as open data, for spreadsheets. */
export const GET: APIRoute = async () =>
  new Response(figuresCsv(await entriesOf('figures'), site.url), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
