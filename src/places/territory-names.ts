import { SCOPES, type Scope } from '#domain/territory.ts';
import { placeOfCode, suggest, type FetchShard } from './lookup.ts';
import { keyOf } from './normalise.ts';
import type { ShardIndex } from './place.ts';

/** The file `territoires`: names by code. */
export interface TerritoryNames {
  regions: Readonly<Record<string, string>>;
  epcis: Readonly<Record<string, string>>;
}

/** A territory that has an official code, or the whole country, which has none. */
export interface NamedTerritory {
  scope: Scope;
  code: string;
  name: string;
}

const FRANCE: NamedTerritory = { scope: 'national', code: '', name: SCOPES.national };

async function namesByScope(fetchShard: FetchShard) {
  const [{ regions, epcis }, { departements }] = await Promise.all([
    fetchShard('territoires') as Promise<TerritoryNames>,
    fetchShard('index') as Promise<ShardIndex>,
  ]);
  return { region: regions, departement: departements, epci: epcis };
}

const territoriesIn = (scope: Scope, names: Readonly<Record<string, string>>): NamedTerritory[] =>
  Object.entries(names).map(([code, name]) => ({ scope, code, name }));

/** How well a name answers a text, 0 for its very name or code; undefined when it does not. */
function answer({ name, code }: NamedTerritory, text: string, key: string): number | undefined {
  if (code !== '' && code === text.toUpperCase()) return 0;
  const own = keyOf(name);
  if (own === key) return 0;
  if (own.startsWith(key)) return 1;
  return key.length > 2 && own.includes(key) ? 2 : undefined;
}

/**
 * The territories that a text may mean, by their name or code: the exact ones first, then the largest.
 * @throws whatever `fetchShard` throws
 */
export async function suggestTerritories(text: string, fetchShard: FetchShard, limit = 12): Promise<NamedTerritory[]> {
  const [typed, key] = [text.trim(), keyOf(text)];
  if (key === '') return [];
  const names = await namesByScope(fetchShard);
  const known = [
    FRANCE,
    ...territoriesIn('region', names.region),
    ...territoriesIn('departement', names.departement),
    ...territoriesIn('epci', names.epci),
  ].flatMap((territory) => {
    const rank = answer(territory, typed, key);
    return rank === undefined ? [] : [{ territory, rank }];
  });
  // Two or three digits are a code, not the beginning of a postcode.
  const places = /^\d{1,4}$/.test(typed) ? [] : await suggest(typed, fetchShard, 5);
  const communes = places
    .filter(({ formerOf }) => formerOf === undefined)
    .map(({ code, name }): { territory: NamedTerritory; rank: number } => ({
      territory: { scope: name.endsWith(' arrondissement') ? 'arrondissement' : 'commune', code, name },
      rank: keyOf(name) === key ? 0 : 1,
    }));
  return [...known, ...communes]
    .sort((one, other) => one.rank - other.rank)
    .slice(0, limit)
    .map(({ territory }) => territory);
}

/**
 * The name of what a code of a scope designates; undefined when nobody knows it.
 * @throws whatever `fetchShard` throws
 */
export async function nameOfCode(scope: string, code: string, fetchShard: FetchShard): Promise<string | undefined> {
  if (scope === 'region' || scope === 'departement' || scope === 'epci') {
    return nameIn((await namesByScope(fetchShard))[scope], code);
  }
  if (scope === 'other' && code.length === 9) return nameIn((await namesByScope(fetchShard)).epci, code);
  // Elsewhere two digits are a region or a département, and nothing tells which.
  return code.length === 5 ? (await placeOfCode(code, fetchShard))?.name : undefined;
}

const nameIn = (names: Readonly<Record<string, string>>, code: string): string | undefined =>
  Object.hasOwn(names, code) ? names[code] : undefined;
