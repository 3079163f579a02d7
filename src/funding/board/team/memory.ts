import { openDB } from 'idb';
import type { Kept } from './keyring.ts';

/** What this browser keeps of its team: the folder, what opens its files, and its own name there. */
export interface TeamMemory extends Kept {
  folder: FileSystemDirectoryHandle;
  member: string;
}

const [NAME, STORE, KEY] = ['suivi-equipe', 'memory', 'team'];

const opened = () => openDB(NAME, 1, { upgrade: (db) => void db.createObjectStore(STORE) });

/** Undefined when there is no team here, or nothing can be kept. */
export async function rememberedTeam(): Promise<TeamMemory | undefined> {
  try {
    return (await (await opened()).get(STORE, KEY)) as TeamMemory | undefined;
  } catch {
    return undefined;
  }
}

/** A browser that keeps nothing asks for the folder and the passphrase again. */
export async function rememberTeam(team: TeamMemory | undefined): Promise<void> {
  try {
    const db = await opened();
    await (team ? db.put(STORE, team, KEY) : db.delete(STORE, KEY));
  } catch {
    // Forbidden, or full: the team is there until the page goes.
  }
}
