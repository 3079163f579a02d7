import { useCallback, useReducer, useState } from 'react';
import { writesBetween, EMPTY_BOARD, merge, type Board, type Stamp, type Value, type Write } from './board.ts';
import { newHistory, type Step } from './history.ts';
import { reduce } from './session.ts';
import { useKeeping, type Keeping } from './use-keeping.ts';

/** The board of this browser, kept at each gesture and shared between its tabs. */
export interface LiveBoard extends Omit<Keeping, 'saved'> {
  board: Board;
  /** The last gesture, which would be undone. */
  gesture: Step | undefined;
  canUndo: string | undefined;
  canRedo: string | undefined;
  /** Whether something is in this page only, neither kept by the browser nor saved in a file. */
  atRisk: boolean;
  act: (words: string, writes: readonly Write[]) => void;
  /** Puts an opportunity on the board, to be studied; one whose id is there already is written over. */
  follow: (title: string, id: string, cells: Readonly<Record<string, Value>>) => void;
  /** Writes what the watch says now: nobody’s gesture, so it is not undone. */
  learn: (writes: readonly Write[]) => void;
  /** Merges what a team-mate wrote: nobody’s gesture here, so it is not undone. */
  hear: (other: Board) => void;
  undo: () => void;
  redo: () => void;
  /** Merges another board, as a gesture that can be undone; tells how many cards changed. */
  bringIn: (other: Board) => number;
  /** The board as it is was saved in a file. */
  saved: () => void;
}

/** The board and its gestures; `act`, `follow`, `learn`, `undo` and `redo` are the same at each render. */
export function useBoard(): LiveBoard {
  const [session, dispatch] = useReducer(reduce, EMPTY_BOARD, newHistory);
  const { board } = session;
  const keeping = useKeeping(board, dispatch);
  const [inFile, setInFile] = useState(EMPTY_BOARD);
  // A name for each visit: two tabs with the same one would take each other’s notes for their own former ones.
  const [by] = useState(() => crypto.randomUUID().slice(0, 8));

  return {
    ...keeping,
    board,
    gesture: session.past.at(-1),
    canUndo: session.past.at(-1)?.words,
    canRedo: session.future.at(-1)?.words,
    atRisk: keeping.refusal !== undefined && board !== inFile,
    act: useCallback((words, writes) => dispatch({ do: 'act', words, writes, stamp: stampOf(by) }), [by]),
    follow: useCallback(
      (title, card, cells) => {
        const stamp = stampOf(by);
        const added = { card, cells: { ...cells, state: 'study', addedAt: stamp.at } };
        dispatch({ do: 'act', words: `Suivre « ${title} »`, writes: [added], stamp });
      },
      [by],
    ),
    learn: useCallback((writes) => dispatch({ do: 'learn', writes, stamp: stampOf(by) }), [by]),
    hear: useCallback((other) => dispatch({ do: 'hear', board: other }), []),
    undo: useCallback(() => dispatch({ do: 'undo', stamp: stampOf(by) }), [by]),
    redo: useCallback(() => dispatch({ do: 'redo', stamp: stampOf(by) }), [by]),
    bringIn: (other) => {
      dispatch({ do: 'bring', board: other });
      return writesBetween(board, merge(board, other)).length;
    },
    saved: () => {
      keeping.saved(Date.now());
      setInFile(board);
    },
  };
}

const stampOf = (by: string): Stamp => ({ at: Date.now(), by });
