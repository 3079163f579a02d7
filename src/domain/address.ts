import type { TimeZone } from './time-zones.ts';

interface Address {
  streetAddress?: string | undefined;
  postalCode?: string | undefined;
  addressLocality: string;
}

/** The postcode and the commune: `71000 Mâcon`. */
export function townOf({ postalCode, addressLocality }: Address): string {
  return [postalCode, addressLocality].filter(Boolean).join(' ');
}

/** The address on one line, without its district: `34 rue Joseph-Dufour, 71000 Mâcon`. */
export function addressLine(address: Address): string {
  return [address.streetAddress, townOf(address)].filter(Boolean).join(', ');
}

/** The country that a cantine's time zone tells. */
export function countryOf(timezone: TimeZone): string {
  return timezone === 'Europe/Brussels' ? 'Belgique' : 'France';
}

/** ITU calling codes. */
const CALLING_CODE: Readonly<Record<TimeZone, string>> = {
  'Europe/Paris': '33',
  'Europe/Brussels': '32',
  'America/Guadeloupe': '590',
  'America/Martinique': '596',
  'America/Cayenne': '594',
  'Indian/Reunion': '262',
  'Indian/Mayotte': '262',
};

/** A number as it is dialled from anywhere: `04 26 64 79 24` → `+33 4 26 64 79 24`. */
export function internationalNumber(telephone: string, timezone: TimeZone): string {
  return telephone.replace(/^0/, `+${CALLING_CODE[timezone]} `).replace(/[ .-]+/g, ' ');
}

/** The link that dials a number, from wherever one is. */
export const dialLink = (telephone: string, timezone: TimeZone): string =>
  `tel:${internationalNumber(telephone, timezone).replaceAll(' ', '')}`;

/** An address of the web without what one does not say aloud: `macon.lespetitescantines.org`. */
export function shownUrl(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?|\/$/gi, '');
}

/** The name of a cantine in an address book, where « Mâcon » alone says nothing. */
export function fullName(title: string): string {
  return /petites cantines/i.test(title) ? title : `Les Petites Cantines ${title}`;
}
