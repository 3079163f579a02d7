import { linkVerdict } from '#content/check/links.ts';

/** What follows a reader from an e-mail or a network to a page. */
const TRACKERS =
  /^(?:utm_\w+|at_\w+|mtm_\w+|pk_\w+|hsa_\w+|_hs\w+|mc_[ce]id|[gdw]clid|gbraid|wbraid|fbclid|msclkid|yclid|twclid|igshid|si|mkt_tok|vero_\w+|oly_\w+_id|xtor|__s|ref_src|trk\w*)$/i;

/** Pages that only send on to another, and the parameter that says which. */
const RELAYS: readonly (readonly [host: RegExp, path: RegExp, parameter: string])[] = [
  [/(?:^|\.)google\.[a-z.]+$/, /^\/url$/, 'q'],
  [/(?:^|\.)google\.[a-z.]+$/, /^\/url$/, 'url'],
  [/\.safelinks\.protection\.outlook\.com$/, /^\//, 'url'],
  [/^lm?\.(?:facebook|instagram)\.com$/, /^\/l?\.?(?:php)?/, 'u'],
  [/(?:^|\.)linkedin\.com$/, /^\/(?:redir\/redirect|safety\/go)/, 'url'],
  [/^slack-redir\.net$/, /^\/link$/, 'url'],
];

/** A relay may lead to another. */
const MOST_RELAYS = 3;

const NOTHING_OF_OURS = { addresses: new Map<never, never>(), hidden: false };

/**
 * The address that a pasted link may have in a text: without what follows its reader, and as a path when it leads to
 * this very site; undefined when the site would refuse it.
 * @param origin of the site that is written, `https://petitescantines.fr`; without it every address stays whole
 */
export function cleanAddress(href: string, origin?: string): string | undefined {
  const written = href.trim();
  if (!/^(?:https?|mailto|tel):/i.test(written) || !URL.canParse(written)) return undefined;
  const url = destination(new URL(written));
  if (url.origin === origin) return closed(url.pathname + url.search + url.hash);
  // Empty addresses of the site: what leads out is judged by its form alone.
  const address = closed(url.href);
  return linkVerdict(address, NOTHING_OF_OURS) === undefined ? address : undefined;
}

/** What would end an address in Markdown, or make a sign of its letters (`&lt;`), by its number. */
const closed = (address: string): string =>
  address.replace(/[()[\];]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

function destination(url: URL, relays = MOST_RELAYS): URL {
  if (url.protocol === 'mailto:') return new URL(url.href.replace(/\?.*$/s, ''));
  if (!/^https?:$/.test(url.protocol)) return url;
  for (const [host, path, parameter] of relays > 0 ? RELAYS : []) {
    const next = host.test(url.hostname) && path.test(url.pathname) ? url.searchParams.get(parameter) : null;
    if (next !== null && /^https?:\/\//i.test(next) && URL.canParse(next))
      return destination(new URL(next), relays - 1);
  }
  const followed = [...url.searchParams.keys()].filter((name) => TRACKERS.test(name));
  // Untouched otherwise: to write the others anew would change their signs.
  for (const name of followed) url.searchParams.delete(name);
  return url;
}
