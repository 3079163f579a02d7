import type { Closed } from './seal.ts';

/**
 * Why a file stays closed: how it is sealed; `untried`, nothing here could derive its key; `board`, what it seals is no
 * board; `unread`, the disk did not give it, as while a synchronised folder replaces it.
 */
export type WhyClosed = Closed | 'untried' | 'board' | 'unread';

/** A file that stays closed. */
export interface ClosedFile {
  name: string;
  why: WhyClosed;
}

/** Whether a file waits for a passphrase, its own or another. */
export const isLocked = ({ why }: ClosedFile): boolean => why === 'locked' || why === 'untried';

/** Whether a passphrase that opens these files, by name, opens one of those that waited for it. */
export function opensMore(closed: readonly ClosedFile[], opened: readonly string[]): boolean {
  const waiting = closed.filter(isLocked).map(({ name }) => name);
  return opened.some((name) => waiting.length === 0 || waiting.includes(name));
}
