import type { MailedOpportunity, MailRecipient } from './content.ts';
import type { MailSettings } from '../mail/env.ts';
import { messageOf } from './message.ts';
import type { PlannedMail } from './plan.ts';
import type { MailOutcome, MailTransport } from '../mail/smtp.ts';
import type { AlertState, RecipientState } from './memory.ts';
import { withRecipient } from './state.ts';

/** A message and what became of it. */
export interface Sent {
  recipient: MailRecipient;
  subject: string;
  outcome: MailOutcome;
  /** How many runs in a row refused this address, this one included. */
  refusals: number;
}

interface SendingSetting {
  settings: MailSettings;
  opportunities: readonly MailedOpportunity[];
  now: Date;
  sending: MailTransport;
  /** Writes the state; it is called before and after each message. */
  keep: (state: AlertState) => void;
}

/**
 * Sends messages one after the other. Each is written as « en cours » before it leaves, and as known once the server
 * said yes: a run that dies between the two, or loses the answer, leaves it « en cours », and the next run sends it
 * again under the same Message-ID. What was certainly not accepted is forgotten, and planned anew.
 * @throws Error when the state cannot be written: nothing more is sent
 */
export async function sendAll(
  mails: readonly PlannedMail<MailRecipient>[],
  start: AlertState,
  { settings, opportunities, now, sending, keep }: SendingSetting,
): Promise<Sent[]> {
  let state = start;
  const put = (id: string, recipient: RecipientState) => {
    state = withRecipient(state, id, recipient);
    keep(state);
  };
  const sent: Sent[] = [];
  for (const mail of mails) {
    const { recipient, first, since, items, after, again } = mail;
    // What follows a message that did not leave stands on it.
    if (sent.some((each) => each.recipient.id === recipient.id && each.outcome.is !== 'accepted')) continue;
    const before = state.recipients[recipient.id] ?? {};
    const message = messageOf(mail, settings, { now, opportunities });
    if (!again) {
      const pending = {
        messageId: message.messageId,
        first,
        ...(since === undefined ? {} : { since }),
        items: [...items],
        after,
      };
      put(recipient.id, { ...before, pending });
    }
    const outcome = await sending.send(message);
    const refusals = outcome.is === 'refused' ? refusalsOf(before, recipient.email) + 1 : 0;
    if (outcome.is === 'accepted') put(recipient.id, { memory: again ? (before.pending?.after ?? after) : after });
    else if (outcome.is === 'refused') {
      put(recipient.id, { ...before, refusals: { email: recipient.email, count: refusals } });
    } else if (outcome.is !== 'unknown') put(recipient.id, before);
    sent.push({ recipient, subject: message.subject, outcome, refusals });
    if (outcome.is === 'stopped') break;
  }
  return sent;
}

const refusalsOf = ({ refusals }: RecipientState, email: string): number =>
  refusals?.email === email ? refusals.count : 0;
