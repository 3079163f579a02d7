import type { EntryPlace } from '#content/check/entry-index.ts';
import type { Implementation } from '../conflict/guard.ts';

/** The paths of what a draft changes: Decap lists its uploads only in its form, and it is published from a list too. */
export async function filesOfDraft(backend: Implementation, { collection, slug }: EntryPlace): Promise<string[]> {
  const draft = await backend.unpublishedEntry?.({ collection, slug });
  return (draft?.diffs ?? []).map(({ path }) => path);
}
