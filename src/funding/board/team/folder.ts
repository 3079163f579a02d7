import { EMPTY_BOARD, merge, type Board } from '../board.ts';
import { readBoardFile } from '../read-file.ts';
import { MAX_BOARD_FILE, writeBoardFile } from '../write-file.ts';
import { isLocked, type ClosedFile, type WhyClosed } from './closed.ts';
import type { Keyring } from './keyring.ts';
import { readSealed, seal, unseal, type TeamKey } from './seal.ts';

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
  /** The names of the files that open. */
  opened: readonly string[];
  closed: readonly ClosedFile[];
  /** What seals the next file: the same key for everybody, once they have read each other. */
  key: TeamKey;
}

/**
 * Reads every file of a team. One that cannot be read now is told among the closed, and the others are read.
 * @throws DOMException as the browser refuses the folder, or when none of its files can be read now
 */
export async function readFolder(
  folder: FileSystemDirectoryHandle,
  member: string,
  open: Keyring,
): Promise<ReadFolder | { locked: true }> {
  let board = EMPTY_BOARD;
  let own: Board | undefined;
  const keys: TeamKey[] = [];
  const opened: string[] = [];
  const closed: ClosedFile[] = [];
  for await (const [name, handle] of folder.entries()) {
    if (handle.kind !== 'file' || !name.endsWith(ENDING)) continue;
    const read = await readNow(handle, open);
    if ('closed' in read) {
      closed.push({ name, why: read.closed });
      continue;
    }
    keys.push(read.key);
    opened.push(name);
    board = merge(board, read.board);
    if (name === fileNameOf(member)) own = read.board;
  }
  // Whether the passphrase is the team’s is not known: nothing is written with it.
  if (keys.length === 0 && closed.some(({ why }) => why === 'unread'))
    throw new DOMException('No file of the team can be read now.', 'NotReadableError');
  // This browser writes its own again; those of the others stand there, and none opens: the passphrase is another.
  if (keys.length === 0 && closed.some((file) => isLocked(file) && file.name !== fileNameOf(member)))
    return { locked: true };
  const key = keys.sort((a, b) => (a.salt < b.salt ? -1 : 1))[0] ?? (await open());
  return key ? { board, own, opened, closed, key } : { locked: true };
}

/** Reads a file as it is now. */
async function readNow(handle: FileSystemFileHandle, open: Keyring): ReturnType<typeof readSealedFile> {
  try {
    return await readSealedFile(await handle.getFile(), open);
  } catch (error) {
    if (error instanceof DOMException) return { closed: 'unread' };
    throw error;
  }
}

/** A board from a sealed file, and the key that opened it. */
export async function readSealedFile(
  file: Blob,
  open: Keyring,
): Promise<{ board: Board; key: TeamKey } | { closed: WhyClosed }> {
  if (file.size > MAX_SEALED) return { closed: 'not-sealed' };
  const found = readSealed(await file.text());
  if ('closed' in found) return found;
  const { salt, iterations } = found.sealed.kdf;
  const key = await open(salt, iterations);
  if (!key) return { closed: 'untried' };
  const opened = await unseal(found.sealed, key);
  if ('closed' in opened) return opened;
  const read = readBoardFile(new TextEncoder().encode(opened.text));
  return 'board' in read ? { board: read.board, key } : { closed: 'board' };
}

/**
 * What this browser’s file must say now; undefined when it says so already. Stamps count as much as values: who set a
 * value and took it back has written it later than a team-mate’s, and both must know.
 */
export function toWrite({ own = EMPTY_BOARD, board }: Pick<ReadFolder, 'own' | 'board'>, here: Board) {
  const whole = merge(own, merge(here, board));
  return whole === own ? undefined : whole;
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
