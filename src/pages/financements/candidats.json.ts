import type { APIRoute } from 'astro';
import { namedCandidates } from '#funding/search/records.ts';

/** The cantines that may look for money, for pages that say whether an opportunity fits the visitor’s. */
export const GET: APIRoute = async () => Response.json(await namedCandidates());
