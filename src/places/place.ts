import type { Point } from '#domain/distance.ts';

/**
 * How well a place is located: its own point, or the mean of the located communes that share its postcode,
 * else its intercommunality, else its département; the middle of a municipal district. All but `exact` are told with
 * « environ ».
 */
export const PRECISIONS = ['exact', 'postcode', 'epci', 'departement', 'district'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** A commune, a municipal district of Paris, Lyon or Marseille, or a former commune. */
export interface Place extends Point {
  /** INSEE code. */
  code: string;
  name: string;
  departement: { code: string; name: string };
  /** Those of today’s commune when the place is a former one. */
  postalCodes: readonly string[];
  precision: Precision;
  /** The name of today’s commune, when the place is a former one. */
  formerOf?: string | undefined;
}

/**
 * A place in a shard: INSEE code, name, postcodes between spaces, latitude, longitude, rank in PRECISIONS, today’s
 * commune.
 */
export type Row =
  | readonly [string, string, string, number, number, number]
  | readonly [string, string, string, number, number, number, string];

/** What says which shard to ask for. */
export interface ShardIndex {
  /** Names of the départements by code. */
  departements: Readonly<Record<string, string>>;
  /** The prefixes of codes that have a shard (`69`, `2A`, `971`), between spaces. */
  codes: string;
  /**
   * The prefixes of keys that have a shard (`s`, `sa`, `sai`), between spaces. One that begins others holds its
   * most populous places and those of that very key; one that begins none holds all its places.
   */
  names: string;
}

/** What tells a place from its namesakes: `Rhône (69), 69009`. */
export const whereOf = ({ departement, postalCodes: [first = '', second], formerOf }: Place): string =>
  [
    `${departement.name} (${departement.code})`,
    formerOf === undefined ? first + (second === undefined ? '' : '…') : `aujourd’hui ${formerOf}`,
  ]
    .filter(Boolean)
    .join(', ');

/** `Saint-Denis (93)`. */
export const labelOf = ({ name, departement }: Pick<Place, 'name' | 'departement'>): string =>
  `${name} (${departement.code})`;

/** `Saint-Denis (Seine-Saint-Denis)`, as a sentence names it; Paris and its districts bear the name of their own. */
export const fullNameOf = ({ name, departement }: Pick<Place, 'name' | 'departement'>): string =>
  `${name} `.startsWith(`${departement.name} `) ? name : `${name} (${departement.name})`;
