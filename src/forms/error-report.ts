import type { Settings } from '#schemas/settings.ts';

/** Who reads corrections: the network, else the cantine itself; undefined when no e-mail is known. */
export function correctionAddress(
  settings: Pick<Settings, 'email' | 'formRecipients'> | undefined,
  contacts?: { email?: string | undefined },
): string | undefined {
  return settings?.formRecipients.corrections ?? settings?.email ?? contacts?.email;
}

/** The longest address that every mail program still opens (Outlook on Windows: 2 083 signs). */
const MAX_LENGTH = 2000;

/**
 * A `mailto:` address (RFC 6068) with the whole message ready, CRLF between lines. Facts that would make
 * it longer than mail programs accept are left out, from the last.
 * @param page absolute address of the fiche
 * @param facts what the fiche says, a line for each
 */
export function reportAbout(to: string, title: string, page: string, facts: readonly string[]): string {
  for (let kept = facts.length; kept > 0; kept--) {
    const address = mailto(to, title, page, facts.slice(0, kept));
    if (address.length <= MAX_LENGTH) return address;
  }
  return mailto(to, title, page, []);
}

function mailto(to: string, title: string, page: string, facts: readonly string[]): string {
  const body = [
    'Bonjour,',
    '',
    `La fiche «\u00a0${title}\u00a0» contient une erreur\u00a0:`,
    page,
    '',
    ...(facts.length > 0 ? ['Elle dit\u00a0:', ...facts, ''] : []),
    'Ce qui est faux\u00a0:',
    '',
    'Ce qu’il faudrait écrire\u00a0:',
    '',
    'Comment je le sais\u00a0:',
    '',
  ].join('\r\n');
  return `${mailtoStart(to, title)}&body=${encode(body)}`;
}

/** A `mailto:` address that names a fiche and no more, for a list of many. */
export const shortReport = (to: string, title: string, page: string): string =>
  `${mailtoStart(to, title)}&body=${encode(`${page}\r\n\r\n`)}`;

const mailtoStart = (to: string, title: string): string =>
  `mailto:${encode(to).replaceAll('%40', '@')}?subject=${encode(`Une information sur la fiche «\u00a0${title}\u00a0»`)}`;

const encode = (text: string): string => encodeURIComponent(text.toWellFormed());
