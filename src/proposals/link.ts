/** Where a proposal opens in the CMS: after this, in the fragment, which no server sees. */
export const PROPOSAL_FRAGMENT = '#/propositions/';

/** A text as signs that an address holds as they are (base64url, RFC 4648 §5). */
export function encoded(text: string): string {
  const bytes = new TextEncoder().encode(text);
  // By parts: a function does not take as many arguments as a text may have bytes.
  let binary = '';
  for (let from = 0; from < bytes.length; from += 8192) {
    binary += String.fromCharCode(...bytes.subarray(from, from + 8192));
  }
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The text back; undefined when it is none that `encoded` writes. */
export function decoded(signs: string): string | undefined {
  if (!/^[\w-]+$/.test(signs)) return undefined;
  try {
    const binary = atob(signs.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The address that opens a proposal in the CMS of a site. */
export const proposalLink = (siteUrl: string, proposal: string): string =>
  `${siteUrl}/admin/${PROPOSAL_FRAGMENT}${encoded(proposal)}`;
