import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { LiveBoard } from '../use-board.ts';
import { chooseFolder, opensFolders, permissionOf, troubleIn, type TeamTrouble } from './access.ts';
import { opensMore, type ClosedFile } from './closed.ts';
import type { Keyring } from './keyring.ts';
import { rememberedTeam, rememberTeam, type TeamMemory } from './memory.ts';

/** Where this browser is with its team, and why the folder is out of reach. */
export type TeamState = { trouble?: TeamTrouble } & (
  | { state: 'none' }
  /** The folder is known, and the browser asks before it is opened again. */
  | { state: 'asleep'; folder: string }
  /** The folder is read and written, and tried again as long as there is trouble; `at`, when it last went well. */
  | { state: 'live'; folder: string; at: number | undefined; closed: readonly ClosedFile[] }
);

export interface Team {
  team: TeamState;
  /** Whether this browser opens folders (File System Access); else the team passes a sealed file on. */
  canOpen: boolean;
  /**
   * Asks for the folder, then opens it with the passphrase, or with what is kept of the one before.
   * @returns whether the team is joined
   */
  join: (passphrase?: string) => Promise<boolean>;
  /** Opens again the folder that is known. */
  resume: () => Promise<void>;
  /**
   * Takes a passphrase in place of the one that is kept, if it opens a file that waits for one.
   * @returns whether it does; undefined when the folder could not be read
   */
  retype: (passphrase: string) => Promise<boolean | undefined>;
  leave: () => Promise<void>;
}

/** What is known of a team that was joined; the keys are derived with its first reading. */
interface Joined {
  memory: TeamMemory;
  open?: Keyring;
}

/** After a gesture the file is written once the next ones are over; a team-mate’s is looked for as often. Milliseconds. */
const [SETTLED, EVERY] = [2_000, 60_000];

/** The board of a team, read and written in its folder while the page is open. */
export function useTeam({ board, hear }: Pick<LiveBoard, 'board' | 'hear'>): Team {
  const [team, setTeam] = useState<TeamState>({ state: 'none' });
  const known = useRef<Joined>(undefined);
  const running = useRef(Promise.resolve());
  const latest = useRef(board);
  useEffect(() => {
    latest.current = board;
  }, [board]);

  const settle = useCallback(async () => {
    const joined = known.current;
    if (!joined) return;
    const { folder, member } = joined.memory;
    const isLeft = () => known.current !== joined;
    try {
      // The rules of the files weigh more than the board: they come with a team.
      const { readFolder, toWrite, writeFolder } = await import('./folder.ts');
      joined.open ??= (await import('./keyring.ts')).keyring(joined.memory);
      const read = await readFolder(folder, member, joined.open);
      if (isLeft()) return;
      if ('locked' in read) {
        setTeam(troubled(folder.name, 'locked'));
        return;
      }
      hear(read.board);
      const lacking = toWrite(read, latest.current);
      if (lacking) await writeFolder(folder, member, lacking, read.key, new Date());
      if (!isLeft()) setTeam({ state: 'live', folder: folder.name, at: Date.now(), closed: read.closed });
    } catch (error) {
      if (!isLeft()) setTeam(troubled(folder.name, troubleIn(error, true)));
    }
  }, [hear]);
  // One at a time: each reads what the one before wrote.
  const sync = useCallback(() => (running.current = running.current.then(settle)), [settle]);

  const wake = useEffectEvent(async (memory: TeamMemory | undefined) => {
    if (!memory || known.current) return;
    const permission = await permissionOf(memory.folder, 'query').catch(() => 'prompt');
    if (permission !== 'granted') {
      setTeam({ state: 'asleep', folder: memory.folder.name });
      return;
    }
    known.current = { memory };
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

  const enter = async (joined: Joined) => {
    known.current = joined;
    await rememberTeam(joined.memory);
    await sync();
  };
  const join = async (passphrase?: string) => {
    try {
      const folder = await chooseFolder();
      if (!folder) return false;
      const [{ readFolder }, { keyring }] = await Promise.all([import('./folder.ts'), import('./keyring.ts')]);
      const before = known.current?.memory ?? (await rememberedTeam());
      const member = before?.member ?? crypto.randomUUID().slice(0, 8);
      const kept = passphrase === undefined ? before : { phrase: await phraseIn(passphrase) };
      const memory: TeamMemory = { ...kept, folder, member };
      const open = keyring(memory);
      const read = await readFolder(folder, member, open);
      if ('locked' in read) {
        setTeam((state) => ({ ...state, trouble: 'locked' }));
        return false;
      }
      await enter({ memory, open });
      return true;
    } catch (error) {
      setTeam((state) => ({ ...state, trouble: troubleIn(error) }));
      return false;
    }
  };
  const resume = async () => {
    const memory = known.current?.memory ?? (await rememberedTeam());
    if (!memory) {
      setTeam({ state: 'none' });
      return;
    }
    const permission = await permissionOf(memory.folder, 'request').catch(() => 'denied');
    if (permission !== 'granted') {
      setTeam((state) => ({ ...state, trouble: 'asks' }));
      return;
    }
    known.current ??= { memory };
    await sync();
  };
  const retype = async (passphrase: string) => {
    const joined = known.current;
    if (!joined || team.state !== 'live') return undefined;
    const { folder, member } = joined.memory;
    try {
      const [{ readFolder }, { keyring }] = await Promise.all([import('./folder.ts'), import('./keyring.ts')]);
      const memory = { folder, member, phrase: await phraseIn(passphrase) };
      const open = keyring(memory);
      const read = await readFolder(folder, member, open);
      if ('locked' in read || !opensMore(team.closed, read.opened)) return false;
      if (known.current === joined) await enter({ memory, open });
      return true;
    } catch (error) {
      setTeam(troubled(folder.name, troubleIn(error, true)));
      return undefined;
    }
  };
  const leave = async () => {
    known.current = undefined;
    await rememberTeam(undefined);
    setTeam({ state: 'none' });
  };
  return { team, canOpen: opensFolders(), join, resume, retype, leave };
}

const phraseIn = async (words: string): Promise<CryptoKey> => (await import('./seal.ts')).phraseOf(words);

/** A team stays one whatever happens to its folder, which is tried again. */
const troubled =
  (folder: string, trouble: TeamTrouble) =>
  (before: TeamState): TeamState => {
    const live = before.state === 'live' ? before : { state: 'live' as const, folder, at: undefined, closed: [] };
    return { ...live, trouble };
  };
