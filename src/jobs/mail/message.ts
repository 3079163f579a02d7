import { plainData, plainLine } from '#domain/plain-text.ts';
import type { Sender } from './env.ts';
import { letterHtml } from './letter-html.ts';
import { letterText } from './letter-text.ts';
import type { Letter } from './letter.ts';
import type { NamedMessage } from './send.ts';

interface Envelope {
  messageId: string;
  now: Date;
  from: Sender;
  /** An address. */
  to: string;
  /** Which letters these are, as mail programs sort them: `veille`, with its name. */
  list: { id: string; name: string };
  /** How one asks to stop. */
  stop: {
    /** An address. */
    to: string;
    /** The subject of the request. */
    subject: string;
    /** The page that asks it, where the site takes forms. */
    url?: string | undefined;
  };
}

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** A letter ready to be sent, with the headers of an automatic letter that one can leave. */
export function letterMessage(letter: Letter, { messageId, now, from, to, list, stop }: Envelope): NamedMessage {
  const plain = plainData(letter);
  const subject = encodeURIComponent(plainLine(stop.subject));
  return {
    messageId,
    date: now,
    from,
    to: { name: '', address: to },
    subject: plainLine(plain.subject),
    text: letterText(plain),
    html: letterHtml(plain),
    headers: {
      'List-Id': `${list.name} <${list.id}.${domainOf(from.address)}>`,
      // RFC 2369: the first that works. Not RFC 8058, whose one click would need a server of ours.
      'List-Unsubscribe': [
        ...(stop.url === undefined ? [] : [`<${stop.url}>`]),
        `<mailto:${stop.to}?subject=${subject}>`,
      ].join(', '),
      'Auto-Submitted': 'auto-generated',
      'Content-Language': 'fr',
    },
    // No attachment is ever read from a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
