import { readFileSync } from 'node:fs';
import { diskTrouble, writeWhole } from '../disk.ts';
import { alertState, firstAlertState, type AlertState, type RecipientState } from './memory.ts';

export const NOTHING_SENT: AlertState = { version: 2, recipients: {} };

/** The state with that of one recipient replaced. */
export const withRecipient = (state: AlertState, id: string, recipient: RecipientState): AlertState => ({
  ...state,
  recipients: { ...state.recipients, [id]: recipient },
});

/**
 * The state of a file; that of a first run when there is no file.
 * @throws Error in French when the file is there and does not hold a state
 */
export function readAlertState(path: string): AlertState {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return NOTHING_SENT;
    throw new Error(
      `La mémoire des alertes, ${path}, ne s’ouvre pas : ${diskTrouble(error) ?? String(error)}. Rien n’est envoyé, pour ne rien envoyer deux fois. ` +
        'Vérifiez WATCH_STATE, qui est le chemin d’un fichier, et les droits de ce fichier.',
    );
  }
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw unreadable(path, text.trim() === '' ? 'il est vide' : 'ce n’est pas du JSON');
  }
  const read = (isOfVersion1(data) ? firstAlertState : alertState).safeParse(data);
  if (read.success) return read.data;
  const { path: at = [] } = read.error.issues[0] ?? {};
  throw unreadable(path, `« ${at.join('.') || 'version'} » n’y est pas comme attendu`);
}

const isOfVersion1 = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'version' in data && data.version === 1;

const unreadable = (path: string, found: string): Error =>
  new Error(
    `La mémoire des alertes, ${path}, ne se lit pas : ${found}. Rien n’est envoyé, pour ne rien envoyer deux fois. ` +
      'Remettez la dernière copie de ce fichier ; sans copie, supprimez-le : chaque adresse recevra alors une nouvelle « première veille ».',
  );

/**
 * Replaces the state, whole.
 * @throws Error in French when the disk refuses
 */
export function writeAlertState(path: string, state: AlertState): void {
  try {
    writeWhole(path, `${JSON.stringify(state, null, 1)}\n`, 0o600);
  } catch (error) {
    throw unwritable(path, error);
  }
}

/** For the state and for its lock, which stand in the same folder. */
export const unwritable = (path: string, error: unknown): Error =>
  new Error(
    `La mémoire des alertes ne s’écrit pas dans ${path} (${diskTrouble(error) ?? String(error)}). Plus rien n’est envoyé. ` +
      'Vérifiez WATCH_STATE, la place et les droits de ce dossier, puis relancez : un message dont l’envoi vient d’être interrompu repartira sous le même identifiant, auquel les messageries le reconnaissent.',
    { cause: error },
  );
