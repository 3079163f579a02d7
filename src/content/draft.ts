/** The entry that an editor is writing, over the stored ones: in development only, for the requests that preview it. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { CollectionName } from '#schemas/index.ts';

export interface DraftEntry {
  collection: CollectionName;
  id: string;
  /** As the schema reads it. */
  data: Readonly<Record<string, unknown>>;
  body: string;
  /** The body, as the site renders it. */
  html: string;
}

const shown = new AsyncLocalStorage<DraftEntry>();

/** Runs what renders a page with that entry as if it were stored and published. */
export const showingDraft = <T>(draft: DraftEntry, render: () => T): T => shown.run(draft, render);

/** What an entry of Astro is made of. */
interface Stored {
  id: string;
  collection: string;
  data: object;
}

/** Entries of a collection, with the draft of the moment in its place, or after them when it is new. */
export function withDraft<E extends Stored>(collection: CollectionName, entries: readonly E[]): E[] {
  const draft = shown.getStore();
  if (draft?.collection !== collection) return [...entries];
  const { id, body, html } = draft;
  const stored = entries.find((entry) => entry.id === id);
  // The schema of its collection made its data, as it made those of the others.
  const data = { ...draft.data, draft: false };
  const entry = { ...stored, collection, id, data, body, rendered: { html, metadata: {} } } as unknown as E;
  return stored ? entries.map((each) => (each === stored ? entry : each)) : [...entries, entry];
}
