/**
 * Who opens `/admin/` alone begins by the board of the day; `/admin/#/…` is the CMS, and so is the answer of a forge to
 * a login, which comes back with a question or a hash. Inline, so that the CMS is not fetched before.
 */
export const DOOR = "if (location.hash === '' && location.search === '') location.replace('/admin/jour/');";

/** Its hash, for the policy of the page. */
export const DOOR_HASH = 'sha256-6FQtbDYJAVNAtJPBSMd+hSfG0UKwJuSHH+ISIM/oE4I=';
