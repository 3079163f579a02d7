import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Board, Card } from './board.ts';

interface Schema extends DBSchema {
  cards: { key: string; value: Card };
  meta: { key: string; value: string | number };
}

/** Why nothing can be kept: no room left, or a browser that forbids it (private window, settings). */
export type Refusal = 'full' | 'forbidden';

/** What the browser keeps of the board. */
export interface Store {
  read: () => Promise<Board>;
  /** Keeps these cards. */
  keep: (cards: readonly Card[]) => Promise<void>;
  /** Empties everything. */
  erase: () => Promise<void>;
  getMeta: (key: string) => Promise<string | number | undefined>;
  setMeta: (key: string, value: string | number) => Promise<void>;
}

/**
 * Opens the store, in this browser’s IndexedDB.
 * @throws whatever the browser throws when it forbids it; `refusalOf` says which
 */
export async function openStore(name = 'suivi-financements'): Promise<Store> {
  const db: IDBPDatabase<Schema> = await openDB<Schema>(name, 1, {
    upgrade(upgraded) {
      upgraded.createObjectStore('cards', { keyPath: 'id' });
      upgraded.createObjectStore('meta');
    },
  });
  return {
    read: async () => Object.fromEntries((await db.getAll('cards')).map((card) => [card.id, card])),
    keep: async (cards) => {
      const transaction = db.transaction('cards', 'readwrite');
      await Promise.all([...cards.map((card) => transaction.store.put(card)), transaction.done]);
    },
    erase: async () => {
      const transaction = db.transaction(['cards', 'meta'], 'readwrite');
      await Promise.all([
        transaction.objectStore('cards').clear(),
        transaction.objectStore('meta').clear(),
        transaction.done,
      ]);
    },
    getMeta: (key) => db.get('meta', key),
    setMeta: async (key, value) => {
      await db.put('meta', value, key);
    },
  };
}

/** Firefox and Chromium name a lack of room so; anything else is a refusal. */
export const refusalOf = (error: unknown): Refusal =>
  error instanceof DOMException && error.name.includes('Quota') ? 'full' : 'forbidden';
