/** Half of a sign of two parts, which no address can hold. */
const LONE_HALF = /\p{Surrogate}/gu;

const encode = (text: string): string => encodeURIComponent(text.replace(LONE_HALF, '\ufffd'));

/** A `mailto:` address (RFC 6068) with its subject and its body, CRLF between lines. */
export const mailto = (to: string, subject: string, body: string): string =>
  `mailto:${encode(to).replaceAll('%40', '@')}?subject=${encode(subject)}&body=${encode(body.replace(/\r?\n/g, '\r\n'))}`;

/** The longest address that every mail program still opens (Outlook on Windows: 2 083 signs). */
export const MAX_MAILTO = 2000;
