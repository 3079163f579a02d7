import { changeOf, firstKnown } from './compare.ts';
import type { WatchedPage } from './content.ts';
import type { Intent, Memory, PageChange, PagesState } from './memory.ts';

/** One message to the editors; once it is accepted, they know `after`. */
export interface PlannedNews {
  changes: readonly PageChange[];
  after: Memory;
  /** The message of an earlier run, whose answer was lost: it goes again under the same identity. */
  again: Pick<Intent, 'messageId'> | undefined;
}

export interface PagesPlan {
  news: readonly PlannedNews[];
  /** The state before any message is accepted: what needs none is already in it. */
  state: PagesState;
}

/** What the editors do not know of what was read. A page that nobody names any more is forgotten. */
export function planNews(id: string, state: PagesState, watched: readonly WatchedPage[], today: string): PagesPlan {
  const { memory, pending, ...rest } = state.recipients[id] ?? {};
  const urls = new Set(watched.map(({ url }) => url));
  const resent = pending?.changes.filter(({ url }) => urls.has(url)) ?? [];
  const again =
    pending && resent.length > 0
      ? [{ changes: resent, after: pending.after, again: { messageId: pending.messageId } }]
      : [];
  const fresh = compareAll(state, pending?.after ?? memory, watched, today);
  const pages = Object.fromEntries(Object.entries(state.pages).filter(([url]) => urls.has(url)));
  const kept = { ...state, pages };
  if (fresh.changes.length > 0) return { news: [...again, { ...fresh, again: undefined }], state: kept };
  if (again.length > 0) return { news: again, state: kept };
  return { news: [], state: { ...kept, recipients: { ...kept.recipients, [id]: { ...rest, memory: fresh.after } } } };
}

function compareAll(
  { pages }: PagesState,
  before: Memory | undefined,
  watched: readonly WatchedPage[],
  today: string,
): { changes: PageChange[]; after: Memory } {
  const changes: PageChange[] = [];
  const after: Memory = { pages: {} };
  for (const { url, told } of watched) {
    const readings = pages[url]?.readings ?? [];
    const known = before?.pages[url];
    const [last] = readings.slice(-1);
    if (!known) {
      if (last) after.pages[url] = firstKnown(last, today);
      continue;
    }
    const compared = changeOf(url, known, readings, { today, told });
    if (compared.change) changes.push(compared.change);
    after.pages[url] = compared.after;
  }
  return { changes, after };
}
