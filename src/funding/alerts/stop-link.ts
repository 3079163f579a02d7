/** The link of an e-mail that asks to stop: what it needs is in its fragment, which no server sees nor logs. */

/** Where one asks to stop the alerts. */
export const STOP_PAGE = '/alertes/arret/';

/** What is asked to stop. */
export interface Stop {
  /** What the recipient is known by: it tells nothing of the address, and nobody guesses it. */
  code: string;
  /** « Lyon Vaise », « le réseau ». */
  name: string;
}

const CODE = /^[0-9a-f]{32}$/;

/** The longest name that is shown: it comes from an address, which anybody may write. */
const LONGEST = 120;

export const stopLink = (siteUrl: string, { code, name }: Stop): string =>
  `${siteUrl}${STOP_PAGE}#${new URLSearchParams({ code, pour: name }).toString()}`;

/** What the fragment of an address asks to stop; undefined when it is not one of our links. */
export function readStop(fragment: string): Stop | undefined {
  const asked = new URLSearchParams(fragment.replace(/^#/, ''));
  const [code = '', name = ''] = [asked.get('code')?.trim(), asked.get('pour')?.trim()];
  return CODE.test(code) && name !== '' && name.length <= LONGEST ? { code, name } : undefined;
}
