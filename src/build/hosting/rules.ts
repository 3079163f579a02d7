/**
 * The headers of every address of the site: the one table from which `_headers` is written, and any other recipe of a
 * host. A rule is for a first part of a path and all that is below it: `cantines` is `/cantines/`, its feeds, and
 * `/cantines/lyon-vaise/`.
 */
export type Headers = Readonly<Record<string, string>>;

/** What every answer carries. */
export const EVERYWHERE: Headers = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'geolocation=(self), camera=(), microphone=(), payment=(), usb=()',
  'Strict-Transport-Security': 'max-age=31536000',
};

const OWN_FRAMES = { 'Content-Security-Policy': "frame-ancestors 'self'" };
const ASK_AGAIN = { 'Cache-Control': 'no-cache' };
const FIVE_MINUTES = { 'Cache-Control': 'public, max-age=300, must-revalidate' };
const A_DAY = { 'Cache-Control': 'public, max-age=86400' };
const FOR_US = { 'Cross-Origin-Resource-Policy': 'same-origin' };
/** Pages stand beside their feeds and cards, which other sites may use; none of them is behind a login. */
const FOR_ANYONE = { 'Cross-Origin-Resource-Policy': 'cross-origin' };
const NOT_LISTED = { 'X-Robots-Tag': 'noindex' };
const OPEN_DATA = { 'Access-Control-Allow-Origin': '*' };

/**
 * A page, and whatever has no rule of its own. The rest of its policy is in the page itself: as a header it would also
 * bind the search’s worker, which needs WebAssembly.
 */
export const PAGE: Headers = {
  ...OWN_FRAMES,
  ...ASK_AGAIN,
  ...FOR_ANYONE,
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** By first part of the path, what is not served as a page is. */
export const PLACES: Readonly<Record<string, Headers>> = {
  // Its name says what it holds.
  _astro: { 'Cache-Control': 'public, max-age=31536000, immutable', ...FOR_US },
  // The login of some forges answers in a window of its own.
  admin: { ...PAGE, ...NOT_LISTED, ...FOR_US, 'Cross-Origin-Opener-Policy': 'same-origin-allow-popups' },
  // Made for the frames of other sites.
  embed: { 'Content-Security-Policy': 'frame-ancestors *', ...ASK_AGAIN, ...FOR_ANYONE },
  alertes: { ...PAGE, ...NOT_LISTED },
  'hors-ligne': { ...PAGE, ...NOT_LISTED },
  'icon.svg': { ...A_DAY, ...FOR_ANYONE },
  icones: { ...A_DAY, ...FOR_ANYONE },
  // Read by scripts that come anew with each build.
  lieux: { ...FIVE_MINUTES, ...FOR_US },
  pagefind: { ...FIVE_MINUTES, ...FOR_US },
  // Named by their bytes.
  photos: { 'Cache-Control': 'public, max-age=31536000, immutable', ...FOR_ANYONE },
  partage: { ...A_DAY, ...FOR_ANYONE },
  schemas: { ...OPEN_DATA, ...ASK_AGAIN, ...FOR_ANYONE },
  // The worker of those who keep the list offline: a change reaches them at their next visit.
  'sw.js': { ...ASK_AGAIN, ...FOR_US },
  // What editors upload is looked at, never run: a scripted picture must not reach the CMS, on the same origin.
  uploads: {
    'Content-Security-Policy': "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox",
    ...FIVE_MINUTES,
    ...FOR_ANYONE,
  },
};

const ATOM = { 'Content-Type': 'application/atom+xml; charset=utf-8' };
const CALENDAR = { 'Content-Type': 'text/calendar; charset=utf-8' };

/** What one address has besides: open data, which other sites may read from a browser. */
export const FILES: Readonly<Record<string, Headers>> = {
  '/acceslibre.csv': OPEN_DATA,
  '/cantines.csv': OPEN_DATA,
  '/cantines.geojson': { ...OPEN_DATA, 'Content-Type': 'application/geo+json; charset=utf-8' },
  '/cantines.json': OPEN_DATA,
  '/chiffres.csv': OPEN_DATA,
  '/chiffres.json': OPEN_DATA,
  '/financements.csv': OPEN_DATA,
  '/financements.ics': { ...OPEN_DATA, ...CALENDAR },
  '/financements.json': OPEN_DATA,
  '/financements.xml': { ...OPEN_DATA, ...ATOM },
  '/llms.txt': { ...OPEN_DATA, 'Content-Type': 'text/plain; charset=utf-8' },
  '/plaidoyer.xml': { ...OPEN_DATA, ...ATOM },
  '/plaidoyer/references.bib': { ...OPEN_DATA, 'Content-Type': 'application/x-bibtex; charset=utf-8' },
  '/plaidoyer/references.json': {
    ...OPEN_DATA,
    'Content-Type': 'application/vnd.citationstyles.csl+json; charset=utf-8',
  },
  '/sessions.ics': { ...OPEN_DATA, ...CALENDAR },
  '/sessions.json': { ...OPEN_DATA, 'Content-Type': 'application/feed+json; charset=utf-8' },
  '/sessions.xml': { ...OPEN_DATA, ...ATOM },
};

/** The headers of a path, as it is once decoded: `/cantines/lyon-vaise/`. */
export function headersFor(path: string): Headers {
  const [, first = ''] = path.split('/');
  const place = Object.hasOwn(PLACES, first) ? PLACES[first] : PAGE;
  const file = Object.hasOwn(FILES, path) ? FILES[path] : {};
  return { ...EVERYWHERE, ...place, ...file };
}
