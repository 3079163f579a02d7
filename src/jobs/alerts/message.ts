import { createHash } from 'node:crypto';
import type { SendMailOptions } from 'nodemailer';
import { plainData, plainLine } from '#domain/plain-text.ts';
import type { MailRecipient } from './content.ts';
import type { MailSettings } from '../mail/env.ts';
import { letterHtml } from './letter-html.ts';
import { letterText } from './letter-text.ts';
import type { LetterSetting } from './letter-parts.ts';
import { letterOf } from './letter.ts';
import type { PlannedMail } from './plan.ts';
import { stopCode } from './stop.ts';
import { stopLink } from '#funding/alerts/stop-link.ts';

/**
 * The name of a message, made of its recipient and of what it announces: the same message sent twice has the same one,
 * by which mail servers and programs know it again.
 */
export function messageIdOf({ recipient, items, again }: PlannedMail<MailRecipient>, from: string): string {
  if (again) return again.messageId;
  const told = items
    .map(({ slug, changes, reminders, round }) => JSON.stringify([slug, changes, reminders, round]))
    .toSorted();
  const hash = createHash('sha256')
    .update(JSON.stringify([recipient.id, recipient.email, told]))
    .digest('hex');
  return `<alerte.${hash.slice(0, 32)}@${domainOf(from)}>`;
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** A message ready to be sent, with its headers. */
export function messageOf(
  mail: PlannedMail<MailRecipient>,
  { from, siteUrl, unsubscribe, stopKey }: MailSettings,
  { now, opportunities }: Pick<LetterSetting, 'now' | 'opportunities'>,
): SendMailOptions & { messageId: string; subject: string } {
  const { recipient } = mail;
  const stopUrl =
    stopKey === undefined ? undefined : stopLink(siteUrl, { code: stopCode(stopKey, recipient), name: recipient.name });
  const letter = plainData(letterOf(mail, { now, opportunities, siteUrl, unsubscribe, stopUrl }));
  const stop = encodeURIComponent(plainLine(`Arrêter les alertes de financement : ${recipient.name}`));
  return {
    messageId: messageIdOf(mail, from.address),
    date: now,
    from,
    to: { name: '', address: recipient.email },
    subject: plainLine(letter.subject),
    text: letterText(letter),
    html: letterHtml(letter),
    headers: {
      'List-Id': `Veille des financements <veille.${domainOf(from.address)}>`,
      // RFC 2369: the first that works. Not RFC 8058, whose one click would need a server of ours.
      'List-Unsubscribe': [...(stopUrl ? [`<${stopUrl}>`] : []), `<mailto:${unsubscribe}?subject=${stop}>`].join(', '),
      'Auto-Submitted': 'auto-generated',
      'Content-Language': 'fr',
    },
    // No attachment is ever read from a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
