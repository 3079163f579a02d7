import { hiddenOf } from '#content/entries.ts';
import { readOrigin } from '#publication/origin.ts';
import { siteStateOf } from '#publication/site-state.ts';
import { collections, type CollectionName } from '#schemas/index.ts';
import type { APIRoute } from 'astro';

/** What is served, and from which commit. */
export const GET: APIRoute = async () => {
  const names = Object.keys(collections) as CollectionName[];
  const shown = names.map(async (name) => [name, await hiddenOf(name)] as const);
  const state = siteStateOf(readOrigin('.', process.env), new Map(await Promise.all(shown)), new Date());
  return new Response(JSON.stringify(state, null, 1), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
};
