import { addressLine, townOf } from '#domain/address.ts';
import { formatDate } from '#domain/date-words.ts';
import { joinServices, weekInWords } from '#domain/week.ts';
import { reportAbout } from '#forms/error-report.ts';
import { BOOKING_RULES, CANTINE_STATUS, type Cantine } from '#schemas/cantines.ts';

/** One fact of a fiche is quoted up to here. */
const MAX_FACT = 160;

const clip = (text: string) =>
  (text.length > MAX_FACT ? `${text.slice(0, MAX_FACT - 1)}…` : text).replace(/\s*\n\s*/g, ' ');

/** What a fiche says, each fact with its date. */
function writtenFacts({ status, statusAsOf, address, contacts, openingHours, booking }: Cantine): string[] {
  const fact = (label: string, value: string | undefined, asOf: string | undefined) =>
    `– ${label}\u00a0: ${value ? clip(value) + (asOf ? ` (${formatDate(asOf)})` : '') : 'pas encore connu'}`;
  const week = weekInWords(openingHours.slots).map(({ days, services }) => `${days}, ${joinServices(services)}`);
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
