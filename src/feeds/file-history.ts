import { readHistory, type FileHistory } from '#content/history.ts';
import { contentRoot } from '#content/root.ts';
import type { CollectionName } from '#schemas/index.ts';
import { site } from '#site.ts';

type Histories = ReadonlyMap<string, FileHistory>;

let read: { histories: Histories; at: number } | undefined;

/** While one writes, Git is asked again after this, in milliseconds: a page with a feed asks for each of its entries. */
const FRESH = 1000;

/** What Git knows of an entry’s file. Read once in a build. */
export function historyOf(folder: CollectionName, slug: string): FileHistory | undefined {
  const now = performance.now();
  if (read === undefined || (import.meta.env.DEV && now > read.at + FRESH)) {
    read = { histories: readAll(), at: now };
  }
  return read.histories.get(`${folder}/${slug}.md`);
}

/** A trial may do without Git; a live build was refused before if it has not the whole history. */
function readAll(): Histories {
  try {
    return readHistory(contentRoot);
  } catch (error) {
    if (site.live) throw error;
    return new Map();
  }
}
