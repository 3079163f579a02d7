import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { EMPTY_BOARD, merge, mergeCards, type Board, type Card } from './board.ts';

interface Schema extends DBSchema {
  cards: { key: string; value: Card };
  meta: { key: string; value: string | number };
}

/**
 * Where a page that goes leaves its last writes: localStorage answers at once, and IndexedDB forgets what a page
 * asked of it just before going.
 */
const LAST = 'suivi-financements';

/** Why nothing can be kept: no room left, or a browser that forbids it (private window, settings). */
export type StorageRefusal = 'full' | 'forbidden';

/** What the browser keeps of the board. */
export interface BoardStore {
  read: () => Promise<Board>;
  /** Keeps these cards, merged with what another tab may have kept meanwhile. */
  keep: (cards: readonly Card[]) => Promise<void>;
  /** Keeps these cards at once, while the page goes: what it still asked of the store would never be answered. */
  keepLast: (cards: readonly Card[]) => void;
  /** Empties everything. */
  erase: () => Promise<void>;
  getMeta: (key: string) => Promise<string | number | undefined>;
  setMeta: (key: string, value: string | number) => Promise<void>;
}

/**
 * Opens the store, in this browser’s IndexedDB.
 * @throws whatever the browser throws when it forbids it; `storageRefusal` says which
 */
export async function openStore(name = 'suivi-financements'): Promise<BoardStore> {
  const db: IDBPDatabase<Schema> = await openDB<Schema>(name, 1, {
    upgrade(upgraded) {
      upgraded.createObjectStore('cards', { keyPath: 'id' });
      upgraded.createObjectStore('meta');
    },
  });
  const keep = async (cards: readonly Card[]) => {
    const transaction = db.transaction('cards', 'readwrite');
    // Read and written in one transaction: no other tab can write in between.
    const put = async (card: Card) => {
      const kept = await transaction.store.get(card.id);
      await transaction.store.put(kept ? mergeCards(kept, card) : card);
    };
    await Promise.all([...cards.map(put), transaction.done]);
  };
  return {
    read: async () => {
      const kept = boardOf(await db.getAll('cards'));
      // Two pages may have left the same card.
      const left = lastCards().reduce((board, card) => merge(board, boardOf([card])), EMPTY_BOARD);
      if (left === EMPTY_BOARD) return kept;
      await keep(Object.values(left)).then(
        () => localStorage.removeItem(LAST),
        // Without room, they wait where they are.
        () => undefined,
      );
      return merge(kept, left);
    },
    keep,
    keepLast: (cards) => {
      try {
        localStorage.setItem(LAST, JSON.stringify([...lastCards(), ...cards]));
      } catch {
        // No room, or forbidden: a warning is already on the page.
      }
    },
    erase: async () => {
      if (lastCards().length > 0) localStorage.removeItem(LAST);
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

export const boardOf = (cards: readonly Card[]): Board => Object.fromEntries(cards.map((card) => [card.id, card]));

/** The cards that a page left as it went; none when there are none, or none that can be read. */
function lastCards(): Card[] {
  try {
    return JSON.parse(localStorage.getItem(LAST) ?? '[]') as Card[];
  } catch {
    return [];
  }
}

/** Firefox and Chromium name a lack of room so; anything else is a refusal. */
export const storageRefusal = (error: unknown): StorageRefusal =>
  error instanceof DOMException && error.name.includes('Quota') ? 'full' : 'forbidden';
