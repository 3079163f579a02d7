import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { diskTrouble, writeWhole } from '../disk.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** What one recipient knows of one opportunity. */
const known = z.strictObject({
  /**
   * True when a message announced it; false for an opportunity that was closed, or without dates, when it was first
   * seen.
   */
  told: z.boolean(),
  /** The last day that it named: when that day is past, a later one is news. */
  until: day.optional(),
  /** The closing days that were reminded and are not past. */
  reminded: z.array(day).optional(),
});

const memory = z.strictObject({
  /** The day of the last digest, sent or empty: what came since is for the next one. */
  digestOn: day,
  /** By slug. The name in the files that are already written. */
  calls: z.record(z.string(), known),
});

const item = z.strictObject({
  slug: z.string(),
  /** New in the watch, with new dates, or already announced. */
  news: z.enum(['new', 'dates']).optional(),
  /** The closing days that this message reminds. */
  reminders: z.array(day),
});

/** A message handed to the server, of which no answer was read yet. */
const intent = z.strictObject({
  messageId: z.string(),
  first: z.boolean(),
  since: day.optional(),
  items: z.array(item),
  /** What the recipient knows once it is accepted. */
  after: memory,
});

const recipientState = z.strictObject({
  memory: memory.optional(),
  pending: intent.optional(),
  /** How many runs in a row an address was refused. */
  refusals: z.strictObject({ email: z.string(), count: z.int().positive() }).optional(),
});

const alertState = z.strictObject({ version: z.literal(1), recipients: z.record(z.string(), recipientState) });

export type Known = z.output<typeof known>;
export type Memory = z.output<typeof memory>;
export type Item = z.output<typeof item>;
export type Intent = z.output<typeof intent>;
export type RecipientState = z.output<typeof recipientState>;
export type AlertState = z.output<typeof alertState>;

export const NOTHING_SENT: AlertState = { version: 1, recipients: {} };

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
  const read = alertState.safeParse(data);
  if (read.success) return read.data;
  const { path: at = [] } = read.error.issues[0] ?? {};
  throw unreadable(path, `« ${at.join('.') || 'version'} » n’y est pas comme attendu`);
}

const unreadable = (path: string, found: string): Error =>
  new Error(
    `La mémoire des alertes, ${path}, ne se lit pas : ${found}. Rien n’est envoyé, pour ne rien envoyer deux fois. ` +
      'Remettez la dernière copie de ce fichier ; sans copie, supprimez-le : chacun recevra alors une nouvelle « première veille ».',
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
