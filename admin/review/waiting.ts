/** Drafts that wait on a forge, as the CMS of this browser saw them last: the board of the day has no access to it. */
export interface WaitingDraft {
  collection: string;
  slug: string;
  title: string;
  /** Decap's: `draft`, `pending_review` or `pending_publish`. */
  status: string;
}

/** What is used of a draft in Decap's actions. */
interface Listed extends Omit<WaitingDraft, 'title'> {
  data?: { title?: unknown };
}

/** An action of Decap's editorial workflow. */
interface Heard {
  type: string;
  payload?: unknown;
}

const titleOf = (slug: string, data: Listed['data']): string =>
  typeof data?.title === 'string' && data.title !== '' ? data.title : slug;

const told = ({ collection, slug, status, data }: Listed): WaitingDraft => ({
  collection,
  slug,
  title: titleOf(slug, data),
  status,
});

/** The drafts that wait once Decap did that; those that waited before where it says nothing of them. */
export function waitingAfter(waiting: readonly WaitingDraft[], { type, payload }: Heard): readonly WaitingDraft[] {
  const others = ({ collection, slug }: Pick<WaitingDraft, 'collection' | 'slug'>) =>
    waiting.filter((draft) => draft.collection !== collection || draft.slug !== slug);
  switch (type) {
    case 'UNPUBLISHED_ENTRIES_SUCCESS':
      return (payload as { entries: Listed[] }).entries.map(told);
    // Decap reads a draft again once it has written it.
    case 'UNPUBLISHED_ENTRY_SUCCESS': {
      const { collection, entry } = payload as { collection: string; entry: Listed };
      return [...others({ collection, slug: entry.slug }), told({ ...entry, collection })];
    }
    case 'UNPUBLISHED_ENTRY_STATUS_CHANGE_SUCCESS': {
      const { newStatus, ...place } = payload as { collection: string; slug: string; newStatus: string };
      return waiting.map((draft) =>
        draft.collection === place.collection && draft.slug === place.slug ? { ...draft, status: newStatus } : draft,
      );
    }
    case 'UNPUBLISHED_ENTRY_PUBLISH_SUCCESS':
    case 'UNPUBLISHED_ENTRY_DELETE_SUCCESS':
      return others(payload as WaitingDraft);
    default:
      return waiting;
  }
}

const KEY = 'relecture-en-attente';

/** What was seen last in this browser, and when, in milliseconds; undefined when nothing was. */
export function readWaiting(): { at: number; drafts: readonly WaitingDraft[] } | undefined {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === null ? undefined : (JSON.parse(kept) as { at: number; drafts: WaitingDraft[] });
  } catch {
    return undefined;
  }
}

/** Follows what Decap does, and keeps what waits after it. */
export function keepWaiting(action: Heard, now: number): void {
  const before = readWaiting()?.drafts ?? [];
  const drafts = waitingAfter(before, action);
  if (drafts === before) return;
  try {
    localStorage.setItem(KEY, JSON.stringify({ at: now, drafts }));
  } catch {
    // The board of the day says less.
  }
}
