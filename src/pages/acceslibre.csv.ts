import type { APIRoute } from 'astro';
import { entriesOf } from '#content/entries.ts';
import { acceslibreCsv } from '#cantines/feeds/acceslibre.ts';

/** The access of the cantines, for the national base. */
export const GET: APIRoute = async () =>
  new Response(acceslibreCsv(await entriesOf('cantines')), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
