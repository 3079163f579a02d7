/**
 * Who opens `/admin/` alone begins by the board of the day; `/admin/#/…` is the CMS, and so is the answer of a forge to
 * a login, which comes back with a question or a hash, and a form that is reloaded: Decap takes the hash out of its
 * address. Inline, so that the CMS is not fetched before.
 */
export const DOOR =
  "if (location.hash === '' && location.search === '' && performance.getEntriesByType('navigation')[0]?.type === 'navigate') location.replace('/admin/jour/');";

/** Its hash, for the policy of the page. */
export const DOOR_HASH = 'sha256-puUJ4QVGlGnMhQH2dzck/LLbBPLGpf/i0qGmj6YgVXQ=';
