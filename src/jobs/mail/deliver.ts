import type { MailJob, Report } from './job.ts';
import type { Recipients } from './memory.ts';
import { sendAll, type Outgoing } from './send.ts';
import { sendingThrough, type Patience } from './smtp.ts';
import type { Smtp } from './env.ts';
import { isWorrying, sayStopped, saySummary } from './summary.ts';

interface Delivery<M, P> {
  job: MailJob;
  smtp: Smtp;
  patience?: Patience | undefined;
  /** The recipients before any message is accepted: kept once the server is within reach. */
  start: Recipients<M, P>;
  /** Writes the recipients. */
  keep: (recipients: Recipients<M, P>) => void;
}

/**
 * Sends what is planned through a server, if it is within reach, and says what became of it.
 * @throws Error when the state cannot be written: nothing more is sent
 */
export async function deliver<M, P>(
  mails: readonly Outgoing<M, P>[],
  { job, smtp, patience, start, keep }: Delivery<M, P>,
): Promise<Report> {
  const sending = sendingThrough(smtp, patience);
  try {
    const unreachable = await sending.check();
    if (unreachable) return { failed: true, words: sayStopped(job, unreachable.why, mails.length) };
    keep(start);
    const sent = await sendAll(mails, start, { sending, keep });
    const left = mails.length - sent.length;
    return { failed: left > 0 || sent.some(isWorrying), words: saySummary(job, sent, left) };
  } finally {
    sending.close();
  }
}
