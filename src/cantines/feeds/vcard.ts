import { countryOf, fullName, internationalNumber } from '#domain/address.ts';
import { formatDate } from '#domain/date-words.ts';
import { plainLine, plainText } from '#domain/plain-text.ts';
import { preciseOf } from '#domain/location.ts';
import type { Cantine } from '#schemas/cantines.ts';

const MAX_OCTETS = 75;

/** RFC 6350, 3.4: commas, backslashes and line breaks of a text. */
const escapeText = (text: string): string => plainText(text).replace(/[\\,]/g, '\\$&').replaceAll('\n', '\\n');

/** A component of a value that semicolons divide: elsewhere some readers keep the backslash of an escaped one. */
const escapePart = (text: string): string => escapeText(text).replaceAll(';', '\\;');

/** RFC 6350, 3.2: lines of at most 75 octets, broken between two characters, the next one begun with a space. */
function fold(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > MAX_OCTETS) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}

/** RFC 6350, 4.3.5: the first instant of a partial date. */
function timestampOf(date: string): string {
  const [year = '', month = '01', day = '01'] = date.split('-');
  return `${year}${month}${day}T000000Z`;
}

/** When the newest fact of the entry was true or read: a build on another day gives the same card. */
function revisionOf(cantine: Cantine): string | undefined {
  const { address, contacts, booking, membership, price, openingHours, capacity, accessibility } = cantine;
  const groups = [address, contacts, booking, membership, price, openingHours, capacity, accessibility];
  const confirmed = cantine.confirmations.map(({ on }) => on);
  const dates = [cantine.statusAsOf, cantine.verifiedOn, ...confirmed, ...groups.map((group) => group.asOf)];
  return dates
    .flatMap((date) => (date ? timestampOf(date) : []))
    .toSorted()
    .at(-1);
}

const said = (fact: string, date: string | undefined) => `${fact}\u00a0: ${date ? formatDate(date) : 'à confirmer'}.`;

function noteOf({ address, contacts, verifiedOn }: Cantine, page: string): string {
  const { email, telephone, website, booking } = contacts;
  return [
    address.district && `${address.district}.`,
    (address.streetAddress ?? address.district) && said('Adresse', address.asOf),
    (email ?? telephone ?? website ?? booking) && said('Contacts', contacts.asOf),
    verifiedOn && said('Fiche relue', verifiedOn),
    `À confirmer auprès de la cantine\u00a0; fiche à jour\u00a0: ${page}`,
  ]
    .filter(Boolean)
    .join(' ');
}

/**
 * A cantine as a contact, vCard 4.0 (RFC 6350): UTF-8, lines ended by CRLF.
 * @param page absolute address of its fiche, also the identity of the contact
 */
export function vcardOf(cantine: Cantine, page: string): string {
  const { title, association, address, contacts, location, timezone } = cantine;
  const name = fullName(title);
  const place = ['', '', address.streetAddress, address.addressLocality, '', address.postalCode, countryOf(timezone)];
  const point = preciseOf(location);
  const text = (property: string, value: string | undefined) =>
    value === undefined ? [] : `${property}:${escapeText(value)}`;
  const ready = (property: string, value: string | undefined) =>
    value === undefined ? [] : `${property}:${plainLine(value)}`;
  const { email, telephone, website } = contacts;
  return [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:org',
    ready('UID', page),
    text('FN', name),
    ready('ORG', escapePart(association ?? name)),
    `ADR;TYPE=work:${place.map((part) => escapePart(part ?? '')).join(';')}`,
    text('TEL;TYPE=work', telephone && internationalNumber(telephone, timezone)),
    text('EMAIL;TYPE=work', email),
    ready('URL', website),
    ready('URL', page),
    point ? `GEO:geo:${point.latitude},${point.longitude}` : [],
    'LANG:fr',
    text('NOTE', noteOf(cantine, page)),
    ready('REV', revisionOf(cantine)),
    'END:VCARD',
  ]
    .flat()
    .map((line) => `${fold(line)}\r\n`)
    .join('');
}
