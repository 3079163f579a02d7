import { keyOf, placeKeys } from './normalise.ts';
import { departementOf } from '#domain/insee.ts';
import { slugOf } from '#domain/slug.ts';
import { nearestFirst } from './spelling.ts';
import { PRECISIONS, type Place, type Row, type ShardIndex } from './place.ts';

/** Gives the content of a shard by name (`index`, `code-69`, `nom-sai`); rejects when it does not come. */
export type FetchShard = (shard: string) => Promise<unknown>;

/**
 * The places that a text may mean, the exact names first, then by population, former communes last. It may be the
 * beginning of a name or of a postcode, both (`69009 Lyon`), or a name and its département (`Saint-Denis (93)`,
 * `st denis réunion`). At most `limit` of them, unless more bear that very name. Empty when nothing fits.
 * @throws as `fetchShard`, or when a shard is none of this site
 */
export async function suggest(query: string, fetchShard: FetchShard, limit = 8): Promise<Place[]> {
  const { index, rows, exact } = await find(query, fetchShard);
  return rows.slice(0, Math.max(limit, exact)).map((row) => placeOf(row, index));
}

/** What a text finds. */
export interface Found {
  /** All that begins so, as `suggest` orders it. */
  places: readonly Place[];
  /** How many of the first ones are all that was typed, not what it may become. */
  exact: number;
  /** Of the others, those that begin with the whole words, and are larger: Romans-sur-Isère for « Romans ». */
  larger: readonly Place[];
}

/**
 * The places that a text may mean, and how surely.
 * @throws as `fetchShard`, or when a shard is none of this site
 */
export async function search(query: string, fetchShard: FetchShard): Promise<Found> {
  const { index, rows, exact, larger } = await find(query, fetchShard);
  const place = (row: Row) => placeOf(row, index);
  return { places: rows.map(place), exact, larger: larger.map(place) };
}

/**
 * The place of an address: what `tokenOf` gives, `lyon-9e-arrondissement-69389`.
 * @throws as `fetchShard`, or when a shard is none of this site
 */
export async function placeOfToken(token: string, fetchShard: FetchShard): Promise<Place | undefined> {
  const [, name = '', code = ''] = /^(.*\D)-(\d[\dab]\d{3})$/i.exec(token.trim()) ?? [];
  if (code === '') return undefined;
  try {
    return await findCode(code.toUpperCase(), name, fetchShard);
  } catch (error) {
    // Without a network, it may be kept with the names that were typed.
    const { places } = await search(name, fetchShard).catch(() => NONE);
    const kept = places.find((place) => place.code === code.toUpperCase() && keyOf(place.name) === keyOf(name));
    if (kept) return kept;
    throw error;
  }
}

const NONE: Found = { places: [], exact: 0, larger: [] };

/**
 * The places whose name is spelled nearly as a text, of those that begin as it does.
 * @throws as `fetchShard`, or when a shard is none of this site
 */
export async function spelledLike(text: string, fetchShard: FetchShard): Promise<Place[]> {
  const [index, key] = [await fetchIndex(fetchShard), keyOf(text)];
  const shards = index.names.split(' ').filter((each) => key.startsWith(each) || each === key.slice(0, -1));
  const rows = (await Promise.all(shards.map((shard) => fetched(fetchShard, `nom-${shard}`)))) as Row[][];
  const unique = [...new Map(rows.flat().map((row) => [`${row[0]} ${row[1]}`, row])).values()];
  return nearestFirst(unique, key, rowKeys).map((row) => placeOf(row, index));
}

/**
 * The place that an INSEE code names: five digits are never read as a postcode.
 * @throws as `fetchShard`, or when a shard is none of this site
 */
export const placeOfCode = (code: string, fetchShard: FetchShard): Promise<Place | undefined> =>
  findCode(code.trim().toUpperCase(), undefined, fetchShard);

/** What an address says of a place: `lyon-9e-arrondissement-69389`. The digits alone could be another’s postcode. */
export const tokenOf = ({ name, code }: Pick<Place, 'name' | 'code'>): string => `${slugOf(name)}-${code}`;

async function find(query: string, fetchShard: FetchShard) {
  const index = await fetchIndex(fetchShard);
  const text = query.replace(/\bcedex\b.*/i, '');
  const digits = text.replace(/\s/g, '').toUpperCase();
  if (/^(?:\d{2,5}|2[AB]\d{0,3})$/.test(digits)) {
    const rows = await byPostcode(digits, index, fetchShard);
    return { index, rows, exact: digits.length === 5 ? rows.length : 0, larger: [] };
  }
  const postcode = /(?:^|\D)(\d{5})(?!\d)/.exec(text)?.[1];
  // « st » and a space is « saint », « st » alone may become « Strasbourg »: the last space is kept.
  const name = (postcode ? text.replace(postcode, ' ').trim() : text).trimStart();
  for (const reading of readingsOf(name)) {
    const key = keyOf(reading.name);
    const right = (await byName(key, index, fetchShard)).filter(
      (row) => (!postcode || row[2].includes(postcode)) && isIn(row, reading.area, index),
    );
    if (right.length === 0) continue;
    const isExact = exactness(right, key);
    const rows = [...right].sort((a, b) => Number(isExact(b)) - Number(isExact(a)));
    return {
      index,
      rows: postcode ? districtsFirst(rows) : rows,
      exact: rows.filter(isExact).length,
      larger: postcode ? [] : largerThan(right, isExact).filter((row) => beginsWith(row, key)),
    };
  }
  return { index, rows: [], exact: 0, larger: [] };
}

/** The rows before the first that a test tells: they are in order of population. */
function largerThan(rows: readonly Row[], isExact: (row: Row) => boolean): readonly Row[] {
  const first = rows.findIndex(isExact);
  return first === -1 ? rows : rows.slice(0, first);
}

/** Tells the rows that bear that very name; when there is none, and the largest does, behind an article. */
function exactness(rows: readonly Row[], key: string): (row: Row) => boolean {
  const isWhole = (row: Row) => rowKeys(row)[0] === key;
  const isBare = (row: Row) => rowKeys(row).includes(key);
  const [largest] = rows;
  return rows.some(isWhole) || !largest || !isBare(largest) ? isWhole : isBare;
}

/** Whether the first words of a name of today are all that was typed; the districts of a city are parts of it. */
function beginsWith([, name, , , , , formerOf]: Row, key: string): boolean {
  if (formerOf !== undefined || name.endsWith(' arrondissement')) return false;
  return [...name.matchAll(/[-\s’]/g)].some(({ index }) => keyOf(name.slice(0, index)) === key);
}

interface Reading {
  name: string;
  /** A département, by code or by name. */
  area: string;
}

/** What a text can mean: a name, else a name and a département told apart by a sign or, at last, by a space. */
function readingsOf(text: string): Reading[] {
  const [, before = '', after = ''] = /^([^(,]+)[(,]([^)]*)\)?\s*$/.exec(text) ?? [];
  const words = text.trim().split(/\s+/);
  const spaced = words.slice(1, 5).map((_, last) => ({
    name: words.slice(0, words.length - 1 - last).join(' '),
    area: words.slice(words.length - 1 - last).join(' '),
  }));
  return [{ name: text, area: '' }, ...(after ? [{ name: before.trim(), area: after.trim() }] : spaced)];
}

function isIn([code]: Row, area: string, { departements }: ShardIndex): boolean {
  if (area === '') return true;
  const departement = departementOf(code);
  if (/^\d|^2[ab]$/i.test(area)) return departement === area.toUpperCase();
  const [asked, name] = [keyOf(area), keyOf(departements[departement] ?? '')];
  return asked.length > 2 && (name.startsWith(asked) || name === `la${asked}`);
}

/** The 9e of Lyon before Lyon, which has all the postcodes of its districts. */
function districtsFirst(rows: readonly Row[]): Row[] {
  const isDistrict = (row: Row) => Number(row[1].endsWith('arrondissement'));
  return [...rows].sort((a, b) => isDistrict(b) - isDistrict(a));
}

async function byPostcode(digits: string, index: ShardIndex, fetchShard: FetchShard): Promise<Row[]> {
  const isCode = /[AB]/.test(digits);
  // A former commune has the postcodes of today’s, and only some of them are its own.
  const found = (await fetchCodes(digits, index, fetchShard)).filter(
    (row) =>
      row.length < 7 &&
      (isCode ? row[0].startsWith(digits) : row[2].split(' ').some((each) => each.startsWith(digits))),
  );
  return digits.length < 5 ? found : districtsFirst(found);
}

/** Those whose name begins so, by population, the former communes last. */
async function byName(key: string, index: ShardIndex, fetchShard: FetchShard): Promise<Row[]> {
  const names = index.names.split(' ');
  let shard = '';
  for (const each of names) if (key.startsWith(each) && each.length > shard.length) shard = each;
  // All that begins so is in longer prefixes, and the key goes on otherwise than any of them.
  const isShared = shard !== key && names.some((each) => each !== shard && each.startsWith(shard));
  if (shard === '' || isShared) return [];
  const rows = (await fetched(fetchShard, `nom-${shard}`)) as Row[];
  return rows.filter((row) => rowKeys(row).some((each) => each.startsWith(key)));
}

async function findCode(code: string, name: string | undefined, fetchShard: FetchShard): Promise<Place | undefined> {
  const index = await fetchIndex(fetchShard);
  const isRight = (row: Row) => row[0] === code && (name === undefined || rowKeys(row)[0] === keyOf(name));
  const row = (await fetchCodes(code, index, fetchShard)).find(isRight);
  return row && placeOf(row, index);
}

const keysByRow = new WeakMap<Row, readonly string[]>();

/** Computed once: a shard is searched again at every letter. */
function rowKeys(row: Row): readonly string[] {
  const keys = keysByRow.get(row) ?? placeKeys(row[1]);
  keysByRow.set(row, keys);
  return keys;
}

const fetchIndex = async (fetchShard: FetchShard) => (await fetched(fetchShard, 'index')) as ShardIndex;

async function fetchCodes(code: string, { codes }: ShardIndex, fetchShard: FetchShard): Promise<Row[]> {
  const prefix = departementOf(code);
  return codes.split(' ').includes(prefix) ? ((await fetched(fetchShard, `code-${prefix}`)) as Row[]) : [];
}

async function fetched(fetchShard: FetchShard, shard: string): Promise<unknown> {
  const data = await fetchShard(shard);
  const isRight = shard === 'index' ? typeof data === 'object' && data && 'names' in data : Array.isArray(data);
  if (!isRight) throw new Error(`not a shard: ${shard}`);
  return data;
}

function placeOf([code, name, postcodes, latitude, longitude, precision, formerOf]: Row, index: ShardIndex): Place {
  const departement = departementOf(code);
  return {
    code,
    name,
    departement: { code: departement, name: index.departements[departement] ?? departement },
    postalCodes: postcodes.split(' ').filter(Boolean),
    latitude,
    longitude,
    precision: PRECISIONS[precision] ?? 'departement',
    formerOf,
  };
}
