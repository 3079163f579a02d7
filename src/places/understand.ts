import { departementOf } from '#domain/insee.ts';
import { isArea, type Area, type Choice } from './area.ts';
import { landmarkAreas, type Landmark } from './landmark.ts';
import { placeOfCode, placeOfToken, search, spelledLike, tokenOf, type FetchShard, type Found } from './lookup.ts';
import { isCalled } from './called.ts';
import { keyOf } from './normalise.ts';
import { nearestFirst } from './spelling.ts';
import { neighboursOf, zonesOf, type NeighboursShard, type ZonesShard } from './zones.ts';

/** What a text means. */
export interface Understanding {
  /** What it may mean, the likeliest first. */
  choices: readonly Choice[];
  /**
   * `one`: the first choice is the one. `several`: they bear that very name. `begun`: they begin as the text does.
   * `like`: they are spelled nearly so, or they are where a postcode would be. `none`: there is no choice.
   */
  how: 'one' | 'several' | 'begun' | 'like' | 'none';
}

/** The places that are no communes of France. */
export interface Known {
  /** Whether territories and towns beyond the border are places, where a point is enough. */
  areas: boolean;
  /** Those that the page itself knows by their name. */
  landmarks: readonly Landmark[];
}

/** How many choices are shown, unless more bear the very name. */
const MOST = 8;

/** How many larger communes may hide behind the name of a small one. */
const MOST_LARGER = 3;

/** What is known, and where the rest is asked for. */
interface Sources {
  fetchShard: FetchShard;
  areas: boolean;
  landmarks: readonly Area[];
}

const NOTHING: Understanding = { choices: [], how: 'none' };

/**
 * What a text means: the cantine, the commune, the territory or the town of that name when there is only one, else
 * those between which one chooses. A name that a larger commune begins with means both: Romans in the Ain, and
 * Romans-sur-Isère.
 * @throws as `fetchShard`, or when a shard is none of this site
 */
export async function understand(text: string, fetchShard: FetchShard, known: Known): Promise<Understanding> {
  if (keyOf(text) === '') return NOTHING;
  const sources: Sources = { fetchShard, areas: known.areas, landmarks: areasOf(known.landmarks) };
  const { landmarks } = sources;
  const addressed = await addressedBy(text, sources);
  if (addressed) return { choices: [addressed], how: 'one' };
  const [found, zones] = await Promise.all([search(text, fetchShard), known.areas ? zonesIn(fetchShard) : []]);
  const named = shown(namedBy(text, found, { landmarks, zones }), Infinity);
  const [first] = named;
  // The communes of a postcode are neighbours.
  const how = named.length === 1 || isCode(text) ? 'one' : 'several';
  if (first) return { choices: shown([...named, ...found.places], named.length), how };
  const coded = isCode(text) ? await placeOfCode(text.replace(/\s/g, ''), fetchShard) : undefined;
  if (coded) return { choices: [coded], how: 'one' };
  const areas = [...landmarks, ...zones];
  return (await begunBy(text, found, areas, sources)) ?? likeness(text, areas, sources);
}

/** What an address says of a place, and `understand` reads. */
export const tokenOfChoice = (choice: Choice): string => (isArea(choice) ? choice.token : tokenOf(choice));

const isCode = (text: string): boolean => /^\d[\dab]\d{3}$/i.test(text.replace(/\s/g, ''));

/** What an address names without a doubt: what `tokenOf` or an area gives. */
async function addressedBy(text: string, { fetchShard, areas, landmarks }: Sources) {
  const byToken = (from: readonly Area[]) => from.find(({ token }) => token === text);
  if (/^(?:departement|region)-\w+$/.test(text) && areas) return byToken(await zonesIn(fetchShard));
  if (text.startsWith('voisin-') && areas) return byToken(await neighboursIn(fetchShard));
  return byToken(landmarks) ?? placeOfToken(text, fetchShard);
}

/** All that bears a very name: the cantines, the territories, the communes by population. */
function namedBy(
  text: string,
  { places, exact, larger }: Found,
  { landmarks, zones }: { landmarks: readonly Area[]; zones: readonly Area[] },
): Choice[] {
  const same = places.slice(0, exact);
  // The commune that took a former one in, and its name before its own, has the same cantine near.
  const others = larger.filter(({ name }) => !same.some(({ formerOf }) => formerOf === name));
  const communes = same.length > 0 ? [...others.slice(0, MOST_LARGER), ...same] : [];
  const isTheirSeat = ({ within }: Area) =>
    communes.some(({ code, name, departement }) => departement.name === name && within?.includes(departementOf(code)));
  return [
    ...landmarks.filter((area) => isCalled(area, text)),
    ...zones.filter((area) => isCalled(area, text) && !isTheirSeat(area)),
    ...communes,
  ];
}

/** What begins as a text does, and the towns abroad of that name. */
async function begunBy(
  text: string,
  { places, larger }: Found,
  areas: readonly Area[],
  sources: Sources,
): Promise<Understanding | undefined> {
  const key = keyOf(text);
  const abroad = key.length > 3 ? await neighboursFor(key, sources) : [];
  const begins = ({ keys }: Area) => key.length > 2 && keys.some((each) => each.startsWith(key));
  const named = abroad.filter((area) => isCalled(area, text));
  const choices = shown([...named, ...areas.filter(begins).slice(0, MOST), ...places, ...abroad.filter(begins)]);
  if (choices.length === 0) return undefined;
  if (choices.length === 1 || (named.length === 1 && larger.length === 0)) return { choices, how: 'one' };
  return { choices, how: named.length > 0 ? 'several' : 'begun' };
}

/** What is spelled nearly as a text; for a postcode that no commune has, the département that would have it. */
async function likeness(text: string, areas: readonly Area[], sources: Sources): Promise<Understanding> {
  const key = keyOf(text);
  const [, postcode] = /(?:^|\D)(\d{5})(?!\d)/.exec(text) ?? [];
  const around = areas.filter(({ keys }) => postcode !== undefined && keys.includes(departementOf(postcode)));
  const abroad = await neighboursFor(key, sources);
  const like: Choice[] = [
    ...nearestFirst([...areas, ...abroad], key, ({ keys }) => keys),
    ...(await spelledLike(text, sources.fetchShard)),
  ];
  const choices = shown([...around, ...like]);
  return choices.length === 0 ? NOTHING : { choices, how: 'like' };
}

/**
 * Each once, at most as many as a screen shows, unless more must be. A cantine that has the name of its commune is not
 * told apart from it.
 */
function shown(all: readonly Choice[], must = 0): Choice[] {
  const isCommune = (area: Area) =>
    all.some((each) => !isArea(each) && each.code === area.commune && area.keys.includes(keyOf(each.name)));
  const choices = all.filter((choice) => !isArea(choice) || choice.commune === undefined || !isCommune(choice));
  const byName = new Map(
    choices.map((choice) => ['token' in choice ? choice.token : `${choice.code} ${choice.name}`, choice]),
  );
  return [...byName.values()].slice(0, Math.max(MOST, must));
}

const madeOf = new WeakMap<readonly Landmark[], readonly Area[]>();

/** Made once: they are searched again at every letter. */
function areasOf(landmarks: readonly Landmark[]): readonly Area[] {
  const areas = madeOf.get(landmarks) ?? landmarkAreas(landmarks);
  madeOf.set(landmarks, areas);
  return areas;
}

/** The towns beyond the border, which have no number in their name. */
const neighboursFor = async (key: string, { fetchShard, areas }: Sources) =>
  areas && !/\d/.test(key) ? neighboursIn(fetchShard) : [];

const zonesIn = async (fetchShard: FetchShard) => zonesOf((await fetchShard('zones')) as ZonesShard);
const neighboursIn = async (fetchShard: FetchShard) => neighboursOf((await fetchShard('voisins')) as NeighboursShard);
