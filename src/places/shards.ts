import { officialCommunes, departementNames, epciOfCommunes, printedName, type OfficialCommune } from './official.ts';
import { locateCommunes } from './locate.ts';
import { keyOf, placeKeys } from './normalise.ts';
import { departementOf } from '#domain/insee.ts';
import { PRECISIONS, type Row, type ShardIndex } from './place.ts';

/** The most rows of a shard of names: about 10 kB once compressed. */
const LEAF_ROWS = 500;
/** What a shard of names holds of the places that longer prefixes share out. */
const TOP_ROWS = 20;

interface Entry {
  row: Row;
  keys: readonly string[];
  isFormer: boolean;
}

/**
 * The files that a visitor’s browser asks for, by name: `index`, the places of a département or of a postcode
 * prefix (`code-69`), and those of a prefix of names (`nom-sai`). In each, the most populous come first, the
 * former communes last. 37,500 places, half a second.
 */
export function placeShards(): Map<string, ShardIndex | readonly Row[]> {
  const entries = placeEntries();
  const codes = new Map<string, Row[]>();
  for (const { row, isFormer } of entries) {
    const own = isFormer ? [] : row[2].split(' ').filter(Boolean);
    for (const prefix of new Set([row[0], ...own].map(departementOf))) {
      codes.set(prefix, [...(codes.get(prefix) ?? []), row]);
    }
  }
  const names = nameShards(entries);
  const index: ShardIndex = {
    departements: departementNames(),
    codes: [...codes.keys()].toSorted().join(' '),
    names: [...names.keys()].toSorted().join(' '),
  };
  return new Map<string, ShardIndex | readonly Row[]>([
    ['index', index],
    ...[...codes].map(([prefix, rows]) => [`code-${prefix}`, rows] as const),
    ...[...names].map(([prefix, rows]) => [`nom-${prefix}`, rows] as const),
  ]);
}

/** Every place that can be found, in the order of the shards. */
function placeEntries(): Entry[] {
  const communes = officialCommunes();
  const where = locateCommunes(communes, epciOfCommunes());
  const today = new Map(communes.filter(({ type }) => type === 'commune-actuelle').map((row) => [row.code, row]));
  return communes
    .toSorted((a, b) => Number(isFormer(a)) - Number(isFormer(b)) || (b.population ?? 0) - (a.population ?? 0))
    .flatMap((commune) => {
      const holder = isFormer(commune) ? today.get(commune.chefLieu ?? '') : undefined;
      const point = where(commune);
      // The seat of a merger that kept its name is today’s commune already.
      if (!point || (holder && keyOf(holder.nom) === keyOf(commune.nom))) return [];
      const row: Row = [
        commune.code,
        nameOf(commune),
        (commune.codesPostaux ?? holder?.codesPostaux ?? []).join(' '),
        thousandths(point.latitude),
        thousandths(point.longitude),
        PRECISIONS.indexOf(point.precision),
        ...((holder ? [nameOf(holder)] : []) as [string]),
      ];
      return { row, keys: placeKeys(commune.nom), isFormer: isFormer(commune) };
    });
}

const isFormer = ({ type }: OfficialCommune): boolean => type === 'commune-deleguee' || type === 'commune-associee';

const nameOf = (row: OfficialCommune): string => printedName(row).replace(/ Arrondissement$/, ' arrondissement');

/** A hundred metres: closer than a commune needs. */
const thousandths = (degrees: number): number => Math.round(degrees * 1000) / 1000;

function nameShards(entries: readonly Entry[]): Map<string, Row[]> {
  const shards = new Map<string, Row[]>();
  const share = (prefix: string, under: readonly Entry[]) => {
    if (under.length <= LEAF_ROWS) {
      shards.set(
        prefix,
        under.map(({ row }) => row),
      );
      return;
    }
    const top = under.filter(({ keys }, rank) => rank < TOP_ROWS || keys.includes(prefix));
    shards.set(
      prefix,
      top.map(({ row }) => row),
    );
    split(prefix, under);
  };
  const split = (prefix: string, under: readonly Entry[]) => {
    const next = new Map<string, Set<Entry>>();
    for (const entry of under) {
      for (const key of entry.keys) {
        if (!key.startsWith(prefix) || key === prefix) continue;
        const longer = key.slice(0, prefix.length + 1);
        next.set(longer, (next.get(longer) ?? new Set()).add(entry));
      }
    }
    for (const [longer, those] of next) share(longer, [...those]);
  };
  split('', entries);
  return shards;
}
