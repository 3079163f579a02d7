import type { Settings } from '#schemas/settings.ts';
import { MAX_MAILTO, mailto } from './mailto.ts';

/** Who reads corrections: the network, else the cantine itself; undefined when no e-mail is known. */
export function correctionAddress(
  settings: Pick<Settings, 'email' | 'formRecipients'> | undefined,
  contacts?: { email?: string | undefined },
): string | undefined {
  return settings?.formRecipients.corrections ?? settings?.email ?? contacts?.email;
}

/**
 * A `mailto:` address (RFC 6068) with the whole message ready, CRLF between lines. Facts that would make
 * it longer than mail programs accept are left out, from the last.
 * @param page absolute address of the fiche
 * @param facts what the fiche says, a line for each
 */
export function reportAbout(to: string, title: string, page: string, facts: readonly string[]): string {
  for (let kept = facts.length; kept > 0; kept--) {
    const address = fullReport(to, title, page, facts.slice(0, kept));
    if (address.length <= MAX_MAILTO) return address;
  }
  return fullReport(to, title, page, []);
}

function fullReport(to: string, title: string, page: string, facts: readonly string[]): string {
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
  ].join('\n');
  return mailto(to, subjectOf(title), body);
}

const subjectOf = (title: string): string => `Une information sur la fiche «\u00a0${title}\u00a0»`;
