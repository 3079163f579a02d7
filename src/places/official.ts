/**
 * The Code officiel géographique of INSEE, as `@etalab/decoupage-administratif` gives it (Licence Ouverte). Each file
 * is read once, at the first question: the communes alone are 8.6 MB of JSON.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface OfficialRow {
  code: string;
  nom: string;
}

export interface OfficialCommune extends OfficialRow {
  type: 'commune-actuelle' | 'arrondissement-municipal' | 'commune-deleguee' | 'commune-associee';
  departement: string;
  region: string;
  /** Mainland, overseas département, or overseas collectivity. */
  zone: 'metro' | 'drom' | 'com';
  codesPostaux?: string[];
  population?: number;
  /** Of a municipal district: the code of its city. */
  commune?: string;
  /** Of a former commune: the code of today’s. */
  chefLieu?: string;
}

const require = createRequire(import.meta.url);

/** A file of the package, read at the first question. */
function file<Row extends OfficialRow>(name: string): () => readonly Row[] {
  let rows: readonly Row[] | undefined;
  const path = () => require.resolve(`@etalab/decoupage-administratif/data/${name}.json`);
  return () => (rows ??= JSON.parse(readFileSync(path(), 'utf8')) as readonly Row[]);
}

/** Communes, municipal districts and former communes. */
export const officialCommunes = file<OfficialCommune>('communes');
/** Intercommunalities with their communes; a SIREN is their code. */
export const officialEpcis = file<OfficialRow & { membres: readonly { code: string }[] }>('epci');
export const officialDepartements = file<OfficialRow & { region?: string }>('departements');
export const officialRegions = file<OfficialRow & { zone: 'metro' | 'drom' | 'com' }>('regions');

/** A name as French prints it: `Côte d’Or`. */
export const printedName = ({ nom }: OfficialRow): string => nom.replaceAll("'", '’');

/** Names of the départements and overseas collectivities, by code. */
export const departementNames = (): Record<string, string> =>
  Object.fromEntries(officialDepartements().map((row) => [row.code, printedName(row)]));

/** The code of the intercommunality of each commune that has one. */
export const epciOfCommunes = (): Map<string, string> =>
  new Map(officialEpcis().flatMap(({ code, membres }) => membres.map((commune) => [commune.code, code] as const)));
