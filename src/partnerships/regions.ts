import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Scope } from '#funding/matching/matching.ts';
import { territoryOf, type Place } from '#places/territories.ts';

interface Row {
  code: string;
  nom: string;
  region?: string;
  membres?: { code: string }[];
}

const require = createRequire(import.meta.url);
const files = new Map<string, ReadonlyMap<string, Row>>();

/** A file of the Code officiel géographique, read once. */
function official(name: 'regions' | 'departements' | 'epci'): ReadonlyMap<string, Row> {
  const read = () =>
    JSON.parse(readFileSync(require.resolve(`@etalab/decoupage-administratif/data/${name}.json`), 'utf8')) as Row[];
  const rows = files.get(name) ?? new Map(read().map((row) => [row.code, row]));
  files.set(name, rows);
  return rows;
}

/**
 * The regions that a territory touches; undefined when it is everywhere, or when no code tells where it is.
 * An intercommunalité is in the region of its first commune.
 */
export function regionsOf({ scope, codes }: { scope: Scope; codes: readonly string[] }): Place[] | undefined {
  if (scope === 'national' || codes.length === 0) return undefined;
  const found = codes.flatMap((code) => regionOf(scope, code) ?? []);
  return [...new Map(found.map((region) => [region.code, region])).values()];
}

function regionOf(scope: Scope, code: string): Place | undefined {
  if (scope === 'commune' || scope === 'arrondissement') return territoryOf(code)?.region;
  if (scope === 'epci') return territoryOf(official('epci').get(code)?.membres?.[0]?.code ?? '')?.region;
  const region = scope === 'departement' ? official('departements').get(code)?.region : code;
  const row = official('regions').get(region ?? '');
  return row && { code: row.code, name: row.nom };
}
