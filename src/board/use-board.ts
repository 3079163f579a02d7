import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { changesBetween, EMPTY_BOARD, merge, type Board, type Card, type Stamp, type Write } from './board.ts';
import { act, bringIn, redo, startOf, undo, type Session } from './history.ts';
import { openStore, refusalOf, type Refusal, type Store } from './store.ts';

type Action =
  | { do: 'load' | 'hear' | 'bring'; board: Board }
  | { do: 'act'; words: string; writes: readonly Write[]; stamp: Stamp }
  | { do: 'undo' | 'redo'; stamp: Stamp }
  | { do: 'erase' };

function reduce(session: Session, action: Action): Session {
  switch (action.do) {
    case 'load':
      return startOf(merge(session.board, action.board));
    case 'hear':
      return { ...session, board: merge(session.board, action.board) };
    case 'bring':
      return bringIn(session, 'Réunir avec un fichier', action.board);
    case 'act':
      return act(session, action.words, action.writes, action.stamp);
    case 'undo':
      return undo(session, action.stamp);
    case 'redo':
      return redo(session, action.stamp);
    case 'erase':
      return startOf(EMPTY_BOARD);
  }
}

/** The board of this browser, kept at each gesture and shared between its tabs. */
export interface LiveBoard {
  ready: boolean;
  board: Board;
  canUndo: string | undefined;
  canRedo: string | undefined;
  /** Undefined while everything is kept. */
  refusal: Refusal | undefined;
  /** Whether the browser promised not to clear what it keeps; undefined when it does not say. */
  persisted: boolean | undefined;
  /** When the file was last saved, in milliseconds since 1970. */
  savedAt: number | undefined;
  act: (words: string, writes: readonly Write[]) => void;
  undo: () => void;
  redo: () => void;
  /** Merges another board, as a gesture that can be undone; tells how many cards changed. */
  bringIn: (other: Board) => number;
  erase: () => Promise<void>;
  saved: () => void;
}

const CHANNEL = 'suivi-financements';

/** The part of the browser that the board uses; tests give their own. */
const browserStore = () => openStore();

export function useBoard(open: () => Promise<Store> = browserStore): LiveBoard {
  const [session, dispatch] = useReducer(reduce, EMPTY_BOARD, startOf);
  const [ready, setReady] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const [persisted, setPersisted] = useState<boolean>();
  const [savedAt, setSavedAt] = useState<number>();
  const store = useRef<Store>(undefined);
  const channel = useRef<BroadcastChannel>(undefined);
  const by = useRef(randomName());
  const kept = useRef<Board>(EMPTY_BOARD);

  useEffect(() => {
    let left = false;
    const listening = new BroadcastChannel(CHANNEL);
    channel.current = listening;
    listening.onmessage = ({ data }: MessageEvent<readonly Card[]>) => {
      const board = boardOf(data);
      // The other tab has kept them.
      kept.current = merge(kept.current, board);
      dispatch({ do: 'hear', board });
    };
    const start = async () => {
      const opened = await open();
      const board = await opened.read();
      const name = await opened.getMeta('name');
      if (typeof name === 'string') by.current = name;
      else await opened.setMeta('name', by.current);
      const saved = await opened.getMeta('savedAt');
      if (left) return;
      store.current = opened;
      kept.current = board;
      setSavedAt(typeof saved === 'number' ? saved : undefined);
      dispatch({ do: 'load', board });
    };
    start()
      .catch((error: unknown) => setRefusal(refusalOf(error)))
      .finally(() => setReady(true));
    // A page served without encryption has no such promise to ask for.
    if ('storage' in navigator) void navigator.storage.persisted().then(setPersisted, () => undefined);
    return () => {
      left = true;
      listening.close();
    };
  }, [open]);

  // Only the cards that changed are written: a thousand others stay as they are.
  useEffect(() => {
    const changed = Object.values(session.board).filter((card) => kept.current[card.id] !== card);
    if (changed.length === 0 || !ready) return;
    kept.current = session.board;
    channel.current?.postMessage(changed);
    if (!store.current) return;
    store.current.keep(changed).then(
      () => setRefusal(undefined),
      (error: unknown) => setRefusal(refusalOf(error)),
    );
    // Asked for when there is something to lose.
    if (persisted === false) void navigator.storage.persist().then(setPersisted, () => undefined);
  }, [session.board, ready, persisted]);

  const stamp = (): Stamp => ({ at: Date.now(), by: by.current });
  return useMemo(
    () => ({
      ready,
      board: session.board,
      canUndo: session.past.at(-1)?.words,
      canRedo: session.future.at(-1)?.words,
      refusal,
      persisted,
      savedAt,
      act: (words, writes) => dispatch({ do: 'act', words, writes, stamp: stamp() }),
      undo: () => dispatch({ do: 'undo', stamp: stamp() }),
      redo: () => dispatch({ do: 'redo', stamp: stamp() }),
      bringIn: (other) => {
        dispatch({ do: 'bring', board: other });
        return changesBetween(session.board, merge(session.board, other)).length;
      },
      erase: async () => {
        await store.current?.erase().catch((error: unknown) => setRefusal(refusalOf(error)));
        kept.current = EMPTY_BOARD;
        dispatch({ do: 'erase' });
      },
      saved: () => {
        const now = Date.now();
        setSavedAt(now);
        void store.current?.setMeta('savedAt', now).catch(() => undefined);
      },
    }),
    [ready, session, refusal, persisted, savedAt],
  );
}

const boardOf = (cards: readonly Card[]): Board => Object.fromEntries(cards.map((card) => [card.id, card]));

const randomName = (): string => crypto.randomUUID().slice(0, 8);
