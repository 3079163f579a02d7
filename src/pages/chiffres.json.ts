import type { APIRoute } from 'astro';
import { entriesOf } from '#content/entries.ts';
import { LICENCE } from '#feeds/open-data.ts';
import { site } from '#site.ts';

/** The key figures as open data: value, unit, date, text of law, source, address of the page. */
export const GET: APIRoute = async () => {
  const figures = (await entriesOf('figures'))
    .toSorted((a, b) => a.id.localeCompare(b.id))
    .map(
      ({ id, data: { title, series, value, display, unit, asOf, legalReference, yearly, source, sourceTitle } }) => ({
        id,
        title,
        series,
        value,
        display,
        unit,
        asOf,
        legalReference,
        yearly,
        source: { url: source, title: sourceTitle },
        url: `${site.url}/chiffres/#${id}`,
      }),
    );
  return new Response(JSON.stringify({ licence: LICENCE.url, figures }, null, 2), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
};
