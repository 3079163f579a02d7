import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { writesBetween, EMPTY_BOARD, merge } from '../board.ts';
import type { LiveBoard } from '../use-board.ts';
import { chooseFolder, opensFolders, permissionOf, troubleIn, type TeamTrouble } from './access.ts';
import type { ReadFolder } from './folder.ts';
import { rememberedTeam, rememberTeam, type TeamMemory } from './memory.ts';
import type { TeamKey } from './seal.ts';

export type TeamState =
  | { state: 'none' }
  /** The folder is known, and the browser asks before it is opened again. */
  | { state: 'asleep'; folder: string }
  | { state: 'live'; folder: string; at: number | undefined; closed: ReadFolder['closed'] }
  | { state: 'trouble'; folder: string; why: TeamTrouble };

export interface Team {
  team: TeamState;
  /** Whether this browser opens folders (File System Access); else the team passes a sealed file on. */
  canOpen: boolean;
  /** Asks for the folder, then opens it with the passphrase; tells whether it did. */
  join: (passphrase: string) => Promise<void>;
  /** Opens again the folder that is known. */
  resume: () => Promise<void>;
  leave: () => Promise<void>;
}

/** After a gesture the file is written once the next ones are over; a team-mate’s is looked for as often. Milliseconds. */
const [SETTLED, EVERY] = [2_000, 60_000];

/** The board of a team, read and written in its folder while the page is open. */
export function useTeam({ board, hear }: Pick<LiveBoard, 'board' | 'hear'>): Team {
  const [team, setTeam] = useState<TeamState>({ state: 'none' });
  const known = useRef<TeamMemory>(undefined);
  const running = useRef(Promise.resolve());
  const latest = useRef(board);
  useEffect(() => {
    latest.current = board;
  }, [board]);

  const settle = useCallback(async () => {
    const memory = known.current;
    if (!memory) return;
    const { folder, member, keys } = memory;
    try {
      // The rules of the files weigh more than the board: they come with a team.
      const { readFolder, writeFolder } = await import('./folder.ts');
      const read = await readFolder(folder, member, keyring(keys));
      if (known.current !== memory) return;
      if ('locked' in read) {
        setTeam({ state: 'trouble', folder: folder.name, why: 'locked' });
        return;
      }
      hear(read.board);
      const whole = merge(latest.current, read.board);
      if (writesBetween(read.own ?? EMPTY_BOARD, whole).length > 0) {
        await writeFolder(folder, member, whole, read.keys[0], new Date());
      }
      setTeam({ state: 'live', folder: folder.name, at: Date.now(), closed: read.closed });
    } catch (error) {
      if (known.current === memory) setTeam({ state: 'trouble', folder: folder.name, why: troubleIn(error) });
    }
  }, [hear]);
  // One at a time: each reads what the one before wrote.
  const sync = useCallback(() => (running.current = running.current.then(settle)), [settle]);

  const wake = useEffectEvent(async (memory: TeamMemory | undefined) => {
    if (!memory || known.current) return;
    if ((await permissionOf(memory.folder, 'query')) !== 'granted') {
      setTeam({ state: 'asleep', folder: memory.folder.name });
      return;
    }
    known.current = memory;
    await sync();
  });
  useEffect(() => {
    void rememberedTeam().then(wake);
  }, []);

  const isLive = team.state === 'live';
  useEffect(() => {
    if (!isLive) return undefined;
    const timer = setTimeout(() => void sync(), SETTLED);
    return () => clearTimeout(timer);
  }, [board, isLive, sync]);
  useEffect(() => {
    if (!isLive) return undefined;
    const look = () => document.visibilityState === 'visible' && void sync();
    const timer = setInterval(look, EVERY);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [isLive, sync]);

  const join = async (passphrase: string) => {
    let folder: FileSystemDirectoryHandle | undefined;
    try {
      folder = await chooseFolder();
    } catch (error) {
      setTeam({ state: 'trouble', folder: '', why: troubleIn(error) });
      return;
    }
    // Who closes the chooser has changed their mind.
    if (!folder) return;
    const member = crypto.randomUUID().slice(0, 8);
    try {
      const { readFolder, withPassphrase } = await import('./folder.ts');
      const read = await readFolder(folder, member, withPassphrase(passphrase));
      if ('locked' in read) {
        setTeam({ state: 'trouble', folder: folder.name, why: 'locked' });
        return;
      }
      known.current = { folder, member, keys: read.keys };
      await rememberTeam(known.current);
      await sync();
    } catch (error) {
      setTeam({ state: 'trouble', folder: folder.name, why: troubleIn(error) });
    }
  };
  const resume = async () => {
    const memory = await rememberedTeam();
    if (!memory || (await permissionOf(memory.folder, 'request')) !== 'granted') return;
    known.current = memory;
    await sync();
  };
  const leave = async () => {
    known.current = undefined;
    await rememberTeam(undefined);
    setTeam({ state: 'none' });
  };
  return { team, canOpen: opensFolders(), join, resume, leave };
}

/** The keys that are kept open the files of their salts; the passphrase is not kept. */
const keyring = (keys: readonly TeamKey[]) => (salt?: string) =>
  Promise.resolve(salt === undefined ? keys[0] : keys.find((key) => key.salt === salt));
