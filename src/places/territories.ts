import type { Area, Scope, TerritoryCodes } from '#domain/territory.ts';
import {
  epciOfCommunes,
  officialCommunes,
  officialDepartements,
  officialEpcis,
  officialRegions,
  printedName,
} from './official.ts';

/** One part of the Code officiel géographique. */
export interface NamedCode {
  code: string;
  name: string;
}

/** Everything that contains a commune, from the smallest to the largest. */
export interface Territory {
  commune: NamedCode;
  /** The municipal district of Paris, Lyon or Marseille, when the code names one. */
  arrondissement: NamedCode | undefined;
  /** Absent overseas and on the few islands without one. */
  epci: NamedCode | undefined;
  departement: NamedCode | undefined;
  region: NamedCode | undefined;
}

/** Made at the first question. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

const byCode = <Row extends { code: string }>(rows: () => readonly Row[]) =>
  once(() => new Map(rows().map((row) => [row.code, row])));

const communes = byCode(() =>
  officialCommunes().filter(({ type }) => type === 'commune-actuelle' || type === 'arrondissement-municipal'),
);
const departements = byCode(officialDepartements);
const regions = byCode(officialRegions);
const epcis = byCode(officialEpcis);
const epciCodes = once(epciOfCommunes);

const named = (row: { code: string; nom: string } | undefined): NamedCode | undefined =>
  row && { code: row.code, name: row.nom };

/** What contains a commune or municipal district, by INSEE code; undefined for an unknown code. */
export function territoryOf(code: string): Territory | undefined {
  const row = communes().get(code);
  if (!row) return undefined;
  const district = row.type === 'arrondissement-municipal' ? row : undefined;
  const commune = district?.commune ? (communes().get(district.commune) ?? row) : row;
  return {
    commune: { code: commune.code, name: commune.nom },
    arrondissement: named(district),
    epci: named(epcis().get(epciCodes().get(commune.code) ?? '')),
    departement: named(departements().get(row.departement)),
    region: named(regions().get(row.region)),
  };
}

/** The codes of what contains a commune or municipal district; undefined for an unknown code. */
export function codesOf(code: string): TerritoryCodes | undefined {
  const territory = territoryOf(code);
  return (
    territory && {
      arrondissement: territory.arrondissement?.code,
      commune: territory.commune.code,
      epci: territory.epci?.code,
      departement: territory.departement?.code,
      region: territory.region?.code,
    }
  );
}

const regionOfCommune = (code: string) => [communes().get(code)?.region];

/** A few EPCIs lie in two regions. */
const regionsOfEpci = (code: string) =>
  epcis()
    .get(code)
    ?.membres.map((commune) => regionOfCommune(commune.code)[0]) ?? [];

const regionsOfCode: Readonly<Record<Scope, (code: string) => readonly (string | undefined)[]>> = {
  national: () => [],
  region: (code) => [code],
  departement: (code) => [departements().get(code)?.region],
  epci: regionsOfEpci,
  commune: regionOfCommune,
  arrondissement: regionOfCommune,
  other: (code) =>
    code.length === 9
      ? regionsOfEpci(code)
      : code.length === 5
        ? regionOfCommune(code)
        : [departements().get(code)?.region],
};

/**
 * The INSEE codes of the regions in which an area lies, wholly or partly; none for the whole country, nor when no code
 * tells where it is.
 */
export const regionsOf = ({ scope, codes }: Area): ReadonlySet<string> =>
  new Set(codes.flatMap((code) => regionsOfCode[scope](code).filter((region) => region !== undefined)));

/** Every region of France, by name. */
export const regionsByName = (): NamedCode[] =>
  officialRegions()
    .filter(({ zone }) => zone !== 'com')
    .map((row) => ({ code: row.code, name: printedName(row) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'fr'));

const regionNames = once(() => new Map(regionsByName().map(({ code, name }) => [code, name])));

/** The name of a region, by its INSEE code; the code itself when nobody knows it. */
export const regionName = (code: string): string => regionNames().get(code) ?? code;

const regionsByPostcode = once(() => {
  const found = new Map<string, Set<string>>();
  for (const { codesPostaux = [], region } of officialCommunes()) {
    for (const postcode of codesPostaux) found.set(postcode, (found.get(postcode) ?? new Set()).add(region));
  }
  return found;
});

/** The codes of the regions of the communes that share a postcode. */
export const regionsOfPostcode = (postcode: string): ReadonlySet<string> =>
  regionsByPostcode().get(postcode) ?? new Set();
