import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { keyOf } from '#places/normalise.ts';
import type { Opportunity } from '#schemas/opportunities.ts';

const require = createRequire(import.meta.url);

type Scope = 'region' | 'departement' | 'epci' | 'commune';
const FILES: Readonly<Record<Scope, string>> = {
  region: 'regions',
  departement: 'departements',
  epci: 'epci',
  commune: 'communes',
};
/** The scales of Aides-territoires, by key, that have official codes. */
const SCALES: Readonly<Record<string, Scope>> = {
  [keyOf('Région')]: 'region',
  [keyOf('Département')]: 'departement',
  [keyOf('EPCI')]: 'epci',
  [keyOf('Commune')]: 'commune',
};
const NATIONAL = new Set([keyOf('Pays'), keyOf('Continent'), keyOf('Métropole')]);

const names = new Map<Scope, Map<string, string[]>>();

/** The codes of each name; several communes share theirs. */
function codesByName(scope: Scope): Map<string, string[]> {
  const known = names.get(scope);
  if (known) return known;
  const file = require.resolve(`@etalab/decoupage-administratif/data/${FILES[scope]}.json`);
  const rows = JSON.parse(readFileSync(file, 'utf8')) as { code: string; nom: string; type?: string }[];
  const found = new Map<string, string[]>();
  for (const { code, nom, type } of rows) {
    if (scope === 'commune' && type !== 'commune-actuelle') continue;
    found.set(keyOf(nom), [...(found.get(keyOf(nom)) ?? []), code]);
  }
  names.set(scope, found);
  return found;
}

/**
 * The territory of a perimeter, of which the API gives a name and a scale only: with its official code when one place
 * alone has that name at that scale, else « Autre », with the name.
 */
export function aidTerritory(name: string | null, scale: string | null): Opportunity['territory'] {
  const asked = keyOf(scale ?? '');
  const shown = name?.trim() || 'Territoire non renseigné';
  if (NATIONAL.has(asked)) return { scope: 'national', name: shown === 'France' ? 'France entière' : shown, codes: [] };
  const scope = SCALES[asked];
  const codes = scope === undefined ? [] : (codesByName(scope).get(keyOf(shown)) ?? []);
  return scope !== undefined && codes.length === 1
    ? { scope, name: shown, codes }
    : { scope: 'other', name: shown, codes: [] };
}
