import { departementOf } from '#domain/insee.ts';
import { officialCommunes, epciOfCommunes } from './official.ts';
import type { TerritoryShard } from './territory.ts';

/** What contains the communes of each département, by name of file: `territoire-69`. At most 10 kB compressed. */
export function territoryShards(): Map<string, TerritoryShard> {
  const epcis = epciOfCommunes();
  const shards = new Map<string, { region: string; epcis: Record<string, string>; former: Record<string, string> }>();
  for (const { code, type, region, chefLieu } of officialCommunes()) {
    const name = `territoire-${departementOf(code)}`;
    const shard = shards.get(name) ?? { region, epcis: {}, former: {} };
    shards.set(name, shard);
    const epci = epcis.get(code);
    if (type === 'commune-actuelle' && epci) shard.epcis[epci] = [shard.epcis[epci], code].filter(Boolean).join(' ');
    if (chefLieu && chefLieu !== code && type !== 'arrondissement-municipal') shard.former[code] = chefLieu;
  }
  return shards;
}
