import type { BoardCell, Card, Version } from './board.ts';

/** How the names of a card are written: its own, those of its cells, of who wrote them. */
export const NAMES = { card: /^[a-z0-9][a-z0-9-]*$/, cell: /^[a-zA-Z0-9.]+$/, author: /^[\w-]+$/ } as const;

export const LONGEST_NAME = 200;

/** A name that every object has of its own (`constructor`) would be read as known. */
export const isOwn = (name: string): boolean => !(name in Object.prototype);

/**
 * Whether something kept by the browser, or told by another tab, is a card: an older page, an extension or a cut write
 * may have left anything there. Read without zod, which weighs more than the board and comes with a file only.
 */
export function isCard(value: unknown): value is Card {
  if (!isRecord(value)) return false;
  const { id, cells, notes } = value;
  return (
    typeof id === 'string' &&
    isName(id, NAMES.card) &&
    isRecord(cells) &&
    Object.entries(cells).every(([name, cell]) => isName(name, NAMES.cell) && isCell(cell)) &&
    Array.isArray(notes) &&
    notes.every(isVersion)
  );
}

function isCell(cell: unknown): cell is BoardCell {
  if (!isRecord(cell)) return false;
  const { value, at, by } = cell;
  const isValue = value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
  return isValue && isCount(at) && typeof by === 'string' && isName(by, NAMES.author);
}

function isVersion(version: unknown): version is Version {
  if (!isRecord(version) || typeof version['text'] !== 'string' || !isRecord(version['clock'])) return false;
  return Object.entries(version['clock']).every(
    ([who, times]) => isName(who, NAMES.author) && isCount(times) && times !== 0,
  );
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isName = (name: string, written: RegExp): boolean =>
  name.length <= LONGEST_NAME && written.test(name) && isOwn(name);

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
