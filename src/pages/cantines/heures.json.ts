import type { APIRoute } from 'astro';
import { recordOf, timetableOf } from '#cantines/facts.ts';
import { entriesOf } from '#content/entries.ts';

/** The open cantines with their hours, for the next meal near a place that a browser keeps; no example among them. */
export const GET: APIRoute = async () =>
  Response.json(
    (await entriesOf('cantines'))
      .filter(({ data }) => data.status === 'open' && !data.demo)
      .map((entry) => ({ ...recordOf(entry), timetable: timetableOf(entry) })),
  );
