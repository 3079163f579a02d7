import { addressLine, townOf } from '#domain/address.ts';
import { formatDate } from '#domain/french.ts';
import { weekInWords } from '#domain/week.ts';
import { BOOKING_RULES, CANTINE_STATUS, type Cantine } from '#schemas/cantines.ts';
import type { Settings } from '#schemas/settings.ts';

/** Who reads corrections: the network, else the cantine itself; undefined when no e-mail is known. */
export function correctionAddress(
  settings: Pick<Settings, 'email' | 'formRecipients'> | undefined,
  contacts?: Cantine['contacts'],
): string | undefined {
  return settings?.formRecipients.corrections ?? settings?.email ?? contacts?.email;
}

/** The longest address that every mail program still opens (Outlook on Windows: 2 083 signs). */
const MAX_LENGTH = 2000;

/** One fact of a fiche is quoted up to here. */
const MAX_FACT = 160;

const clip = (text: string) =>
  (text.length > MAX_FACT ? `${text.slice(0, MAX_FACT - 1)}…` : text).replace(/\s*\n\s*/g, ' ');

/** What a fiche says, each fact with its date. */
function writtenFacts({ status, statusAsOf, address, contacts, openingHours, booking }: Cantine): string[] {
  const fact = (label: string, value: string | undefined, asOf: string | undefined) =>
    `– ${label}\u00a0: ${value ? clip(value) + (asOf ? ` (${formatDate(asOf)})` : '') : 'non renseigné'}`;
  const week = weekInWords(openingHours.slots).map(({ days, services }) => `${days}, ${services.join(', ')}`);
  const rules = (['cook', 'eat'] as const).map((kind) =>
    booking[kind] === 'unknown'
      ? ''
      : `${kind === 'cook' ? 'cuisiner' : 'manger'}, ${BOOKING_RULES[booking[kind]].toLowerCase()}`,
  );
  return [
    fact('État', CANTINE_STATUS[status], statusAsOf),
    fact('Adresse', address.streetAddress ? addressLine(address) : townOf(address), address.asOf),
    fact('Téléphone', contacts.telephone, contacts.asOf),
    fact('E-mail', contacts.email, contacts.asOf),
    fact('Horaires', week.join('\u202f; ') || openingHours.note, openingHours.asOf),
    fact('Inscription', rules.filter(Boolean).join('\u202f; ') || booking.note, booking.asOf),
  ];
}

/** A message to the cantine or the network about a fiche of a cantine. */
export const errorReport = (to: string, cantine: Cantine, page: string): string =>
  reportAbout(to, cantine.title, page, writtenFacts(cantine));

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
  const subject = `Une erreur sur la fiche «\u00a0${title}\u00a0»`;
  return `mailto:${encode(to).replaceAll('%40', '@')}?subject=${encode(subject)}&body=${encode(body)}`;
}

const encode = (text: string): string => encodeURIComponent(text.toWellFormed());
