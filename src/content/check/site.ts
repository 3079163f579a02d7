import { reservedNames, siteAddresses, type Listing, type ReservedNames, type SiteAddresses } from './addresses.ts';
import type { Entries } from './entry.ts';

/** What the check of an entry needs to know of all the others. */
export interface Site {
  entries: Entries;
  addresses: SiteAddresses;
  reserved: ReservedNames;
  /** True when nothing may be left for the network to write: the site goes online. */
  finished: boolean;
}

/** What is known of a site from its entries and from what stands beside them. */
export function siteOf(entries: Entries, listing: Listing, { finished }: Pick<Site, 'finished'>): Site {
  return { entries, addresses: siteAddresses(entries, listing), reserved: reservedNames(listing), finished };
}
