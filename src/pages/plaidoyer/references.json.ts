import type { APIRoute } from 'astro';
import { entriesOf } from '#content/entries.ts';
import { bibliographyOf } from '#stories/references/bibliography.ts';
import { cslJsonOf } from '#stories/references/files.ts';

/** The works that the plaidoyer rests on, as CSL-JSON. */
export const GET: APIRoute = async () =>
  new Response(cslJsonOf(bibliographyOf((await entriesOf('stories')).map(({ data }) => data))), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
