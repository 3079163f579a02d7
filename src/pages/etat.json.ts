import { confirmedHours } from '#cantines/confirmed/hours.ts';
import { heldOn, HOURS_HOLD_MONTHS } from '#cantines/confirmed/share.ts';
import { entriesOf, hiddenOf } from '#content/entries.ts';
import { dayInFrance } from '#domain/days.ts';
import { readOrigin } from '#publication/origin.ts';
import { siteStateOf } from '#publication/site-state.ts';
import { collections, type CollectionName } from '#schemas/index.ts';
import type { APIRoute } from 'astro';

/** What is served, and from which commit. */
export const GET: APIRoute = async () => {
  const names = Object.keys(collections) as CollectionName[];
  const shown = names.map(async (name) => [name, await hiddenOf(name)] as const);
  const now = new Date();
  const { open, days } = confirmedHours(await entriesOf('cantines'));
  const hours = { open, confirmed: heldOn(dayInFrance(now), { days }), months: HOURS_HOLD_MONTHS, days: [...days] };
  const state = siteStateOf(readOrigin('.', process.env), new Map(await Promise.all(shown)), now, hours);
  return new Response(JSON.stringify(state, null, 1), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
};
