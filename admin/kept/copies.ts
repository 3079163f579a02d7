import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { AddedFile, Start } from '../versions/open-form.ts';
import type { Answers } from '../versions/answers.ts';

/** What was typed in a form and is not saved. */
export interface Copy extends Pick<Start, 'id' | 'collection' | 'slug' | 'raw'> {
  /** Milliseconds since 1970. */
  keptAt: number;
  data: Answers;
  /** Files that are not uploaded yet. */
  files: readonly AddedFile[];
  /** The names of those that there was no room for. */
  missing: readonly string[];
}

/** How a copy could be kept. */
export type Kept = 'whole' | 'without its files' | 'instead of older ones' | 'not at all';

interface Schema extends DBSchema {
  copies: { key: string; value: Copy; indexes: { entry: [string, string]; keptAt: number } };
}

/** The copies that this browser keeps. */
export interface Copies {
  /** Those of an entry, or of the new entries of a collection; the newest first. */
  of(collection: string, slug: string): Promise<Copy[]>;
  keep(copy: Copy): Promise<Kept>;
  forget(id: string): Promise<void>;
}

/**
 * Opens them, in IndexedDB: Chromium writes localStorage to the disk five seconds later, and a browser that is killed
 * meanwhile has forgotten it (https://chromium.googlesource.com/chromium/src/+/main/components/services/storage/dom_storage/storage_area_impl.h).
 * @throws whatever the browser throws when it forbids it
 */
export async function openCopies(name = 'redaction'): Promise<Copies> {
  const db: IDBPDatabase<Schema> = await openDB<Schema>(name, 1, {
    upgrade(upgraded) {
      const store = upgraded.createObjectStore('copies', { keyPath: 'id' });
      store.createIndex('entry', ['collection', 'slug']);
      store.createIndex('keptAt', 'keptAt');
    },
  });
  const put = async (copy: Copy): Promise<void> => {
    const transaction = db.transaction('copies', 'readwrite');
    const request = transaction.store.put(copy);
    // A page that goes gets no answer: all that it asks is said before it goes.
    transaction.commit();
    await Promise.all([request, transaction.done]);
  };
  return {
    of: async (collection, slug) =>
      (await db.getAllFromIndex('copies', 'entry', [collection, slug])).toSorted((a, b) => b.keptAt - a.keptAt),
    keep: (copy) =>
      keepWithin(copy, put, async () => {
        const transaction = db.transaction('copies', 'readwrite');
        let oldest = await transaction.store.index('keptAt').openCursor();
        if (oldest?.value.id === copy.id) oldest = await oldest.continue();
        await oldest?.delete();
        await transaction.done;
        return oldest !== null;
      }),
    forget: (id) => db.delete('copies', id),
  };
}

/**
 * Keeps a copy in what room there is: without its files, then instead of the oldest ones.
 * @param dropOldest resolves to false when there is no other
 */
export async function keepWithin(
  copy: Copy,
  put: (copy: Copy) => Promise<void>,
  dropOldest: () => Promise<boolean>,
): Promise<Kept> {
  if (await fits(copy, put)) return 'whole';
  const bare = { ...copy, files: [], missing: [...copy.missing, ...copy.files.map(({ name }) => name)] };
  if (copy.files.length > 0 && (await fits(bare, put))) return 'without its files';
  while (await dropOldest()) if (await fits(bare, put)) return 'instead of older ones';
  return 'not at all';
}

const fits = (copy: Copy, put: (copy: Copy) => Promise<void>): Promise<boolean> =>
  put(copy).then(
    () => true,
    (error: unknown) => {
      if (error instanceof DOMException && error.name.includes('Quota')) return false;
      throw error;
    },
  );
