import { createHash } from 'node:crypto';

/**
 * Run where it stands in <cantine-finder>, before the page is first seen: an address that names a place opens on its
 * answer, so the top is folded from the start instead of moving away once the place is found.
 */
export const FOLD =
  "if(new URLSearchParams(location.search).get('lieu'))document.currentScript.parentElement.dataset.placed=''";

/** Its hash, for the content security policy of the page. */
export const FOLD_HASH = `sha256-${createHash('sha256').update(FOLD).digest('base64')}` as const;
