import type { APIRoute } from 'astro';
import { entriesOf } from '#content/entries.ts';
import { cantinesCsv } from '#cantines/feeds/open-data.ts';
import { site } from '#site.ts';

/** The cantines as open data, for spreadsheets. */
export const GET: APIRoute = async () =>
  new Response(cantinesCsv(await entriesOf('cantines'), site.url), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
