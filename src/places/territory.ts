import { cityOf, departementOf, isDistrict } from '#domain/insee.ts';
import type { TerritoryCodes } from '#domain/territory.ts';
import type { FetchShard } from './lookup.ts';

/** What contains the communes of a département: the file `territoire-<code>`. */
export interface TerritoryShard {
  /** INSEE code of the region; that of the collectivity itself where there is none. */
  region: string;
  /** The communes of each EPCI, by SIREN, between spaces. */
  epcis: Readonly<Record<string, string>>;
  /** The codes of today’s communes, by that of a former one. */
  former: Readonly<Record<string, string>>;
}

/**
 * The codes of what contains a commune, a municipal district or a former commune of France.
 * @throws whatever `fetchShard` throws, when the file does not come
 */
export async function territoryCodes(code: string, fetchShard: FetchShard): Promise<TerritoryCodes> {
  const departement = departementOf(code);
  const { region, epcis, former } = (await fetchShard(`territoire-${departement}`)) as TerritoryShard;
  const district = isDistrict(code) ? code : undefined;
  const commune = (district && cityOf(district)) ?? former[code] ?? code;
  const epci = Object.entries(epcis).find(([, members]) => members.split(' ').includes(commune))?.[0];
  return { arrondissement: district, commune, epci, departement, region };
}
