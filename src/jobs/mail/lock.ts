import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { unwritable } from './state.ts';

/** A run lasts minutes: a lock is believed that long, since another process may bear its number afterwards. */
const HOURS_BELIEVED = 6;

interface Holder {
  token: string;
  pid: number;
  host: string;
  /** Milliseconds since 1970. */
  since: number;
}

/**
 * Takes the lock of a state file, that two runs do not send the same messages; what is given back releases it.
 * The lock of a run that was killed is taken over.
 * @param now milliseconds since 1970
 * @throws Error in French while another run holds it
 */
export function takeLock(statePath: string, now: number): () => void {
  const path = `${statePath}.lock`;
  const own: Holder = { token: randomUUID(), pid: process.pid, host: hostname(), since: now };
  if (!created(path, own)) {
    const holder = holderOf(path);
    if (holder !== undefined && isAtWork(holder, now)) throw busy(path, holder);
    if (!abandoned(path, holder) || !created(path, own)) throw busy(path, holderOf(path));
  }
  return () => {
    if (holderOf(path)?.token === own.token) rmSync(path, { force: true });
  };
}

/** Writes the whole lock under a name of its own, then gives it the common name, if nobody has it. */
function created(path: string, holder: Holder): boolean {
  const draft = `${path}.${holder.token}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  } catch (error) {
    throw unwritable(path, error);
  }
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw unwritable(path, error);
  } finally {
    rmSync(draft, { force: true });
  }
}

function holderOf(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function isAtWork({ pid, host, since }: Holder, now: number): boolean {
  if (Math.abs(now - since) > HOURS_BELIEVED * 3_600_000) return false;
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Sets a dead lock aside; false when another run took it over in the meantime, whose lock is then put back. */
function abandoned(path: string, dead: Holder | undefined): boolean {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch {
    return true;
  }
  const same = holderOf(aside)?.token === dead?.token;
  if (!same) linkSync(aside, path);
  rmSync(aside, { force: true });
  return same;
}

const busy = (path: string, holder: Holder | undefined): Error =>
  new Error(
    `Un autre envoi d’alertes est en cours${holder ? ` (processus ${holder.pid} de ${holder.host})` : ''}. Rien n’est envoyé par celui-ci. ` +
      `Attendez sa fin et relancez ; si vous êtes sûr qu’aucun ne tourne, supprimez ${path}.`,
  );
