import type { APIRoute } from 'astro';
import { watchRecords } from '#funding/search/records.ts';

/** Every call, for the list that answers in the browser. */
export const GET: APIRoute = async () => Response.json(await watchRecords());
