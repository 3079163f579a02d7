import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { diskTrouble, writeWhole } from '../disk.ts';
import type { MailJob } from './job.ts';

/** The file in which a job remembers what was sent. */
export interface StateFormat<S> {
  job: MailJob;
  /** That of a first run. */
  empty: S;
  /** The shape of what a file holds, by what it says of its version. */
  shapeOf: (data: unknown) => z.ZodType<S>;
}

/**
 * The state of a file; that of a first run when there is no file.
 * @throws Error in French when the file is there and does not hold a state
 */
export function readState<S>(path: string, { job, empty, shapeOf }: StateFormat<S>): S {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return empty;
    throw new Error(
      `La mémoire ${job.remembers}, ${path}, ne s’ouvre pas : ${diskTrouble(error) ?? String(error)}. Rien n’est envoyé, pour ne rien envoyer deux fois. ` +
        `Vérifiez ${job.variable}, qui est le chemin d’un fichier, et les droits de ce fichier.`,
    );
  }
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw unreadable(path, job, text.trim() === '' ? 'il est vide' : 'ce n’est pas du JSON');
  }
  const read = shapeOf(data).safeParse(data);
  if (read.success) return read.data;
  const { path: at = [] } = read.error.issues[0] ?? {};
  throw unreadable(path, job, `« ${at.join('.') || 'version'} » n’y est pas comme attendu`);
}

const unreadable = (path: string, job: MailJob, found: string): Error =>
  new Error(
    `La mémoire ${job.remembers}, ${path}, ne se lit pas : ${found}. Rien n’est envoyé, pour ne rien envoyer deux fois. ` +
      `Remettez la dernière copie de ce fichier ; sans copie, supprimez-le : ${job.forgetting}.`,
  );

/**
 * Replaces the state, whole.
 * @throws Error in French when the disk refuses
 */
export function writeState(path: string, state: unknown, job: MailJob): void {
  try {
    writeWhole(path, `${JSON.stringify(state, null, 1)}\n`, 0o600);
  } catch (error) {
    throw unwritable(path, job, error);
  }
}

/** For the state and for its lock, which stand in the same folder. */
export const unwritable = (path: string, { remembers, variable }: MailJob, error: unknown): Error =>
  new Error(
    `La mémoire ${remembers} ne s’écrit pas dans ${path} (${diskTrouble(error) ?? String(error)}). Plus rien n’est envoyé. ` +
      `Vérifiez ${variable}, la place et les droits de ce dossier, puis relancez : un message dont l’envoi vient d’être interrompu repartira sous le même identifiant, auquel les messageries le reconnaissent.`,
    { cause: error },
  );
