import { troubleOf } from '#components/trouble.ts';
import { fold } from '#domain/fold.ts';
import { ofName } from '#domain/of-name.ts';
import { suggest, type FetchShard } from '#places/lookup.ts';
import { isArea, labelOfChoice, type Area, type Choice } from '#places/area.ts';
import { placeKeys, keyOf } from '#places/normalise.ts';
import type { Place } from '#places/place.ts';
import { tokenOfChoice } from '#places/understand.ts';
import { zonesOf, type ZonesShard } from '#places/zones.ts';
import { meaningsOf } from './meanings.ts';
import { wordsIn } from './question.ts';
import type { Vocabulary } from './spelling.ts';

/** The cantines near a place that was typed, or in a territory: the finder answers, no page does. */
export interface PlaceAnswer {
  /** « Les cantines près d’Oullins-Pierre-Bénite (69) », « Bretagne : les cantines de la région » */
  title: string;
  url: string;
  /** What is found there. */
  told: string;
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
  /** True when only a territory is named so: `en Bretagne`, `75`. */
  isTerritory: boolean;
};

const MOST_CHOICES = 4;

/** Letters of the shortest name that is looked for. */
const SHORTEST = 3;

const ARTICLES = wordsIn('le la les un une du de des');

/** What stands around the name of a place when one looks for a table, folded. */
const AROUND = wordsIn(`
  ou petite petites cantine cantines restaurant restaurants resto restos repas table tables
  manger dejeuner diner cuisiner trouver aller habite j'habite je suis chez quartier ville departement region
  participatif participative participatifs solidaire solidaires associatif associative proche pres autour`);

/** What is said just before a place, folded: `à Nantes`, `près de Nantes`. */
const AT = wordsIn('a au aux vers sur');
const NEAR = wordsIn('pres autour cote proche environs');
/** The same, of a territory: `en Bretagne`, `dans le Rhône`. */
const WITHIN = wordsIn('en dans');

/** What says when or how, after a place: `à Nantes ce midi`, `Lyon en fauteuil`. */
const AFTER =
  /\s(?:ce|cet|cette|demain|aujourd'hui|maintenant|midi|soir|matin|\p{L}+di|dimanche|en|pour|avec|sans|et|ou|le|la|les|un|une)(?:\s.*|$)/iu;

const DEPARTEMENT = /^(?:\d{2,3}|2[ab])$/i;

const isAround = (key: string): boolean => AROUND.has(key) || ARTICLES.has(key) || AT.has(key);

/** The text that may name a place, and whether it was said to be one; undefined for a text that names none. */
export function placeIn(typed: string): AskedPlace | undefined {
  const words = typed
    .replace(/[’ʼ]/g, "'")
    .split(/[\s?!.,;«»"]+/)
    .filter(Boolean);
  const keys = words.map(fold);
  const postcode = words.find((word) => /^\d{5}$/.test(word));
  if (postcode !== undefined) return { text: postcode, isSure: true, isAlone: true, isTerritory: false };
  const before = keys.map((key) => AT.has(key) || NEAR.has(key)).lastIndexOf(true);
  if (before >= 0) {
    const after = words.slice(before + 1).join(' ');
    const text = NEAR.has(keys[before] ?? '') ? after.replace(/^(?:d'|de |du |des )/i, '') : after;
    return named(text, true, keys.slice(0, before).every(isAround));
  }
  const within = keys.map((key) => WITHIN.has(key)).lastIndexOf(true);
  if (within >= 0) {
    const text = words.slice(within + (ARTICLES.has(keys[within + 1] ?? '') ? 2 : 1)).join(' ');
    return { text, isSure: true, isAlone: keys.slice(0, within).every(isAround), isTerritory: true };
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
  DEPARTEMENT.test(text) || /^\p{L}../u.test(text)
    ? { text, isSure, isAlone, isTerritory: DEPARTEMENT.test(text) }
    : undefined;

const finder = (place: string): string => `/cantines/?${new URLSearchParams({ lieu: place }).toString()}`;

const isNamed = (names: readonly string[], text: string): boolean => placeKeys(text).some((key) => names.includes(key));

/** The places that bear this very name or postcode. */
function bearing(text: string, places: readonly Place[]): Place[] {
  if (/^\d{5}$/.test(text)) return places.filter(({ postalCodes }) => postalCodes.includes(text));
  const key = keyOf(nameIn(text));
  return places.filter(({ name }) => placeKeys(name).includes(key));
}

/** The first whose name begins with these words. */
const beginning = (text: string, places: readonly Place[]): Place[] => {
  const words = fold(nameIn(text)).replace(/[\s-]+/g, ' ');
  return places.filter(({ name }) => fold(name).replace(/-/g, ' ').startsWith(`${words} `)).slice(0, 1);
};

/** The département in brackets has chosen already. */
const nameIn = (text: string): string => text.replace(/\s*\(.*/, '');

/** What a text means, of the territories and of the communes; a commune means the département of its name too. */
async function meantBy({ text, isTerritory }: AskedPlace, fetchShard: FetchShard): Promise<readonly Choice[]> {
  const zones = zonesOf((await fetchShard('zones')) as ZonesShard).filter(({ keys }) => isNamed(keys, text));
  if (isTerritory) return zones;
  const suggested = await suggest(text, fetchShard);
  const places = bearing(text, suggested);
  const isTheirSeat = ({ name, within }: Area) =>
    places.some(({ name: own, departement }) => own === name && within?.includes(departement.code));
  const meant = [...zones.filter((zone) => !isTheirSeat(zone)), ...places];
  return meant.length > 0 || /^\d/.test(text) ? meant : beginning(text, suggested);
}

/** The same, of the place that a text begins by when the whole of it is none. */
async function placeBefore(
  asked: AskedPlace,
  fetchShard: FetchShard,
): Promise<{ text: string; choices: readonly Choice[] }> {
  const { text } = asked;
  const choices = await meantBy(asked, fetchShard);
  const start = text.replace(AFTER, '');
  if (choices.length > 0 || start === text || start.length < SHORTEST) return { text, choices };
  return { text: start, choices: await meantBy({ ...asked, text: start }, fetchShard) };
}

function titleOf(choice: Choice): string {
  if (!isArea(choice)) return `Les cantines près ${ofName(labelOfChoice(choice))}`;
  return `${labelOfChoice(choice)}\u00a0: les cantines ${choice.kind === 'region' ? 'de la région' : 'du département'}`;
}

const toldOf = (choice: Choice): string =>
  isArea(choice)
    ? 'Celles de là d’abord, puis les plus proches, et ce que l’on sait de leurs jours et de leurs horaires.'
    : 'La plus proche, sa distance, et ce que l’on sait de ses jours et de ses horaires.';

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
  const name = asked.text.replace(AFTER, '');
  const isWord = /^\p{Ll}/u.test(vocabulary.written(name) ?? '') || meaningsOf(name).length > 0;
  const isOrdinary = isWord && !(asked.isSure && /^\p{Lu}/u.test(asked.text));
  if (isOrdinary) return undefined;
  const { isAlone } = asked;
  const { text, choices } = await placeBefore(asked, fetchShard).catch((error: unknown) => {
    troubleOf(error);
    return { text: '', choices: [] };
  });
  const [first, second] = choices;
  if (!first) return undefined;
  const answer = { asked: text, told: toldOf(first), isAlone };
  if (!second) return { ...answer, title: titleOf(first), url: finder(tokenOfChoice(first)), choices: [] };
  return {
    ...answer,
    title: isArea(first)
      ? `${first.name}\u00a0: les cantines`
      : `Les cantines près ${ofName(/^\d/.test(text) ? text : first.name)}`,
    url: finder(text),
    choices: choices
      .slice(0, MOST_CHOICES)
      .map((choice) => ({ label: labelOfChoice(choice), url: finder(tokenOfChoice(choice)) })),
  };
}
