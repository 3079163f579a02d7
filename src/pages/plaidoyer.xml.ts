import type { APIRoute } from 'astro';
import { atomResponse } from '#feeds/atom.ts';
import { site } from '#site.ts';
import { storiesAtom } from '#stories/feed.ts';
import { toldStories } from '#stories/told.ts';

/** The texts of the plaidoyer as an Atom feed. */
export const GET: APIRoute = async () => atomResponse(storiesAtom(await toldStories(), site.url));
