import { dialLink, shownUrl } from '#domain/address.ts';
import type { TimeZone } from '#domain/time-zones.ts';
import type { Cantine } from '#schemas/cantines.ts';
import type { Settings } from '#schemas/settings.ts';

/** A way to ask somebody something about a cantine. */
export interface Way {
  /** What to do, in a sentence: `appelez la cantine`. */
  act: string;
  /** The same on a button: `Appeler`. */
  label: string;
  href: string;
  /** The number or address itself. */
  shown: string;
}

/** Whom the network says to ask. */
export type NetworkContacts = Partial<Pick<Settings, 'email' | 'telephone' | 'website'>>;

interface Asked extends Pick<Cantine, 'timezone'> {
  contacts: Partial<Cantine['contacts']>;
}

/**
 * The nearest way to ask: the cantine that answers, else the network that does, else a public page. Undefined when
 * nobody has written any.
 */
export function wayToAsk({ contacts, timezone }: Asked, network: NetworkContacts | undefined): Way | undefined {
  const { telephone, email, website, booking } = contacts;
  if (telephone) return call('appelez la cantine', 'Appeler', telephone, timezone);
  if (email) return write('écrivez à la cantine', 'Écrire', email);
  if (network?.email) return write('écrivez au réseau', 'Écrire au réseau', network.email);
  if (network?.telephone) return call('appelez le réseau', 'Appeler le réseau', network.telephone, 'Europe/Paris');
  if (website) return read('passez par le site de la cantine', 'Le site de la cantine', website);
  if (booking) return read('passez par sa page d’inscription', 'Sa page d’inscription', booking);
  return network?.website ? read('passez par le site du réseau', 'Le site du réseau', network.website) : undefined;
}

const call = (act: string, label: string, number: string, zone: TimeZone): Way => ({
  act,
  label,
  href: dialLink(number, zone),
  shown: number.replaceAll(' ', '\u00a0'),
});

const write = (act: string, label: string, address: string): Way => ({
  act,
  label,
  href: `mailto:${address}`,
  shown: address,
});

const read = (act: string, label: string, url: string): Way => ({ act, label, href: url, shown: shownUrl(url) });
