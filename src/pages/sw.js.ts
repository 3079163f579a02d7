import type { APIRoute } from 'astro';
import { entriesOf } from '#content/entries.ts';
import { removalWorker, workerFor } from '#offline/served.ts';
import { offline } from '#offline/switch.ts';

/** The service worker of those who keep the list offline; at the root, since it answers for the whole site. */
export const GET: APIRoute = async () => {
  const kept = (await entriesOf('cantines')).map(({ id, data, body }) => [id, data, body]);
  return new Response(await (offline ? workerFor(kept) : removalWorker()), {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
  });
};
