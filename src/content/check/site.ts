import { reservedNames, siteAddresses, type Listing, type ReservedNames, type SiteAddresses } from './addresses.ts';
import type { Entries } from './entry.ts';

/** Where a site stands. */
export interface Stage {
  /** True when examples are left out. */
  live: boolean;
  /** True when nothing may be left for the network to write. */
  finished: boolean;
}

/** What the check of an entry needs to know of all the others. */
export interface Site extends Stage {
  entries: Entries;
  listing: Listing;
  addresses: SiteAddresses;
  reserved: ReservedNames;
}

/** What is known of a site from its entries and from what stands beside them. */
export function siteOf(entries: Entries, listing: Listing, { live, finished }: Stage): Site {
  return {
    live,
    finished,
    entries,
    listing,
    addresses: siteAddresses(entries, listing),
    reserved: reservedNames(listing),
  };
}
