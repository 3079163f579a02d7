import { formatNumber } from './numbers.ts';

/** A number of things, as French says it: in figures or in words, then what it counts. */
export interface Counted {
  value: number;
  /** Its words, where a number alone would not do: « une quinzaine », « 60 à 80 % ». */
  display?: string | undefined;
  /** What it counts: « cantines », « € à réunir », « % des convives ». */
  unit: string;
}

/** Words that want « de » before what they count, like a noun does. */
const COLLECTIVE =
  /(?:^|[\s-])(?:(?:huit|diz|douz|quinz|vingt|trent|quarant|cinquant|soixant|cent)aines?|milliers?|millions?|milliards?|poignées?)(?: et demie?)?$/i;

/** Parts of a whole that is known: the words that follow are « des convives », never « de convives ». */
const PART = /(?:^|[\s-])(?:moitié|tiers|quarts?|cinquièmes?|dixièmes?|majorité)$/i;

/** A unit that brings its own link: « des Français », « par repas », « d’impôt ». */
const LINKED = /^(?:d[’']|(?:à|après|au|aux|avant|contre|dans|de|depuis|des|du|en|par|pour|sous|sur)\s)/i;

/** Words whose h is not silent: all in « hâ » and « hou », most in « ha ». */
const ASPIRATED =
  /^h(?:â|ou|a(?!bi|gio|lei|lieu|llu|lo[gp]|ltère|meçon|rmon)|e(?:nn|rni|rse|urt)|é(?:riss|ron|ros\b)|êt|i(?:bou|deu|érar|ppie|ss)|o(?:bb|che|ck|lding|lland|mard|ngr|nt|quet|rde|rs|t-?dog|tte)|u(?:blot|che|ée|guenot|it(?!r)|ppe|rl|tte))/i;

/** Heard as a vowel; one does not say « d’onze » nor « d’yaourts ». */
const VOWEL = /^(?!onz|oui|uhlan|ululement)(?:[aeiouàâäéèêëîïôöùûüœæ]|yeux|h)/i;

const elides = (noun: string): boolean => VOWEL.test(noun) && !ASPIRATED.test(noun);

const elided = (noun: string): string => (elides(noun) ? `d’${noun}` : `de ${noun}`);

/** Words that stand where an article would, « notre budget », « un repas », and the quarter of an hour. */
const NO_ARTICLE =
  /^(?:\d|(?:ce|cet|cette|ces|chaque|deux|heure|leurs?|mon|ma|mes|nos|notre|plusieurs|son|sa|ses|tous|toute?s?|une?|vos|votre)(?!\p{L}))/iu;

/** Endings that tell the gender of a noun, but for the words that they would mistake. */
const FEMININE = /^(?!silence(?!\p{L}))\p{Ll}*(?:[tsx]ion|aison|ette|[ae]nce|ude)(?!\p{L})/u;
const MASCULINE =
  /^(?!(?:chair|clef|dent|dot|faim|fin|forêt|main|mer|mort|nuit|part|soif)(?!\p{L}))(?:temps|prix|don|\p{Ll}*(?:[bcdfgklmpt]|[^ou\P{Ll}]r|[^o\P{Ll}]n|\p{Ll}{2}eau))(?!\p{L})/u;

/** « les convives », « convives » or « budget » as a part is said of them: « des convives », « du budget ». */
function ofWhole(unit: string): string {
  const [, article, noun = unit] = /^(les?|la|l[’'])\s?(.+)$/is.exec(unit) ?? [];
  if (article === undefined) return ofBareWhole(unit);
  if (/^le$/i.test(article)) return `du ${noun}`;
  return /^les$/i.test(article) ? `des ${noun}` : `de ${unit}`;
}

/** The article that a unit lacks, where its first word tells which. */
function ofBareWhole(unit: string): string {
  if (NO_ARTICLE.test(unit)) return elided(unit);
  if (MASCULINE.test(unit) && !elides(unit)) return `du ${unit}`;
  if (/^\p{L}+[sx](?!\p{L})/u.test(unit)) return `des ${unit}`;
  if (/^\p{Ll}/u.test(unit) && elides(unit)) return `de l’${unit}`;
  return FEMININE.test(unit) ? `de la ${unit}` : elided(unit);
}

/** What an amount counts, with the link that French puts between: « une quinzaine » → « de projets ». */
function linkedTo(words: string, unit: string): string {
  if (LINKED.test(unit)) return unit;
  if (COLLECTIVE.test(words)) return elided(unit);
  return PART.test(words) ? ofWhole(unit) : unit;
}

/**
 * An amount and what it counts, apart, as a card sets them: « 110 000 € » then « à réunir pour ouvrir à Roanne »,
 * « une quinzaine » then « de projets », « 97,5 % » then « des convives ». Either may be all there is.
 */
export function splitAmount({ value, display, unit }: Counted): { amount: string; unit: string } {
  if (display !== undefined) return { amount: display, unit: linkedTo(display, unit) };
  // « 110 000 € » is one thing: its sign does not begin the next line.
  const [, sign, rest = ''] = /^([€%])(?:\s+(.*))?$/s.exec(unit) ?? [];
  const number = formatNumber(value);
  return sign === undefined ? { amount: number, unit } : { amount: `${number}\u00a0${sign}`, unit: rest };
}

/** The same in one piece: « une vingtaine d’administrateurs », « 19 000 convives par an ». */
export function sayAmount(counted: Counted): string {
  const { amount, unit } = splitAmount(counted);
  return unit === '' ? amount : `${amount}${counted.display === undefined ? '\u00a0' : ' '}${unit}`;
}
