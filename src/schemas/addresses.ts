import { fold } from '#domain/fold.ts';

/** What a team calls its mailbox: a word of an address that begins so says that it is shared. */
const SHARED =
  /cantine|\b(?:accueil|administration|adhesion|alerte|asso|bonjour|bureau|collectif|communication|compta|contact|coordination|cuisine|direction|equipe|financement|formation|hello|info|partenaria|porteurs|projet|quartier|reseau|secretariat|subvention|technique|tresorerie|veille|webmaster)/;

/** Mailboxes that anyone may open, for oneself most of the time. */
const FREE_MAIL =
  /^(?:aol|bbox|club-internet|free|gmail|googlemail|gmx|hotmail|icloud|laposte|live|mac|mailo|me|msn|neuf|numericable|orange|outlook|pm|proton|protonmail|sfr|tuta|tutanota|wanadoo|yahoo|ymail|zoho)\.(?:be|ch|co\.uk|com|de|eu|fr|me|net|org|io)$/;

const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^a-z]+/)
    .filter((word) => word.length > 0);

/**
 * True when an address looks like one person's: `prenom.nom@…`, or a free mailbox without a word such as « cantine ».
 * @param names words that make an address a place's, not a person's: « Lyon Vaise » for `lyon.vaise@…`
 */
export function looksPersonal(email: string, names: readonly string[] = []): boolean {
  const [local = '', domain = ''] = fold(email).split('@');
  const name = local.replace(/\+.*$/, '');
  const words = wordsOf(name);
  if (SHARED.test(words.join(' '))) return false;
  const places = new Set(names.flatMap(wordsOf));
  if (words.length > 0 && words.every((word) => places.has(word))) return false;
  // A hyphen is a town's or a district's more often than a person's: croix-rousse@…
  return FREE_MAIL.test(domain) || name.split(/[._]/).filter((part) => wordsOf(part).length > 0).length > 1;
}
