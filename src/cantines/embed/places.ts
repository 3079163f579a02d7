import type { CollectionEntry } from 'astro:content';
import { territoryOf, type NamedCode } from '#places/territories.ts';
import { departementNames } from '#places/official.ts';
import type { Codes } from './choose.ts';
import type { EmbedFacts, Level } from './facts.ts';

type CantineEntry = CollectionEntry<'cantines'>;

/** The cantines that the embedded list shows: those that are open, then those that prepare. */
export function embedded(entries: readonly CantineEntry[]): CantineEntry[] {
  return (['open', 'preparing'] as const).flatMap((status) =>
    entries
      .filter(({ data }) => data.status === status)
      .toSorted((a, b) => a.data.title.localeCompare(b.data.title, 'fr')),
  );
}

function placesOf({ data }: CantineEntry): Readonly<Record<Level, readonly NamedCode[]>> {
  const { region, departement, commune, arrondissement } = territoryOf(data.commune ?? '') ?? {};
  const known = (...places: readonly (NamedCode | undefined)[]) => places.filter((place) => place !== undefined);
  return { region: known(region), departement: known(departement), commune: known(commune, arrondissement) };
}

export function embedCodes(entry: CantineEntry): Codes {
  const { region, departement, commune } = placesOf(entry);
  const codes = (places: readonly NamedCode[]) => places.map(({ code }) => code);
  return { region: codes(region), departement: codes(departement), commune: codes(commune) };
}

/** The territories where there is a cantine to show, by name. */
export function territoriesOf(entries: readonly CantineEntry[], level: Level): NamedCode[] {
  const found = new Map(entries.flatMap((entry) => placesOf(entry)[level].map((place) => [place.code, place])));
  return byName([...found.values()]);
}

/** Every département where people live: one without a cantine shows the nearest. */
export function departements(centres: EmbedFacts['centres']): NamedCode[] {
  const names = departementNames();
  return byName(Object.keys(centres.departement).map((code) => ({ code, name: `${names[code] ?? ''} (${code})` })));
}

const byName = (places: readonly NamedCode[]) =>
  places.toSorted((a, b) => a.name.localeCompare(b.name, 'fr', { numeric: true }));
