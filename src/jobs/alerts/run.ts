import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { formatProblems, type ContentFolders } from '#content/check/index.ts';
import { dayInFrance } from '#domain/days.ts';
import { readMailContent, type MailContent } from './content.ts';
import { readMailSettings, readSmtp, type MailSettings } from '../mail/env.ts';
import { takeLock } from './lock.ts';
import { messageOf } from './message.ts';
import { planMails, type Plan } from './plan.ts';
import { sendAll } from './send.ts';
import { sendingThrough, type Patience } from '../mail/smtp.ts';
import type { AlertState } from './memory.ts';
import { withStopKey } from './stop.ts';
import { readAlertState, writeAlertState } from './state.ts';
import { isWorrying, sayStopped, saySummary, sayTrial } from './summary.ts';
import type { MailRecipient } from './content.ts';

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

/** What a run has to say, in French, and whether the job failed. */
export interface Report {
  failed: boolean;
  words: string;
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
  const settingsOf = ({ stopKey }: AlertState): MailSettings => ({ ...given, ...(content.takesForms && { stopKey }) });
  const planned = (state: AlertState) => planMails({ now: run.now, ...content, state });
  if (run.trialFolder !== undefined) {
    const state = withStopKey(readAlertState(run.statePath));
    return writeTrial(run.trialFolder, planned(state), run.now, settingsOf(state), content);
  }
  const lock = takeLock(run.statePath);
  try {
    const state = withStopKey(readAlertState(run.statePath));
    const plan = planned(state);
    const keep = (next: AlertState) => {
      lock.assertHeld();
      writeAlertState(run.statePath, next);
    };
    if (plan.mails.length === 0) {
      if (plan.state !== state) keep(plan.state);
      return { failed: false, words: saySummary([], content.recipients) };
    }
    const sending = sendingThrough(smtp ?? readSmtp(run.env), run.patience);
    try {
      const unreachable = await sending.check();
      if (unreachable) return { failed: true, words: sayStopped(unreachable.why, plan.mails.length) };
      keep(plan.state);
      const sent = await sendAll(plan.mails, plan.state, {
        settings: settingsOf(state),
        opportunities: content.opportunities,
        now: run.now,
        sending,
        keep,
      });
      const left = plan.mails.length - sent.length;
      return { failed: left > 0 || sent.some(isWorrying), words: saySummary(sent, content.recipients, left) };
    } finally {
      sending.close();
    }
  } finally {
    lock.release();
  }
}

async function writeTrial(
  folder: string,
  { mails }: Plan<MailRecipient>,
  now: Date,
  settings: MailSettings,
  { opportunities }: MailContent,
): Promise<Report> {
  mkdirSync(folder, { recursive: true });
  const writer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const names: string[] = [];
  for (const mail of mails) {
    const { message } = await writer.sendMail(messageOf(mail, settings, { now, opportunities }));
    const name = `${dayInFrance(now)}-${mail.recipient.id.replaceAll('/', '-')}${mail.again ? '-a-nouveau' : ''}.eml`;
    writeFileSync(join(folder, name), message as Buffer);
    names.push(name);
  }
  return { failed: false, words: sayTrial(folder, names) };
}
