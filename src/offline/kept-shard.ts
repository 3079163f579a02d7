/** The path of what is kept of the places that are looked up, by name and by code. */
export const KEPT_SHARD = /^\/lieux\/(?:nom|code)-/;
