import { troubleOf } from '#components/trouble.ts';
import { fold } from '#domain/fold.ts';
import { capitalised } from '#domain/french.ts';
import { ofName } from '#domain/of-name.ts';
import type { FetchShard } from '#places/lookup.ts';
import { isArea, labelOfChoice, type Choice } from '#places/area.ts';
import { isCalled } from '#places/called.ts';
import { placeKeys } from '#places/normalise.ts';
import { tokenOfChoice, understand } from '#places/understand.ts';
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
  /** What names a place when the whole does not: what stands before « ce midi », the postcode beside a word. */
  otherwise: string | undefined;
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

const AMOUNT = /^(?:€|k€|euros?)$/;

const DEPARTEMENT = /^(?:\d{2,3}|2[ab])$/i;

const isAround = (key: string): boolean => AROUND.has(key) || ARTICLES.has(key) || AT.has(key);

/** The text that may name a place, and whether it was said to be one; undefined for a text that names none. */
export function placeIn(typed: string): AskedPlace | undefined {
  const words = typed
    .replace(/[’ʼ]/g, "'")
    .split(/[\s?!.,;«»"]+/)
    .filter(Boolean);
  const keys = words.map(fold);
  const coded = words.findIndex((word) => /^\d{5}$/.test(word));
  const postcode = words[coded];
  // « 15000 euros » is none.
  if (postcode !== undefined && !AMOUNT.test(keys[coded + 1] ?? ''))
    return withPostcode(
      postcode,
      words.filter((_, at) => at !== coded),
    );
  const before = keys.map((key) => AT.has(key) || NEAR.has(key)).lastIndexOf(true);
  if (before >= 0) {
    const after = words.slice(before + 1).join(' ');
    const text = NEAR.has(keys[before] ?? '') ? after.replace(/^(?:d'|de |du |des )/i, '') : after;
    return named(text, true, keys.slice(0, before).every(isAround));
  }
  const within = keys.map((key) => WITHIN.has(key)).lastIndexOf(true);
  if (within >= 0) {
    const text = words.slice(within + (ARTICLES.has(keys[within + 1] ?? '') ? 2 : 1)).join(' ');
    const isAlone = keys.slice(0, within).every(isAround);
    return { text, otherwise: timeless(text), isSure: true, isAlone, isTerritory: true };
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
    ? { text, otherwise: timeless(text), isSure, isAlone, isTerritory: DEPARTEMENT.test(text) }
    : undefined;

/** What stands before « ce midi », when that is enough for a name. */
function timeless(text: string): string | undefined {
  const start = text.replace(AFTER, '');
  return start !== text && start.length >= SHORTEST ? start : undefined;
}

/** A postcode alone, or beside the name of its commune; beside other words a round one may be an amount. */
function withPostcode(postcode: string, others: readonly string[]): AskedPlace {
  const beside = ` ${others.join(' ')}`.replace(AFTER, '').split(' ').filter(Boolean);
  const isAlone = beside.map(fold).every(isAround);
  const text = isAlone ? postcode : [...beside, postcode].join(' ');
  const otherwise = isAlone || postcode.endsWith('000') ? undefined : postcode;
  return { text, otherwise, isSure: true, isAlone, isTerritory: false };
}

const finder = (place: string): string => `/cantines/?${new URLSearchParams({ lieu: place }).toString()}`;

const isNamed = (names: readonly string[], text: string): boolean => placeKeys(text).some((key) => names.includes(key));

/** Whether a choice bears these very words, or begins with them. */
function isMeant(choice: Choice, text: string): boolean {
  if (isArea(choice)) return isCalled(choice, text);
  const words = fold(nameIn(text)).replace(/[\s-]+/g, ' ');
  return isNamed(placeKeys(choice.name), nameIn(text)) || fold(choice.name).replace(/-/g, ' ').startsWith(`${words} `);
}

/** The département in brackets, or the postcode beside, has chosen already. */
const nameIn = (text: string): string => text.replace(/\s*(?:\(.*|\d{5})/, '');

/** What a text means, as the finder understands it, whole words only. */
async function meantBy({ text, isTerritory }: AskedPlace, fetchShard: FetchShard): Promise<readonly Choice[]> {
  if (isTerritory) {
    return zonesOf((await fetchShard('zones')) as ZonesShard).filter((zone) => isCalled(zone, text));
  }
  const { choices, how } = await understand(text, fetchShard, { areas: true, landmarks: [] });
  if (/^\d{5}$/.test(text)) {
    return choices.filter((choice) => !isArea(choice) && choice.postalCodes.includes(text));
  }
  const called = choices.filter((choice) => isMeant(choice, text));
  return how === 'several' ? called : how === 'like' ? [] : called.slice(0, 1);
}

/** The same, of the place that a text begins by when the whole of it is none. */
async function placeBefore(
  asked: AskedPlace,
  fetchShard: FetchShard,
): Promise<{ text: string; choices: readonly Choice[] }> {
  const { text, otherwise } = asked;
  const choices = await meantBy(asked, fetchShard);
  if (choices.length > 0 || otherwise === undefined) return { text, choices };
  return { text: otherwise, choices: await meantBy({ ...asked, text: otherwise }, fetchShard) };
}

const isTerritory = (choice: Choice) => isArea(choice) && choice.kind !== 'neighbour';

function titleOf(choice: Choice): string {
  if (!isArea(choice) || choice.kind === 'neighbour') return `Les cantines près ${ofName(labelOfChoice(choice))}`;
  return `${labelOfChoice(choice)}\u00a0: les cantines ${choice.kind === 'region' ? 'de la région' : 'du département'}`;
}

const toldOf = (choice: Choice): string =>
  isTerritory(choice)
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
    title: isTerritory(first)
      ? `${first.name}\u00a0: les cantines`
      : `Les cantines près ${ofName(choices.every(({ name }) => name === first.name) ? first.name : capitalised(text))}`,
    url: finder(text),
    choices: choices
      .slice(0, MOST_CHOICES)
      .map((choice) => ({ label: labelOfChoice(choice), url: finder(tokenOfChoice(choice)) })),
  };
}
