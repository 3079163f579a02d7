import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import type { DigestMail } from './mail.ts';

/**
 * An e-mail as a draft (RFC 5322) that mail programs open, to nobody yet: text and formatted version. The same content
 * gives the same bytes, so its date is the first of its month.
 * @param month `YYYY-MM`
 */
export function digestDraft({ subject, text, html }: DigestMail, month: string): Promise<Buffer> {
  return new MailComposer({
    subject,
    text,
    html,
    date: new Date(`${month}-01T08:00:00Z`),
    messageId: `<${month}@veille.lespetitescantines.org>`,
    baseBoundary: `veille-${month}`,
    // Outlook and others open it ready to be sent, and not as received.
    headers: { 'X-Unsent': '1' },
  })
    .compile()
    .build();
}
