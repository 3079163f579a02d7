import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Call, Scope, TerritoryCodes } from '#funding/matching/matching.ts';

/** One place of the Code officiel géographique. */
export interface Place {
  code: string;
  name: string;
}

/** Everything that contains a commune, from the smallest to the largest. */
export interface Territory {
  commune: Place;
  /** The municipal district of Paris, Lyon or Marseille, when the code names one. */
  arrondissement: Place | undefined;
  /** Absent overseas and on the few islands without one. */
  epci: Place | undefined;
  departement: Place | undefined;
  region: Place | undefined;
}

interface Row {
  code: string;
  nom: string;
  type?: string;
  departement?: string;
  region?: string;
  commune?: string;
  membres?: { code: string }[];
}

const require = createRequire(import.meta.url);

/** Read once, at the first question: the communes alone are 8.6 MB of JSON. */
function once<T>(read: () => T): () => T {
  let value: { is: T } | undefined;
  return () => (value ??= { is: read() }).is;
}

const rowsOf = (file: string): Row[] =>
  JSON.parse(readFileSync(require.resolve(`@etalab/decoupage-administratif/data/${file}.json`), 'utf8')) as Row[];
const byCode = (file: string) => once(() => new Map(rowsOf(file).map((row) => [row.code, row])));

const communes = once(
  () =>
    new Map(
      rowsOf('communes')
        .filter((row) => row.type === 'commune-actuelle' || row.type === 'arrondissement-municipal')
        .map((row) => [row.code, row]),
    ),
);
const departements = byCode('departements');
const regions = byCode('regions');
const epciOfCommune = once(() => {
  const found = new Map<string, Row>();
  for (const epci of rowsOf('epci')) for (const { code } of epci.membres ?? []) found.set(code, epci);
  return found;
});

const place = (row: Row | undefined): Place | undefined => row && { code: row.code, name: row.nom };

/** What contains a commune or municipal district, by INSEE code; undefined for an unknown code. */
export function territoryOf(code: string): Territory | undefined {
  const row = communes().get(code);
  if (!row) return undefined;
  const district = row.type === 'arrondissement-municipal' ? row : undefined;
  const commune = district?.commune ? (communes().get(district.commune) ?? row) : row;
  return {
    commune: { code: commune.code, name: commune.nom },
    arrondissement: place(district),
    epci: place(epciOfCommune().get(commune.code)),
    departement: place(departements().get(row.departement ?? '')),
    region: place(regions().get(row.region ?? '')),
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

const codesOfRegion: Readonly<Record<Scope, (code: string) => readonly (string | undefined)[]>> = {
  national: () => [],
  region: (code) => [code],
  departement: (code) => [departements().get(code)?.region],
  epci: (code) => epcis().get(code) ?? [],
  commune: (code) => [communes().get(code)?.region],
  arrondissement: (code) => [communes().get(code)?.region],
  // A two-digit code may be a région or a département: only the longer ones say which they are.
  other: (code) =>
    code.length === 9 ? (epcis().get(code) ?? []) : code.length === 5 ? [communes().get(code)?.region] : [],
};

/** The regions of the communes of each EPCI, by SIREN: a few lie in two. */
const epcis = once(
  () =>
    new Map(
      rowsOf('epci').map(({ code, membres = [] }) => [
        code,
        [...new Set(membres.flatMap((member) => communes().get(member.code)?.region ?? []))],
      ]),
    ),
);

/** The INSEE codes of the regions in which a territory lies, wholly or partly; none for France, which covers them all. */
export const regionsOf = ({ scope, codes }: Call['territory']): ReadonlySet<string> =>
  new Set(codes.flatMap((code) => codesOfRegion[scope](code).filter((region) => region !== undefined)));
