import { countryOf, fullName } from '#domain/address.ts';
import { preciseOf } from '#domain/location.ts';
import { csvOf } from '#feeds/csv.ts';
import { inOrder } from '#feeds/open-data.ts';
import type { Cantine } from '#schemas/cantines.ts';
import { ACCESLIBRE_COLUMNS } from './acceslibre-columns.ts';
import type { CantineEntry } from './column.ts';

type AccessColumn = (typeof ACCESLIBRE_COLUMNS)[number];
type AccessRow = Readonly<Partial<Record<AccessColumn, string | number | undefined>>>;

/** As the schema writes yes and no; what nobody knows is left empty. */
const SAID = { yes: 'True', no: 'False', unknown: undefined } as const;

/** `12 bis rue Haute` → `12 bis` and `rue Haute`; a street without a number is whole. */
function streetOf(streetAddress = ''): Pick<AccessRow, 'numero' | 'voie'> {
  const [, numero, voie] = /^(\d+(?:-\d+)?(?: ?(?:bis|ter|quater|[A-Da-d]))?),? +(\D.*)$/.exec(streetAddress) ?? [];
  return voie === undefined ? { voie: streetAddress } : { numero, voie };
}

/** What the schema asks and our fiches know: a fact that it divides further (fixed or portable loop) is not guessed. */
function accessOf({ accessibility, languages }: Cantine): AccessRow {
  const { stepFree, wheelchairToilet, hearingLoop } = accessibility;
  const signs = languages.includes('lsf');
  return {
    entree_plain_pied: SAID[stepFree],
    sanitaires_adaptes: SAID[wheelchairToilet],
    // Adapted toilets are toilets; none that is adapted says nothing of the others.
    sanitaires_presence: wheelchairToilet === 'yes' ? SAID.yes : undefined,
    accueil_equipements_malentendants_presence: hearingLoop === 'yes' || signs ? SAID.yes : undefined,
    accueil_equipements_malentendants: signs ? '["lsf"]' : undefined,
  };
}

function rowOf({ id, data }: CantineEntry): AccessRow {
  const { title, address, commune, contacts, location } = data;
  const point = preciseOf(location);
  return {
    id,
    name: fullName(title),
    postal_code: address.postalCode,
    commune: address.addressLocality,
    ...streetOf(address.streetAddress),
    code_insee: commune,
    site_internet: contacts.website,
    longitude: point?.longitude,
    latitude: point?.latitude,
    activite: 'Restaurant',
    ...accessOf(data),
  };
}

/** A place in France that receives people, that can be found, and of which some access is known; never an example. */
export const hasAccessRow = ({ data }: CantineEntry): boolean =>
  (data.status === 'open' || data.status === 'paused') &&
  !data.demo &&
  data.address.postalCode !== undefined &&
  countryOf(data.timezone) === 'France' &&
  Object.values(accessOf(data)).some(Boolean);

/** The format parts columns by semicolons, and wants none in a value. */
const cellOf = (value: string | number | undefined) => (typeof value === 'string' ? value.replaceAll(';', ',') : value);

/** The access of the cantines as the national schema Acceslibre writes it, every column of it. */
export const acceslibreCsv = (entries: readonly CantineEntry[]): string =>
  csvOf(
    ACCESLIBRE_COLUMNS,
    inOrder(entries.filter(hasAccessRow)).map((entry) => {
      const row = rowOf(entry);
      return ACCESLIBRE_COLUMNS.map((name) => cellOf(row[name]));
    }),
    { bom: false },
  );
