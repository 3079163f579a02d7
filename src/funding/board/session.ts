import { EMPTY_BOARD, merge, write, type Board, type Stamp, type Write } from './board.ts';
import { act, bringIn, redo, newHistory, undo, type BoardHistory } from './history.ts';

/** What may happen to the board during a visit. */
export type Action =
  | { do: 'load' | 'hear' | 'bring'; board: Board }
  | { do: 'act'; words: string; writes: readonly Write[]; stamp: Stamp }
  | { do: 'learn'; writes: readonly Write[]; stamp: Stamp }
  | { do: 'undo' | 'redo'; stamp: Stamp }
  | { do: 'erase' };

export function reduce(session: BoardHistory, action: Action): BoardHistory {
  switch (action.do) {
    case 'load':
      return newHistory(merge(session.board, action.board));
    case 'hear': {
      const board = merge(session.board, action.board);
      // Nothing new is no change: who writes after each change would read, hear and write for ever.
      return board === session.board ? session : { ...session, board };
    }
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
