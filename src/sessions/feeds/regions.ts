import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { territoryOf, type Place } from '#places/territories.ts';
import { readCommunes, type Commune } from '#places/communes.ts';
import type { Cantine } from '#schemas/cantines.ts';
import type { Session } from '#schemas/sessions.ts';

const require = createRequire(import.meta.url);

/** Every region of France, by name: a calendar that someone subscribed to does not vanish with its last session. */
export function readRegions(): Place[] {
  const file = require.resolve('@etalab/decoupage-administratif/data/regions.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { code: string; nom: string; zone: string }[])
    .filter(({ zone }) => zone !== 'com')
    .map(({ code, nom }) => ({ code, name: nom.replaceAll("'", '’') }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'fr'));
}

let byPostcode: Map<string, Commune[]> | undefined;

function communesOf(postcode: string): Commune[] {
  if (!byPostcode) {
    byPostcode = new Map();
    for (const commune of readCommunes()) {
      for (const code of commune.codesPostaux ?? []) byPostcode.set(code, [...(byPostcode.get(code) ?? []), commune]);
    }
  }
  return byPostcode.get(postcode) ?? [];
}

/** The code of the region where a session takes place: its cantine's, else its postcode's when all of it is in one. */
export function regionOf(session: Session, cantine: Cantine | undefined): string | undefined {
  if (session.attendance === 'online') return undefined;
  if (cantine) return territoryOf(cantine.commune ?? '')?.region?.code;
  const regions = new Set(communesOf(session.venue.postalCode ?? '').map(({ region }) => region));
  return regions.size === 1 ? [...regions][0] : undefined;
}
