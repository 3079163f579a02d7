import { useEffect, useEffectEvent, useRef, useState, type Dispatch } from 'react';
import { isInstant } from '#domain/instants.ts';
import { EMPTY_BOARD, merge, type Board } from './board.ts';
import type { Action } from './session.ts';
import { boardOf, openStore, storageRefusal, type StorageRefusal, type BoardStore } from './store.ts';
import { usePersistence } from './use-persistence.ts';
import { useTabs } from './use-tabs.ts';

/** How this browser keeps the board. */
export interface Keeping {
  /** Whether what was kept has been read. */
  ready: boolean;
  /** Undefined while everything is kept. */
  refusal: StorageRefusal | undefined;
  /** Whether the browser promised not to clear what it keeps; undefined when it does not say. */
  persisted: boolean | undefined;
  /** What this browser kept and is no card. */
  unread: readonly unknown[];
  /** Takes it away from this browser. */
  forgetUnread: () => Promise<void>;
  /** When the file was last saved, in milliseconds since 1970. */
  savedAt: number | undefined;
  /** Tells whether the browser did erase. */
  erase: () => Promise<boolean>;
  /** Remembers when the file was saved, in milliseconds since 1970. */
  saved: (at: number) => void;
}

/** Keeps the board at each gesture, and shares it between the tabs of this browser. */
export function useKeeping(board: Board, dispatch: Dispatch<Action>): Keeping {
  const [ready, setReady] = useState(false);
  const [refusal, setRefusal] = useState<StorageRefusal>();
  const [unread, setUnread] = useState<readonly unknown[]>([]);
  const [savedAt, setSavedAt] = useState<number>();
  const { persisted, askOnce } = usePersistence();
  const store = useRef<BoardStore>(undefined);
  /** What the other tabs know. */
  const told = useRef<Board>(EMPTY_BOARD);
  /** What the store does not hold yet: it is tried again at the next gesture. */
  const unkept = useRef<Board>(EMPTY_BOARD);

  const forget = () => {
    told.current = EMPTY_BOARD;
    unkept.current = EMPTY_BOARD;
    setSavedAt(undefined);
    setUnread([]);
    dispatch({ do: 'erase' });
  };
  const tell = useTabs((data) => {
    if (data === 'erased') {
      forget();
      return;
    }
    const heard = boardOf(data);
    told.current = merge(told.current, heard);
    dispatch({ do: 'hear', board: heard });
  });

  useEffect(() => {
    let left = false;
    const start = async () => {
      const opened = await openStore();
      const kept = await opened.read();
      const saved = await opened.getMeta('savedAt');
      if (left) return;
      store.current = opened;
      told.current = merge(told.current, kept.board);
      setSavedAt(isInstant(saved) ? saved : undefined);
      setUnread(kept.unread);
      dispatch({ do: 'load', board: kept.board });
    };
    start()
      .catch((error: unknown) => setRefusal(storageRefusal(error)))
      .finally(() => setReady(true));
    return () => {
      left = true;
    };
  }, [dispatch]);

  // Only the cards that changed are written: a thousand others stay as they are.
  const keep = useEffectEvent(() => {
    const changed = Object.values(board).filter((card) => told.current[card.id] !== card);
    if (changed.length === 0 || !ready) return;
    told.current = board;
    tell(changed);
    unkept.current = { ...unkept.current, ...boardOf(changed) };
    if (!store.current) return;
    const trying = unkept.current;
    store.current.keep(Object.values(trying)).then(
      () => {
        unkept.current = boardOf(Object.values(unkept.current).filter((card) => trying[card.id] !== card));
        if (Object.keys(unkept.current).length === 0) setRefusal(undefined);
      },
      (error: unknown) => setRefusal(storageRefusal(error)),
    );
    askOnce();
  });
  useEffect(() => keep(), [board, ready]);

  useEffect(() => {
    const leave = () => {
      const cards = Object.values(unkept.current);
      if (cards.length > 0) store.current?.keepLast(cards);
    };
    addEventListener('pagehide', leave);
    return () => removeEventListener('pagehide', leave);
  }, []);

  return {
    ready,
    refusal,
    persisted,
    savedAt,
    unread,
    forgetUnread: async () => {
      await store.current?.forgetUnread().then(
        () => setUnread([]),
        (error: unknown) => setRefusal(storageRefusal(error)),
      );
    },
    erase: async () => {
      try {
        await store.current?.erase();
      } catch (error) {
        setRefusal(storageRefusal(error));
        return false;
      }
      tell('erased');
      forget();
      return true;
    },
    saved: (at) => {
      setSavedAt(at);
      void store.current?.setMeta('savedAt', at).catch(() => undefined);
    },
  };
}
