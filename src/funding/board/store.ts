import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { EMPTY_BOARD, merge, mergeCards, type Board, type Card } from './board.ts';
import { isCard } from './record.ts';

interface Schema extends DBSchema {
  /** Cards by their id, and what an older page or an extension may have left among them. */
  cards: { key: string; value: { id: string } };
  meta: { key: string; value: unknown };
}

/**
 * Where a page that goes leaves its last writes: localStorage answers at once, and IndexedDB forgets what a page
 * asked of it just before going.
 */
const LAST = 'suivi-financements';

/** Where what is no card is set aside, as it was found. */
const ASIDE = 'illisibles';

/** Why nothing can be kept: no room left, or a browser that forbids it (private window, settings). */
export type StorageRefusal = 'full' | 'forbidden';

/** What the browser keeps of the board. */
export interface BoardStore {
  /** The board, and what was found beside it that is no card: set aside, it is kept until one forgets it. */
  read: () => Promise<{ board: Board; unread: readonly unknown[] }>;
  /** Keeps these cards, merged with what another tab may have kept meanwhile. */
  keep: (cards: readonly Card[]) => Promise<void>;
  /** Keeps these cards at once, while the page goes: what it still asked of the store would never be answered. */
  keepLast: (cards: readonly Card[]) => void;
  /** Empties everything. */
  erase: () => Promise<void>;
  /** Takes away what was set aside. */
  forgetUnread: () => Promise<void>;
  getMeta: (key: string) => Promise<unknown>;
  setMeta: (key: string, value: number) => Promise<void>;
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
  /** Writes cards and sets records aside, all or nothing. */
  const keep = async (cards: readonly Card[], { wrong = [], others = [] }: Partial<Unread> = {}) => {
    const transaction = db.transaction(['cards', 'meta'], 'readwrite');
    const [store, meta] = [transaction.objectStore('cards'), transaction.objectStore('meta')];
    // Read and written in one transaction: no other tab can write in between.
    const put = async (card: Card) => {
      const kept = await store.get(card.id);
      await store.put(isCard(kept) ? mergeCards(kept, card) : card);
    };
    const setAside = async () => {
      if (wrong.length + others.length === 0) return;
      await meta.put([...listOf(await meta.get(ASIDE)), ...wrong, ...others], ASIDE);
      await Promise.all(wrong.map(({ id }) => store.delete(id)));
    };
    await Promise.all([setAside(), ...cards.map(put), transaction.done]);
  };
  return {
    read: async () => {
      const [records, aside] = await Promise.all([db.getAll('cards'), db.get('meta', ASIDE)]);
      const wrong = records.filter((record) => !isCard(record));
      const last = leftBehind();
      const others = last.filter((record) => !isCard(record));
      // Two pages may have left the same card.
      const left = last.filter(isCard).reduce((board, card) => merge(board, boardOf([card])), EMPTY_BOARD);
      if (last.length + wrong.length > 0) {
        await keep(Object.values(left), { wrong, others }).then(
          () => last.length > 0 && localStorage.removeItem(LAST),
          // Without room, they wait where they are.
          () => undefined,
        );
      }
      return { board: merge(boardOf(records.filter(isCard)), left), unread: [...listOf(aside), ...wrong, ...others] };
    },
    keep: (cards) => keep(cards),
    keepLast: (cards) => {
      try {
        localStorage.setItem(LAST, JSON.stringify([...leftBehind(), ...cards]));
      } catch {
        // No room, or forbidden: a warning is already on the page.
      }
    },
    erase: async () => {
      if (leftBehind().length > 0) localStorage.removeItem(LAST);
      const transaction = db.transaction(['cards', 'meta'], 'readwrite');
      await Promise.all([
        transaction.objectStore('cards').clear(),
        transaction.objectStore('meta').clear(),
        transaction.done,
      ]);
    },
    forgetUnread: () => db.delete('meta', ASIDE),
    getMeta: (key) => db.get('meta', key),
    setMeta: async (key, value) => {
      await db.put('meta', value, key);
    },
  };
}

export const boardOf = (cards: readonly Card[]): Board => Object.fromEntries(cards.map((card) => [card.id, card]));

/** What is no card, where it was found: among the cards, or beside. */
interface Unread {
  wrong: readonly { id: string }[];
  others: readonly unknown[];
}

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as unknown[]) : value === undefined ? [] : [value];

/** What a page left as it went: cards, unless something else wrote there. */
function leftBehind(): readonly unknown[] {
  let text: string | null = null;
  try {
    text = localStorage.getItem(LAST);
    return text === null ? [] : listOf(JSON.parse(text));
  } catch {
    return text === null ? [] : [text];
  }
}

/** Firefox and Chromium name a lack of room so; anything else is a refusal. */
export const storageRefusal = (error: unknown): StorageRefusal =>
  error instanceof DOMException && error.name.includes('Quota') ? 'full' : 'forbidden';
