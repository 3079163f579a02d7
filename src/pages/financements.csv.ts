import type { APIRoute } from 'astro';
import { opportunityEntries } from '#funding/feeds/feeds.ts';
import { opportunityLines } from '#funding/feeds/open-data.ts';
import { opportunitiesCsv } from '#funding/feeds/columns.ts';
import { site } from '#site.ts';

/** The funding watch as open data, for spreadsheets. */
export const GET: APIRoute = async () =>
  new Response(opportunitiesCsv(opportunityLines(await opportunityEntries(), site.url)), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
