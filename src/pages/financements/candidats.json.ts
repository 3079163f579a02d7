import type { APIRoute } from 'astro';
import { watchCandidates } from '#funding/search/records.ts';

/** The cantines that may look for money, for pages that say whether a call fits the visitor’s. */
export const GET: APIRoute = async () => Response.json(await watchCandidates());
