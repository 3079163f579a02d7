import type { SendMailOptions } from 'nodemailer';
import type { Recipients, Remembered } from './memory.ts';
import type { MailOutcome, MailTransport } from './smtp.ts';

/** Who receives a message. */
export interface Addressee {
  /** The name under which it is remembered. */
  id: string;
  email: string;
  /** « Lyon Vaise », « le réseau ». */
  name: string;
}

/** A message whose name says what it tells: sent twice, it has the same one. */
export type NamedMessage = SendMailOptions & { messageId: string; subject: string };

/** A message to send. */
export interface Outgoing<M, P> {
  recipient: Addressee;
  message: NamedMessage;
  /** What is remembered of it while it is under way; undefined for one of an earlier run, which goes again. */
  intent: P | undefined;
  /** What its recipient knows once it is accepted. */
  after: M;
}

/** A message and what became of it. */
export interface Sent {
  recipient: Addressee;
  subject: string;
  outcome: MailOutcome;
  /** How many runs in a row refused this address, this one included. */
  refusals: number;
}

/**
 * Sends messages one after the other. Each is written as « en cours » before it leaves, and as known once the server
 * said yes: a run that dies between the two, or loses the answer, leaves it « en cours », and the next run sends it
 * again under the same Message-ID. What was certainly not accepted is forgotten, and planned anew.
 * @param keep writes the recipients; it is called before and after each message
 * @throws Error when the state cannot be written: nothing more is sent
 */
export async function sendAll<M, P>(
  mails: readonly Outgoing<M, P>[],
  start: Recipients<M, P>,
  { sending, keep }: { sending: Pick<MailTransport, 'send'>; keep: (recipients: Recipients<M, P>) => void },
): Promise<Sent[]> {
  let recipients = start;
  const put = (id: string, remembered: Remembered<M, P>) => {
    recipients = { ...recipients, [id]: remembered };
    keep(recipients);
  };
  const sent: Sent[] = [];
  for (const { recipient, message, intent, after } of mails) {
    const { id, email } = recipient;
    // What follows a message that did not leave stands on it.
    if (sent.some((each) => each.recipient.id === id && each.outcome.is !== 'accepted')) continue;
    const before = recipients[id] ?? {};
    if (intent !== undefined) put(id, { ...before, pending: { messageId: message.messageId, ...intent } });
    const outcome = await sending.send(message);
    const refusals = outcome.is === 'refused' ? refusalsOf(before, email) + 1 : 0;
    if (outcome.is === 'accepted') put(id, { memory: after });
    else if (outcome.is === 'refused') put(id, { ...before, refusals: { email, count: refusals } });
    else if (outcome.is !== 'unknown') put(id, before);
    sent.push({ recipient, subject: message.subject, outcome, refusals });
    if (outcome.is === 'stopped') break;
  }
  return sent;
}

const refusalsOf = ({ refusals }: Pick<Remembered<unknown, unknown>, 'refusals'>, email: string): number =>
  refusals?.email === email ? refusals.count : 0;
