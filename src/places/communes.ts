import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A row of the Code officiel géographique, as `@etalab/decoupage-administratif` gives it (Licence Ouverte). */
export interface Commune {
  code: string;
  nom: string;
  type: 'commune-actuelle' | 'arrondissement-municipal' | 'commune-deleguee' | 'commune-associee';
  departement: string;
  region: string;
  /** Mainland, overseas département, or overseas collectivity. */
  zone: 'metro' | 'drom' | 'com';
  codesPostaux?: string[];
  population?: number;
  /** Of a former commune: the code of today’s. */
  chefLieu?: string;
}

const require = createRequire(import.meta.url);
const read = (file: string): unknown =>
  JSON.parse(readFileSync(require.resolve(`@etalab/decoupage-administratif/data/${file}.json`), 'utf8'));

export const readCommunes = (): Commune[] => read('communes') as Commune[];

/** Names of the départements and overseas collectivities, by code. */
export function readDepartements(): Record<string, string> {
  const rows = read('departements') as { code: string; nom: string }[];
  return Object.fromEntries(rows.map(({ code, nom }) => [code, nom.replaceAll("'", '’')]));
}

/** The code of the intercommunality of each commune that has one. */
export function readEpcis(): Map<string, string> {
  const rows = read('epci') as { code: string; membres: { code: string }[] }[];
  return new Map(rows.flatMap(({ code, membres }) => membres.map((commune) => [commune.code, code] as const)));
}
