import { createHash } from 'node:crypto';
import { formatProblems, type ContentFolders } from '#content/check/index.ts';
import { count } from '#domain/numbers.ts';
import { deliver } from '../mail/deliver.ts';
import { readMailSettings, readSmtp, type MailSettings } from '../mail/env.ts';
import type { Report } from '../mail/job.ts';
import { takeLock } from '../mail/lock.ts';
import { domainOf, letterMessage } from '../mail/message.ts';
import type { Outgoing } from '../mail/send.ts';
import type { Patience } from '../mail/smtp.ts';
import { readState, writeState } from '../mail/state.ts';
import { sayNothing } from '../mail/summary.ts';
import { writeTrial } from '../mail/trial.ts';
import { readAskContent, type AskContent } from './content.ts';
import { letterOfAsking } from './letter.ts';
import { ASK_STATE, ASKING, type AskState, type Intent, type Memory } from './memory.ts';
import { planAskings, type PlannedAsking } from './plan.ts';

export interface AskRun {
  now: Date;
  env: Readonly<Record<string, string | undefined>>;
  folders: ContentFolders;
  /** The file that remembers whom was asked. */
  statePath: string;
  /** A folder to write the messages in, instead of sending them; nothing is kept then. */
  trialFolder?: string | undefined;
  patience?: Patience | undefined;
}

/**
 * Asks the cantines whether what we believe of them still holds, when it is time.
 * @throws Error in French: a setting, the state file or its lock; nothing is sent then
 */
export async function runAsk(run: AskRun): Promise<Report> {
  const trial = run.trialFolder !== undefined;
  const settings = readMailSettings(run.env, trial);
  const smtp = trial ? undefined : readSmtp(run.env);
  const { content, problems } = await readAskContent({ ...run.folders, live: settings.live });
  if (!content) {
    return {
      failed: true,
      words: `${formatProblems(problems)}\nPersonne n’est interrogé tant que ces fiches ont une erreur.`,
    };
  }
  const plan = () => {
    const state = readState(run.statePath, ASK_STATE);
    const { mails, state: next } = planAskings({ now: run.now, ...content, state });
    return {
      mails: mails.map((mail) => outgoingOf(mail, settings, content, run.now)),
      state: next,
      changed: next !== state,
    };
  };
  if (run.trialFolder !== undefined)
    return withSilent(await writeTrial(run.trialFolder, plan().mails, run.now), content);
  const lock = takeLock(run.statePath, ASKING);
  try {
    const { mails, state, changed } = plan();
    const keep = (next: AskState) => {
      lock.assertHeld();
      writeState(run.statePath, next, ASKING);
    };
    if (mails.length === 0) {
      if (changed) keep(state);
      return withSilent({ failed: false, words: sayNothing(ASKING, content.recipients.length) }, content);
    }
    const report = await deliver(mails, {
      job: ASKING,
      smtp: smtp ?? readSmtp(run.env),
      patience: run.patience,
      start: state.recipients,
      keep: (recipients) => keep({ ...state, recipients }),
    });
    return withSilent(report, content);
  } finally {
    lock.release();
  }
}

/** With how many cantines cannot be asked: their fiches lack an address. */
const withSilent = ({ failed, words }: Report, { silent }: AskContent): Report => ({
  failed,
  words:
    silent.length === 0
      ? words
      : `${words}\n${count(silent.length, 'cantine n’a', 'cantines n’ont')} pas d’adresse partagée à qui le demander : remplissez « Contacts, E-mail » (${silent.join(', ')}).`,
});

/** A planned asking ready to be sent. */
export function outgoingOf(
  mail: PlannedAsking,
  { from, siteUrl, unsubscribe }: MailSettings,
  { organisation }: Pick<AskContent, 'organisation'>,
  now: Date,
): Outgoing<Memory, Omit<Intent, 'messageId'>> {
  const { recipient, after, again } = mail;
  const hash = createHash('sha256')
    .update(JSON.stringify([recipient.id, recipient.email, after]))
    .digest('hex')
    .slice(0, 32);
  return {
    recipient,
    message: letterMessage(letterOfAsking(mail, { siteUrl, unsubscribe, organisation }), {
      messageId: again?.messageId ?? `<demande.${hash}@${domainOf(from.address)}>`,
      now,
      from,
      to: recipient.email,
      list: { id: 'fiches', name: 'Fiches des cantines' },
      stop: { to: unsubscribe, subject: `Ne plus demander de confirmer la fiche : ${recipient.name}` },
    }),
    intent: again ? undefined : { after },
    after,
  };
}
