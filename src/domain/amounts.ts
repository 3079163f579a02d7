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
  /(?:^|\s)(?:(?:huit|diz|douz|quinz|vingt|trent|quarant|cinquant|soixant|cent)aines?|milliers?|millions?|milliards?|poignées?)$/i;

/** Parts of a whole that is known: the words that follow are « des convives », never « de convives ». */
const PART = /(?:^|\s)(?:moitié|tiers|quarts?|cinquièmes?|dixièmes?|majorité)$/i;

/** A unit that brings its own link: « des Français », « par repas », « d’impôt ». */
const LINKED = /^(?:d[’']|(?:à|après|au|aux|avant|contre|dans|de|depuis|des|du|en|par|pour|sous|sur)\s)/i;

/** Heard as a vowel; the h of « haricots » is not silent, nor does one say « d’onze » or « d’yaourts ». */
const ELIDES =
  /^(?!onz|oui|uhlan|ululement)(?:[aeiouàâäéèêëîïôöùûüœæ]|yeux|h(?!ach|aie|all|alt|amac|amburger|ameau|anche|andicap|angar|areng|aricot|asard|aut|éros\b|erse|ockey|omard|ors|otte|uit))/i;

const elided = (noun: string): string => (ELIDES.test(noun) ? `d’${noun}` : `de ${noun}`);

/** « les convives » or « convives » as a part is said of them: « des convives ». */
function ofWhole(unit: string): string {
  const [, article, noun = unit] = /^(les?|la|l[’'])\s?(.+)$/is.exec(unit) ?? [];
  if (article === undefined) return /^\p{L}+[sx](?!\p{L})/u.test(unit) ? `des ${unit}` : elided(unit);
  if (/^le$/i.test(article)) return `du ${noun}`;
  return /^les$/i.test(article) ? `des ${noun}` : `de ${unit}`;
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
