import type { APIRoute } from 'astro';
import { entriesOf } from '#content/entries.ts';
import { bibliographyOf } from '#stories/references/bibliography.ts';
import { bibtexOf } from '#stories/references/files.ts';

/** The works that the plaidoyer rests on, as BibTeX. */
export const GET: APIRoute = async () =>
  new Response(bibtexOf(bibliographyOf((await entriesOf('stories')).map(({ data }) => data))), {
    headers: { 'Content-Type': 'application/x-bibtex; charset=utf-8' },
  });
