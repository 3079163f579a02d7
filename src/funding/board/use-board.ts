import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { changesBetween, EMPTY_BOARD, merge, write, type Board, type Card, type Stamp, type Write } from './board.ts';
import { act, bringIn, redo, newHistory, undo, type BoardHistory } from './history.ts';
import { boardOf, openStore, storageRefusal, type StorageRefusal, type BoardStore } from './store.ts';

type Action =
  | { do: 'load' | 'hear' | 'bring'; board: Board }
  | { do: 'act'; words: string; writes: readonly Write[]; stamp: Stamp }
  | { do: 'learn'; writes: readonly Write[]; stamp: Stamp }
  | { do: 'undo' | 'redo'; stamp: Stamp }
  | { do: 'erase' };

function reduce(session: BoardHistory, action: Action): BoardHistory {
  switch (action.do) {
    case 'load':
      return newHistory(merge(session.board, action.board));
    case 'hear':
      return { ...session, board: merge(session.board, action.board) };
    case 'bring':
      return bringIn(session, 'Réunir avec un fichier', action.board);
    case 'act': {
      const writes = action.writes.filter((each) => isKnown(session.board, each));
      return writes.length === 0 ? session : act(session, action.words, writes, action.stamp);
    }
    case 'learn':
      return { ...session, board: write(session.board, action.writes, action.stamp) };
    case 'undo':
      return undo(session, action.stamp);
    case 'redo':
      return redo(session, action.stamp);
    case 'erase':
      return newHistory(EMPTY_BOARD);
  }
}

/** Whether a write has its card: one that was still being written when another tab erased the board has none. */
const isKnown = (board: Board, { card, cells }: Write): boolean =>
  board[card] !== undefined || cells?.['addedAt'] !== undefined;

/** The board of this browser, kept at each gesture and shared between its tabs. */
export interface LiveBoard {
  ready: boolean;
  board: Board;
  canUndo: string | undefined;
  canRedo: string | undefined;
  /** Undefined while everything is kept. */
  refusal: StorageRefusal | undefined;
  /** Whether something is in this page only, neither kept by the browser nor saved in a file. */
  atRisk: boolean;
  /** Whether the browser promised not to clear what it keeps; undefined when it does not say. */
  persisted: boolean | undefined;
  /** When the file was last saved, in milliseconds since 1970. */
  savedAt: number | undefined;
  act: (words: string, writes: readonly Write[]) => void;
  /** Writes what the watch says now: nobody’s gesture, so it is not undone. */
  learn: (writes: readonly Write[]) => void;
  undo: () => void;
  redo: () => void;
  /** Merges another board, as a gesture that can be undone; tells how many cards changed. */
  bringIn: (other: Board) => number;
  /** Tells whether the browser did erase. */
  erase: () => Promise<boolean>;
  saved: () => void;
}

const CHANNEL = 'suivi-financements';
/** What a tab tells the others. */
type Told = readonly Card[] | 'erased';

export function useBoard(): LiveBoard {
  const [session, dispatch] = useReducer(reduce, EMPTY_BOARD, newHistory);
  const [ready, setReady] = useState(false);
  const [refusal, setRefusal] = useState<StorageRefusal>();
  const [persisted, setPersisted] = useState<boolean>();
  const [savedAt, setSavedAt] = useState<number>();
  const [inFile, setInFile] = useState(EMPTY_BOARD);
  const store = useRef<BoardStore>(undefined);
  const channel = useRef<BroadcastChannel>(undefined);
  // A name for each visit: two tabs with the same one would take each other’s notes for their own former ones.
  const by = useRef(crypto.randomUUID().slice(0, 8));
  /** What the other tabs know. */
  const told = useRef<Board>(EMPTY_BOARD);
  /** What the store does not hold yet: it is tried again at the next gesture. */
  const unkept = useRef<Board>(EMPTY_BOARD);
  const asked = useRef(false);

  const forget = () => {
    told.current = EMPTY_BOARD;
    unkept.current = EMPTY_BOARD;
    setSavedAt(undefined);
    dispatch({ do: 'erase' });
  };

  useEffect(() => {
    let left = false;
    const listening = new BroadcastChannel(CHANNEL);
    channel.current = listening;
    listening.onmessage = ({ data }: MessageEvent<Told>) => {
      if (data === 'erased') {
        forget();
        return;
      }
      const board = boardOf(data);
      told.current = merge(told.current, board);
      dispatch({ do: 'hear', board });
    };
    const start = async () => {
      const opened = await openStore();
      const board = await opened.read();
      const saved = await opened.getMeta('savedAt');
      if (left) return;
      store.current = opened;
      told.current = merge(told.current, board);
      setSavedAt(typeof saved === 'number' ? saved : undefined);
      dispatch({ do: 'load', board });
    };
    start()
      .catch((error: unknown) => setRefusal(storageRefusal(error)))
      .finally(() => setReady(true));
    // A page served without encryption has no such promise to ask for.
    if ('storage' in navigator) void navigator.storage.persisted().then(setPersisted, () => undefined);
    return () => {
      left = true;
      listening.close();
    };
  }, []);

  // Only the cards that changed are written: a thousand others stay as they are.
  useEffect(() => {
    const changed = Object.values(session.board).filter((card) => told.current[card.id] !== card);
    if (changed.length === 0 || !ready) return;
    told.current = session.board;
    channel.current?.postMessage(changed satisfies Told);
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
    // Asked once, when there is something to lose: some browsers put the question to the person.
    if (persisted === false && !asked.current) {
      asked.current = true;
      void navigator.storage.persist().then(setPersisted, () => undefined);
    }
  }, [session.board, ready, persisted]);

  useEffect(() => {
    const leave = () => {
      const cards = Object.values(unkept.current);
      if (cards.length > 0) store.current?.keepLast(cards);
    };
    addEventListener('pagehide', leave);
    return () => removeEventListener('pagehide', leave);
  }, []);

  const stamp = (): Stamp => ({ at: Date.now(), by: by.current });
  return useMemo(
    () => ({
      ready,
      board: session.board,
      canUndo: session.past.at(-1)?.words,
      canRedo: session.future.at(-1)?.words,
      refusal,
      atRisk: refusal !== undefined && session.board !== inFile,
      persisted,
      savedAt,
      act: (words, writes) => dispatch({ do: 'act', words, writes, stamp: stamp() }),
      learn: (writes) => dispatch({ do: 'learn', writes, stamp: stamp() }),
      undo: () => dispatch({ do: 'undo', stamp: stamp() }),
      redo: () => dispatch({ do: 'redo', stamp: stamp() }),
      bringIn: (other) => {
        dispatch({ do: 'bring', board: other });
        return changesBetween(session.board, merge(session.board, other)).length;
      },
      erase: async () => {
        try {
          await store.current?.erase();
        } catch (error) {
          setRefusal(storageRefusal(error));
          return false;
        }
        channel.current?.postMessage('erased' satisfies Told);
        forget();
        return true;
      },
      saved: () => {
        const now = Date.now();
        setSavedAt(now);
        setInFile(session.board);
        void store.current?.setMeta('savedAt', now).catch(() => undefined);
      },
    }),
    [ready, session, refusal, inFile, persisted, savedAt],
  );
}
