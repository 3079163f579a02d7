import type { Point } from '#domain/distance.ts';
import { slugOf } from '#domain/slug.ts';
import type { Area } from './area.ts';
import { placeKeys } from './normalise.ts';

/** The file `zones`: each département and each region with its middle. */
export interface ZonesShard {
  /** INSEE code, name, latitude, longitude. */
  departements: readonly (readonly [string, string, number, number])[];
  /** INSEE code, name, latitude, longitude, départements between spaces. */
  regions: readonly (readonly [string, string, number, number, string])[];
}

/** The file `voisins`: name in French, country, latitude, longitude, and the name over there when it is another. */
export type NeighboursShard = readonly (readonly [string, string, number, number, string?])[];

/** What people say and write of a territory, besides its name. */
const NICKNAMES: Readonly<Record<string, readonly string[]>> = {
  'departement-93': ['neuftrois', 'neufcube'],
  'region-11': ['idf'],
  'region-84': ['aura'],
  'region-93': ['paca', 'regionsud'],
  // Before 1976 Corsica was one département, and its postcodes still begin so.
  'region-94': ['20'],
};

const keysOf = (...names: readonly string[]) => [...new Set(names.flatMap((name) => placeKeys(name)))];

/** `01`, and what the field writes of it, `Ain (01)`. */
const ownKeys = (code: string, name: string) => [code.toLowerCase(), ...keysOf(`${name} (${code})`)];

/** The départements and the regions as places; overseas a département is its own region, and is named once. */
export function zonesOf({ departements, regions }: ZonesShard): Area[] {
  const zone = (kind: 'departement' | 'region', code: string, name: string, point: Point, within: string[]): Area => {
    const token = `${kind}-${code}`;
    return {
      kind,
      name,
      where: kind === 'departement' ? `département ${code}` : 'région',
      keys: [...keysOf(name), ...(kind === 'departement' ? ownKeys(code, name) : []), ...(NICKNAMES[token] ?? [])],
      token,
      precision: 'departement',
      within,
      ...point,
    };
  };
  return [
    ...departements.map(([code, name, latitude, longitude]) =>
      zone('departement', code, name, { latitude, longitude }, [code]),
    ),
    ...regions.flatMap(([code, name, latitude, longitude, codes]) => {
      const within = codes.split(' ');
      return within.length > 1 ? zone('region', code, name, { latitude, longitude }, within) : [];
    }),
  ];
}

/** The towns beyond the border as places. */
export const neighboursOf = (rows: NeighboursShard): Area[] =>
  rows.map(([name, country, latitude, longitude, there = name]) => ({
    kind: 'neighbour',
    name,
    where: country,
    keys: keysOf(name, there),
    token: `voisin-${slugOf(name)}`,
    precision: 'exact',
    latitude,
    longitude,
  }));
