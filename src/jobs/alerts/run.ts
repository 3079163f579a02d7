import { formatProblems, type ContentFolders } from '#content/check/index.ts';
import { deliver } from '../mail/deliver.ts';
import { readMailSettings, readSmtp, type MailSettings } from '../mail/env.ts';
import type { Report } from '../mail/job.ts';
import { takeLock } from '../mail/lock.ts';
import type { Patience } from '../mail/smtp.ts';
import { readState, writeState } from '../mail/state.ts';
import { withStopKey } from '../mail/stop.ts';
import { sayNothing } from '../mail/summary.ts';
import { writeTrial } from '../mail/trial.ts';
import { readMailContent } from './content.ts';
import type { AlertState } from './memory.ts';
import { outgoingOf } from './message.ts';
import { planMails } from './plan.ts';
import { ALERT_STATE, ALERTS } from './state.ts';

export interface AlertRun {
  now: Date;
  env: Readonly<Record<string, string | undefined>>;
  folders: ContentFolders;
  /** The file that remembers what was sent. */
  statePath: string;
  /** A folder to write the messages in, instead of sending them; what was sent is then left as it is. */
  trialFolder?: string | undefined;
  patience?: Patience | undefined;
}

/**
 * Sends the alerts that are due, or writes them in a folder.
 * @throws Error in French: a setting, the state file or its lock; nothing is sent then
 */
export async function runAlertMail(run: AlertRun): Promise<Report> {
  const trial = run.trialFolder !== undefined;
  const given = readMailSettings(run.env, trial);
  const smtp = trial ? undefined : readSmtp(run.env);
  const { content, problems } = await readMailContent({ ...run.folders, live: given.live });
  if (!content) {
    return {
      failed: true,
      words: `${formatProblems(problems)}\nAucune alerte n’est envoyée tant que ces fiches ont une erreur : ce qui était à annoncer le sera ensuite.`,
    };
  }
  const plan = () => {
    const state = withStopKey(readState(run.statePath, ALERT_STATE));
    const settings: MailSettings = { ...given, ...(content.takesForms && { stopKey: state.stopKey }) };
    const { mails, state: next } = planMails({ now: run.now, ...content, state });
    const outgoing = mails.map((mail) =>
      outgoingOf(mail, settings, { now: run.now, opportunities: content.opportunities }),
    );
    return { mails: outgoing, state: next, changed: next !== state };
  };
  if (run.trialFolder !== undefined) return writeTrial(run.trialFolder, plan().mails, run.now);
  const lock = takeLock(run.statePath, ALERTS);
  try {
    const { mails, state, changed } = plan();
    const keep = (next: AlertState) => {
      lock.assertHeld();
      writeState(run.statePath, next, ALERTS);
    };
    if (mails.length === 0) {
      if (changed) keep(state);
      return { failed: false, words: sayRest(content.recipients.length) };
    }
    return await deliver(mails, {
      job: ALERTS,
      smtp: smtp ?? readSmtp(run.env),
      patience: run.patience,
      start: state.recipients,
      keep: (recipients) => keep({ ...state, recipients }),
    });
  } finally {
    lock.release();
  }
}

const sayRest = (recipients: number): string =>
  recipients === 0
    ? `${ALERTS.title} : personne n’en demande. Le champ « Alertes de financement » est dans les fiches des cantines et dans les réglages.`
    : sayNothing(ALERTS, recipients);
