import type { APIRoute } from 'astro';
import { opportunityRecords } from '#funding/search/records.ts';

/** Every opportunity, for the list that answers in the browser. */
export const GET: APIRoute = async () => Response.json(await opportunityRecords());
