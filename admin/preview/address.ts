import { entryPath } from '#content/routes.ts';
import type { CollectionName } from '#schemas/index.ts';

/** Where a tab posts its form; the final slash is Astro's, as for the local CMS. */
export const PREVIEW_API = '/admin/apercu/v1/';

/** What an address asks to see the draft of a tab with. */
export const PREVIEW_QUESTION = 'apercu';

/** What the development server answers to a form. */
export interface PreviewAnswer {
  /** The page to show; absent when there is something to mend first. */
  path?: string;
  /** What to mend, each a line. */
  problems?: string;
}

/** The page of an entry with the draft of a tab in it. */
export function draftPath(collection: CollectionName, id: string, key: string): string {
  const [path = '', anchor] = entryPath(collection, id).split('#');
  return `${path}?${PREVIEW_QUESTION}=${key}${anchor === undefined ? '' : `#${anchor}`}`;
}
