import { troubleOf } from '#components/trouble.ts';
import { fold } from '#domain/fold.ts';
import { ofName } from '#domain/of-name.ts';
import { suggest, tokenOf, type FetchShard } from '#places/lookup.ts';
import { placeKeys, keyOf } from '#places/normalise.ts';
import { labelOf, type Place } from '#places/place.ts';
import { wordsIn } from './question.ts';
import type { Vocabulary } from './spelling.ts';

/** The cantines near a place that was typed: the finder answers, no page does. */
export interface PlaceAnswer {
  /** « Les cantines près d’Oullins-Pierre-Bénite (69) » */
  title: string;
  url: string;
  /** What was typed of it. */
  asked: string;
  /** The places of that name, when there are several: the visitor chooses. */
  choices: { label: string; url: string }[];
  /** True when nothing else is asked. */
  isAlone: boolean;
}

/** What is asked of a place. */
export type AskedPlace = Pick<PlaceAnswer, 'isAlone'> & {
  text: string;
  /** True when it was asked for near a place, or by a postcode: not a word that happens to be a village. */
  isSure: boolean;
};

const MOST_CHOICES = 4;

const ARTICLES = wordsIn('le la les un une du de des');

/** What stands around the name of a place when one looks for a table, folded. */
const AROUND = wordsIn(`
  ou petite petites cantine cantines restaurant restaurants resto restos repas table tables
  manger dejeuner diner cuisiner trouver aller habite j'habite je suis chez quartier ville
  participatif participative participatifs solidaire solidaires associatif associative proche pres autour`);

/** What is said just before a place, folded: `à Nantes`, `près de Nantes`. */
const AT = wordsIn('a au aux vers sur');
const NEAR = wordsIn('pres autour cote proche environs');

const isAround = (key: string): boolean => AROUND.has(key) || ARTICLES.has(key) || AT.has(key);

/** The text that may name a place, and whether it was said to be one; undefined for a text that names none. */
export function placeIn(typed: string): AskedPlace | undefined {
  const words = typed
    .replace(/[’ʼ]/g, "'")
    .split(/[\s?!.,;«»"]+/)
    .filter(Boolean);
  const keys = words.map(fold);
  const postcode = words.find((word) => /^\d{5}$/.test(word));
  if (postcode !== undefined) return { text: postcode, isSure: true, isAlone: true };
  const before = keys.map((key) => AT.has(key) || NEAR.has(key)).lastIndexOf(true);
  if (before >= 0) {
    const after = words.slice(before + 1).join(' ');
    const text = NEAR.has(keys[before] ?? '') ? after.replace(/^(?:d'|de |du |des )/i, '') : after;
    return named(text, true, keys.slice(0, before).every(isAround));
  }
  const first = keys.findIndex((key) => !isAround(key));
  const last = keys.map(isAround).lastIndexOf(false);
  const around = [...keys.slice(0, first), ...keys.slice(last + 1)];
  return first < 0
    ? undefined
    : named(
        words.slice(first, last + 1).join(' '),
        around.some((key) => AROUND.has(key)),
        true,
      );
}

const named = (text: string, isSure: boolean, isAlone: boolean): AskedPlace | undefined =>
  /^\p{L}../u.test(text) ? { text, isSure, isAlone } : undefined;

const finder = (place: string): string => `/cantines/?${new URLSearchParams({ lieu: place }).toString()}`;

/** The places that bear this very name or postcode, or whose name begins with these words. */
function meant(text: string, places: readonly Place[]): Place[] {
  if (/^\d{5}$/.test(text)) return places.filter(({ postalCodes }) => postalCodes.includes(text));
  // The département in brackets has chosen already.
  const name = text.replace(/\s*\(.*/, '');
  const [key, words] = [keyOf(name), fold(name).replace(/[\s-]+/g, ' ')];
  const isExact = (place: Place) => placeKeys(place.name).includes(key);
  const begins = (place: Place) => fold(place.name).replace(/-/g, ' ').startsWith(`${words} `);
  const exact = places.filter(isExact);
  return exact.length > 0 ? exact : places.filter(begins).slice(0, 1);
}

/**
 * What the finder would answer to this text; undefined when it names no place, or when places cannot be looked up: the
 * pages are still searched.
 */
export async function answerPlace(
  typed: string,
  fetchShard: FetchShard,
  vocabulary: Pick<Vocabulary, 'written'>,
): Promise<PlaceAnswer | undefined> {
  const asked = placeIn(typed);
  if (!asked) return undefined;
  // Many a word is a village too, `table`, `pauvres`: the pages write it with a small letter.
  const written = vocabulary.written(asked.text) ?? '';
  const isOrdinary = /^\p{Ll}/u.test(written) && !(asked.isSure && /^\p{Lu}/u.test(asked.text));
  if (isOrdinary) return undefined;
  const suggested = await suggest(asked.text, fetchShard).catch((error: unknown) => {
    troubleOf(error);
    return [];
  });
  const places = meant(asked.text, suggested);
  const [first, second] = places;
  if (!first) return undefined;
  const { text, isAlone } = asked;
  if (!second) {
    const title = `Les cantines près ${ofName(labelOf(first))}`;
    return { title, url: finder(tokenOf(first)), asked: text, choices: [], isAlone };
  }
  const choices = places
    .slice(0, MOST_CHOICES)
    .map((place) => ({ label: labelOf(place), url: finder(tokenOf(place)) }));
  const title = `Les cantines près ${ofName(/^\d/.test(text) ? text : first.name)}`;
  return { title, url: finder(text), asked: text, choices, isAlone };
}
