import { officialEpcis, printedName } from './official.ts';
import { regionsByName } from './territories.ts';
import type { TerritoryNames } from './territory-names.ts';

/** The names of the regions and of the intercommunalities of France: the file `territoires`. */
export const territoryNamesShard = (): TerritoryNames => ({
  regions: Object.fromEntries(regionsByName().map(({ code, name }) => [code, name])),
  epcis: Object.fromEntries(officialEpcis().map((row) => [row.code, printedName(row)])),
});
