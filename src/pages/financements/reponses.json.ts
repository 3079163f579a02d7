import type { APIRoute } from 'astro';
import { bank } from '#funding/answers/records.ts';

/** The answers that applications ask for, and what they are assembled with. */
export const GET: APIRoute = async () => Response.json(await bank());
