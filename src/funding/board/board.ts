/**
 * The follow-up board as data that merges without loss: every value is a cell with a stamp (the latest wins), and
 * every text is a register that keeps the versions written apart. A merge of two boards is the same in either order.
 */

/** Who writes, and when: milliseconds since 1970, and a random name of this browser. */
export interface Stamp {
  at: number;
  by: string;
}

export type Value = string | number | boolean | null;

/** A value, and its stamp. */
export interface BoardCell extends Stamp {
  value: Value;
}

/** A version of a text, and how many times each browser had written it then. */
export interface Version {
  text: string;
  clock: Readonly<Record<string, number>>;
}

/** A followed opportunity: cells by name (`state`, `task.<id>.due`…), and the versions of its notes. */
export interface Card {
  id: string;
  cells: Readonly<Record<string, BoardCell>>;
  notes: readonly Version[];
}

/** The cards by their id: an opportunity’s slug, or `libre-<random>`. */
export type Board = Readonly<Record<string, Card>>;

export const EMPTY_BOARD: Board = {};

/** Writes of one gesture: they are undone together. A null value empties a cell. */
export interface Write {
  card: string;
  /** Cells by name, or the text of the notes. */
  cells?: Readonly<Record<string, Value>>;
  notes?: string;
  /** The versions that this text replaces: all, unless another tab wrote one that its author has not read. */
  seen?: readonly Version[] | undefined;
}

/** The board after some writes. */
export function write(board: Board, writes: readonly Write[], stamp: Stamp): Board {
  const next: Record<string, Card> = { ...board };
  for (const { card: id, cells = {}, notes, seen } of writes) {
    const card = next[id] ?? { id, cells: {}, notes: [] };
    const written = Object.entries(cells).map(([name, value]) => [name, { value, ...after(card.cells[name], stamp) }]);
    next[id] = {
      id,
      cells: { ...card.cells, ...(Object.fromEntries(written) as Record<string, BoardCell>) },
      notes:
        notes === undefined
          ? card.notes
          : mergeVersions([...card.notes, { text: notes, clock: ticked(seen ?? card.notes, card.notes, stamp.by) }]),
    };
  }
  return next;
}

/** A clock that goes back (another device, a wrong hour) does not lose what is written now. */
const after = (known: BoardCell | undefined, { at, by }: Stamp): Stamp => ({
  at: Math.max(at, (known?.at ?? 0) + 1),
  by,
});

/**
 * The clock of a text that has seen some of the versions, and is written once more by an author who knows their own.
 */
function ticked(seen: readonly Version[], all: readonly Version[], by: string): Record<string, number> {
  const clock: Record<string, number> = {};
  for (const version of seen)
    for (const [who, times] of Object.entries(version.clock)) clock[who] = Math.max(clock[who] ?? 0, times);
  clock[by] = 1 + Math.max(0, ...[...seen, ...all].map((version) => version.clock[by] ?? 0));
  return clock;
}

/**
 * Two boards as one: commutative, associative, and the same however often it is done. No text is lost.
 * @returns the first itself when the other has nothing newer, not even a stamp
 */
export function merge(a: Board, b: Board): Board {
  const merged: Record<string, Card> = { ...a };
  let isSame = true;
  for (const [id, card] of Object.entries(b)) {
    const own = merged[id];
    const both = own ? mergeCards(own, card) : card;
    isSame &&= both === own;
    merged[id] = both;
  }
  return isSame ? a : merged;
}

/** Two copies of a card as one; the first itself when the other has nothing newer. */
export function mergeCards(a: Card, b: Card): Card {
  const newer = Object.entries(b.cells).filter(([name, cell]) => {
    const own = a.cells[name];
    return !own || compareCells(cell, own) > 0;
  });
  const notes = mergeVersions([...a.notes, ...b.notes]);
  const sameNotes = JSON.stringify(notes.map(keyOf)) === JSON.stringify(a.notes.map(keyOf));
  if (newer.length === 0 && sameNotes) return a;
  return { id: a.id, cells: { ...a.cells, ...Object.fromEntries(newer) }, notes };
}

/** A total order: the time, then the browser, then the value itself. */
function compareCells(a: BoardCell, b: BoardCell): number {
  return a.at - b.at || compare(a.by, b.by) || compare(JSON.stringify(a.value), JSON.stringify(b.value));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The versions that no other has seen, in an order that does not depend on where they come from. */
function mergeVersions(versions: readonly Version[]): readonly Version[] {
  const told = new Map(versions.map((version) => [keyOf(version), version]));
  const kept = [...told.values()].filter(
    (one) => ![...told.values()].some((other) => other !== one && hasSeen(other.clock, one.clock)),
  );
  return kept.sort((a, b) => compare(keyOf(a), keyOf(b)));
}

const keyOf = ({ text, clock }: Version): string =>
  JSON.stringify([Object.entries(clock).sort(([a], [b]) => compare(a, b)), text]);

/** Whether the first clock has counted all that the second has, and something more. */
function hasSeen(clock: Version['clock'], older: Version['clock']): boolean {
  const all = Object.entries(older).every(([who, times]) => (clock[who] ?? 0) >= times);
  return all && Object.entries(clock).some(([who, times]) => times > (older[who] ?? 0));
}

/** What would bring a board back to what it was: the former values of what these writes change. */
export function inverse(board: Board, writes: readonly Write[]): Write[] {
  return [...writes].reverse().map(({ card: id, cells = {}, notes }) => {
    const card = board[id];
    const names = Object.keys(cells);
    // A card that did not exist is put away, whatever it held.
    const former = card
      ? Object.fromEntries(names.map((name) => [name, card.cells[name]?.value ?? null]))
      : { deleted: true };
    return {
      card: id,
      cells: former,
      ...(notes === undefined ? {} : { notes: notesText(card?.notes ?? []) }),
    };
  });
}

/** What a merge changed, as writes that would do the same: to tell it, and to undo it. */
export function writesBetween(before: Board, after: Board): Write[] {
  return Object.values(after).flatMap((card) => {
    const own = before[card.id];
    if (own === card) return [];
    const cells = Object.entries(card.cells).filter(([name, { value }]) => own?.cells[name]?.value !== value);
    const [text, former] = [notesText(card.notes), notesText(own?.notes ?? [])];
    if (cells.length === 0 && text === former) return [];
    return [
      {
        card: card.id,
        cells: Object.fromEntries(cells.map(([name, { value }]) => [name, value])),
        ...(text === former ? {} : { notes: text }),
      },
    ];
  });
}

/** Versions written apart, one after the other. */
export const notesText = (versions: readonly Version[]): string => versions.map(({ text }) => text).join('\n— — —\n');
