/**
 * The Code officiel géographique of INSEE, as `@etalab/decoupage-administratif` gives it (Licence Ouverte). Each file
 * is read once, at the first question: the communes alone are 8.6 MB of JSON.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

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
const FOLDER = dirname(require.resolve('@etalab/decoupage-administratif/data/communes.json'));

/** A file of the package, read at the first question. */
function file(name: string): () => readonly unknown[] {
  let rows: readonly unknown[] | undefined;
  return () => (rows ??= JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as unknown[]);
}

/** Communes, municipal districts and former communes. */
export const officialCommunes = file('communes') as () => readonly OfficialCommune[];
/** Intercommunalities with their communes; their code is a SIREN. */
export const officialEpcis = file('epci') as () => readonly (OfficialRow & { membres: readonly { code: string }[] })[];
export const officialDepartements = file('departements') as () => readonly (OfficialRow & { region?: string })[];
export const officialRegions = file('regions') as () => readonly (OfficialRow & { zone: 'metro' | 'drom' | 'com' })[];

/** A name as French prints it: `Côte d’Or`. */
export const printedName = ({ nom }: OfficialRow): string => nom.replaceAll("'", '’');

/** Names of the départements and overseas collectivities, by code. */
export const departementNames = (): Record<string, string> =>
  Object.fromEntries(officialDepartements().map((row) => [row.code, printedName(row)]));

/** The code of the intercommunality of each commune that has one. */
export const epciOfCommunes = (): Map<string, string> =>
  new Map(officialEpcis().flatMap(({ code, membres }) => membres.map((commune) => [commune.code, code] as const)));
