import type { APIRoute } from 'astro';
import { opportunityEntries } from '#feeds/funding.ts';
import { linesOf } from '#feeds/opportunities.ts';
import { opportunitiesCsv } from '#feeds/opportunity-columns.ts';
import { site } from '#site.ts';

/** The funding watch as open data, for spreadsheets. */
export const GET: APIRoute = async () =>
  new Response(opportunitiesCsv(linesOf(await opportunityEntries(), site.url)), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
