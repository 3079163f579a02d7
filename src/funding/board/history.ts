import { writesBetween, inverse, merge, write, type Board, type Stamp, type Write } from './board.ts';

/** A gesture that can be undone, and done again. */
export interface Step {
  /** What it was, as one says it: « Déplacer vers Obtenu ». */
  words: string;
  done: readonly Write[];
  undone: readonly Write[];
}

/** The board and the gestures of this visit. */
export interface BoardHistory {
  board: Board;
  past: readonly Step[];
  future: readonly Step[];
}

/** Gestures kept to be undone. */
const MOST_STEPS = 100;

export const newHistory = (board: Board): BoardHistory => ({ board, past: [], future: [] });

/** Does something. */
export function act(session: BoardHistory, words: string, writes: readonly Write[], stamp: Stamp): BoardHistory {
  const board = write(session.board, writes, stamp);
  const step: Step = { words, done: writes, undone: replacing(writes, inverse(session.board, writes), board) };
  return { board, past: [...session.past.slice(1 - MOST_STEPS), step], future: [] };
}

/** Merges another board: what it changed can be undone at once. */
export function bringIn(session: BoardHistory, words: string, other: Board): BoardHistory {
  const board = merge(session.board, other);
  const writes = writesBetween(session.board, board);
  if (writes.length === 0) return { ...session, board };
  const step: Step = { words, done: writes, undone: inverse(session.board, writes) };
  return { board, past: [...session.past.slice(1 - MOST_STEPS), step], future: [] };
}

/** Writes back what the last gesture changed, as a new writing: others who merge see it too. */
export function undo({ board, past, future }: BoardHistory, stamp: Stamp): BoardHistory {
  const step = past.at(-1);
  if (!step) return { board, past, future };
  const next = write(board, step.undone, stamp);
  const again: Step = { ...step, done: replacing(step.undone, step.done, next) };
  return { board: next, past: past.slice(0, -1), future: [...future, again] };
}

export function redo({ board, past, future }: BoardHistory, stamp: Stamp): BoardHistory {
  const step = future.at(-1);
  if (!step) return { board, past, future };
  const next = write(board, revived(step), stamp);
  const again: Step = { ...step, undone: replacing(step.done, step.undone, next) };
  return { board: next, past: [...past, again], future: future.slice(0, -1) };
}

/** Notes that replace those just written, and leave alone what another tab wrote meanwhile. */
const replacing = (written: readonly Write[], writes: readonly Write[], board: Board): Write[] =>
  writes.map((each) => {
    const before = written.filter(({ card, notes }) => card === each.card && notes !== undefined).at(-1)?.notes;
    const seen = board[each.card]?.notes.filter(({ text }) => text === before);
    return each.notes === undefined || before === undefined ? each : { ...each, seen };
  });

/** Undoing an addition puts the card away: doing it again brings it back. */
const revived = ({ done, undone }: Step): Write[] =>
  done.map((each) => {
    const putAway = undone.some(({ card, cells }) => card === each.card && cells?.['deleted'] === true);
    return putAway && each.cells?.['deleted'] === undefined
      ? { ...each, cells: { ...each.cells, deleted: false } }
      : each;
  });
