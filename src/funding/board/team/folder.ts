import { EMPTY_BOARD, merge, type Board } from '../board.ts';
import { readBoardFile } from '../read-file.ts';
import { MAX_BOARD_FILE, writeBoardFile } from '../write-file.ts';
import { keyOf, readSealed, seal, unseal, type Closed, type TeamKey } from './seal.ts';

/**
 * A team’s board in a folder that it shares already. Each browser writes one file, its own, and reads all of them: two
 * people never write the same file, so that no synchronised folder has a conflict to settle.
 */

/** How the files of a team end. */
const ENDING = '.equipe.json';

/** Sealed bytes grow by a third once written in letters. */
const MAX_SEALED = MAX_BOARD_FILE * 2;

/** The file of a browser, by its random name. */
export const fileNameOf = (member: string): string => `suivi-${member}${ENDING}`;

/** What stands in the folder, as far as it opens. */
export interface ReadFolder {
  /** All boards that open, merged. */
  board: Board;
  /** What this browser’s own file says. */
  own: Board | undefined;
  /** The files that stay closed, and why. */
  closed: readonly { name: string; why: Closed | 'board' }[];
  /** The keys that open the files, one a salt; the first seals what is written next, the same one for everybody. */
  keys: readonly [TeamKey, ...TeamKey[]];
}

/** Keys by salt and count: each takes half a second. */
export type Keys = Map<string, Promise<TeamKey>>;

/**
 * Reads every file of a team.
 * @param open the key for a salt: derived from a passphrase, or kept by the browser
 * @throws DOMException as the browser refuses the folder
 */
export async function readFolder(
  folder: FileSystemDirectoryHandle,
  member: string,
  open: (salt?: string, iterations?: number) => Promise<TeamKey | undefined>,
): Promise<ReadFolder | { locked: true }> {
  let board = EMPTY_BOARD;
  let own: Board | undefined;
  const keys = new Map<string, TeamKey>();
  const closed: { name: string; why: Closed | 'board' }[] = [];
  for await (const [name, handle] of folder.entries()) {
    if (handle.kind !== 'file' || !name.endsWith(ENDING)) continue;
    const read = await readSealedFile(await handle.getFile(), open);
    if ('closed' in read) {
      closed.push({ name, why: read.closed });
      continue;
    }
    keys.set(read.key.salt, read.key);
    board = merge(board, read.board);
    if (name === fileNameOf(member)) own = read.board;
  }
  // Files stand there, and none opens: the passphrase is another.
  if (keys.size === 0 && closed.some(({ why }) => why === 'locked')) return { locked: true };
  const [first, ...others] = [...keys.values()].sort((a, b) => (a.salt < b.salt ? -1 : 1));
  const key = first ?? (await open());
  return key ? { board, own, closed, keys: [key, ...others] } : { locked: true };
}

/** A board from a sealed file, and the key that opened it. */
export async function readSealedFile(
  file: Blob,
  open: (salt?: string, iterations?: number) => Promise<TeamKey | undefined>,
): Promise<{ board: Board; key: TeamKey } | { closed: Closed | 'board' }> {
  if (file.size > MAX_SEALED) return { closed: 'not-sealed' };
  const found = readSealed(await file.text());
  if ('closed' in found) return found;
  const { salt, iterations } = found.sealed.kdf;
  const key = await open(salt, iterations);
  if (!key) return { closed: 'locked' };
  const opened = await unseal(found.sealed, key);
  if ('closed' in opened) return opened;
  const read = readBoardFile(new TextEncoder().encode(opened.text));
  return 'board' in read ? { board: read.board, key } : { closed: 'board' };
}

/** Opens any salt with a passphrase. */
export function withPassphrase(passphrase: string, keys: Keys = new Map()) {
  return (salt?: string, iterations?: number): Promise<TeamKey> => {
    if (salt === undefined) return keyOf(passphrase);
    const name = `${salt}.${String(iterations)}`;
    const known = keys.get(name) ?? keyOf(passphrase, salt, iterations);
    keys.set(name, known);
    return known;
  };
}

/** Writes this browser’s file, whole: the folder holds the former one until the new one is complete. */
export async function writeFolder(
  folder: FileSystemDirectoryHandle,
  member: string,
  board: Board,
  key: TeamKey,
  now: Date,
): Promise<void> {
  const handle = await folder.getFileHandle(fileNameOf(member), { create: true });
  const writing = await handle.createWritable();
  try {
    await writing.write(await seal(writeBoardFile(board, now).text, key));
    await writing.close();
  } catch (error) {
    await writing.abort().catch(() => undefined);
    throw error;
  }
}
