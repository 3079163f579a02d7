import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { lockSync } from 'proper-lockfile';
import type { MailJob } from './job.ts';
import { unwritable } from './state.ts';

export interface Lock {
  /** @throws Error in French once another run has taken the lock over, as it may when this machine slept meanwhile */
  assertHeld: () => void;
  release: () => void;
}

/**
 * Takes the lock of a state file, that two runs do not send the same messages. A run renews its lock while it works and
 * gives it back when a signal stops it; the lock of a run that was killed is taken over ten seconds later.
 * @throws Error in French while another run holds it
 */
export function takeLock(statePath: string, job: MailJob): Lock {
  // The lock is an empty folder: who holds it is written beside.
  const holder = `${statePath}.holder`;
  let lost = false;
  let unlock: () => void;
  try {
    mkdirSync(dirname(statePath), { recursive: true });
    unlock = lockSync(statePath, { realpath: false, onCompromised: () => (lost = true) });
    writeFileSync(holder, `processus ${process.pid} de ${hostname()}`);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ELOCKED' ? busy(holder, job) : unwritable(statePath, job, error);
  }
  return {
    assertHeld: () => {
      if (lost) throw lostLock(job);
    },
    release: () => {
      if (lost) return;
      rmSync(holder, { force: true });
      unlock();
    },
  };
}

const busy = (holder: string, { sends }: MailJob): Error =>
  new Error(
    `Un autre envoi ${sends} est en cours${named(holder)}. Rien n’est envoyé par celui-ci. ` +
      'Attendez sa fin et relancez ; s’il a été tué, son verrou tombe de lui-même en dix secondes.',
  );

const lostLock = ({ sends }: MailJob): Error =>
  new Error(
    `Le verrou de cet envoi ${sends} n’est plus le sien : un autre envoi a pris la suite, ou quelqu’un l’a supprimé. Plus rien n’est envoyé par celui-ci.`,
  );

function named(holder: string): string {
  try {
    return ` (${readFileSync(holder, 'utf8')})`;
  } catch {
    return '';
  }
}
