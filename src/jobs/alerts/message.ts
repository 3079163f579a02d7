import { createHash } from 'node:crypto';
import { stopLink } from '#funding/alerts/stop-link.ts';
import type { MailSettings } from '../mail/env.ts';
import { domainOf, letterMessage } from '../mail/message.ts';
import type { Outgoing } from '../mail/send.ts';
import { stopCode } from '../mail/stop.ts';
import type { MailRecipient } from './content.ts';
import type { LetterSetting } from './letter-parts.ts';
import { letterOf } from './letter.ts';
import type { Intent, Memory } from './memory.ts';
import type { PlannedMail } from './plan.ts';

/**
 * The name of a message, made of its recipient and of what it announces: the same message sent twice has the same one,
 * by which mail servers and programs know it again.
 */
function messageIdOf({ recipient, items, again }: PlannedMail<MailRecipient>, from: string): string {
  if (again) return again.messageId;
  const told = items
    .map(({ slug, changes, reminders, round }) => JSON.stringify([slug, changes, reminders, round]))
    .toSorted();
  const hash = createHash('sha256')
    .update(JSON.stringify([recipient.id, recipient.email, told]))
    .digest('hex');
  return `<alerte.${hash.slice(0, 32)}@${domainOf(from)}>`;
}

/** A planned alert ready to be sent. */
export function outgoingOf(
  mail: PlannedMail<MailRecipient>,
  { from, siteUrl, unsubscribe, stopKey }: MailSettings,
  { now, opportunities }: Pick<LetterSetting, 'now' | 'opportunities'>,
): Outgoing<Memory, Omit<Intent, 'messageId'>> {
  const { recipient, first, since, items, after, again } = mail;
  const url =
    stopKey === undefined ? undefined : stopLink(siteUrl, { code: stopCode(stopKey, recipient), name: recipient.name });
  return {
    recipient,
    message: letterMessage(letterOf(mail, { now, opportunities, siteUrl, unsubscribe, stopUrl: url }), {
      messageId: messageIdOf(mail, from.address),
      now,
      from,
      to: recipient.email,
      list: { id: 'veille', name: 'Veille des financements' },
      stop: { to: unsubscribe, subject: `Arrêter les alertes de financement : ${recipient.name}`, url },
    }),
    intent: again ? undefined : { first, ...(since === undefined ? {} : { since }), items: [...items], after },
    after,
  };
}
