import { neighboursShard, zonesShard } from './area-shards.ts';
import { placeShards } from './shards.ts';
import { territoryNamesShard } from './territory-names-shard.ts';
import { territoryShards } from './territory-shards.ts';

/** Every file of `/lieux/`, by name without its extension. */
export const allShards = (): ReadonlyMap<string, unknown> =>
  new Map<string, unknown>([
    ...placeShards(),
    ...territoryShards(),
    ['territoires', territoryNamesShard()],
    ['zones', zonesShard()],
    ['voisins', neighboursShard()],
  ]);
