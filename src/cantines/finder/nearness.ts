import { distanceKm, type Point } from '#domain/distance.ts';
import { cityOf, departementOf, isDistrict } from '#domain/insee.ts';
import { preciseOf, type Location } from '#domain/location.ts';
import { isArea, type Choice } from '#places/area.ts';
import type { Precision } from '#places/place.ts';

/** From where a visitor looks. */
export interface Origin extends Point {
  /** What the point designates; none for the very spot where a device is. */
  precision?: Location['precision'] | Precision;
  /** INSEE code of a commune or of a municipal district. */
  code?: string | undefined;
  postalCodes?: readonly string[] | undefined;
  /** Of a département or a region: the codes of its départements. Its cantines come before all others. */
  within?: readonly string[] | undefined;
  /** Of a cantine: its name in addresses. It comes before all others. */
  slug?: string | undefined;
}

/** A chosen place, or the spot where a device is, as an origin. */
export const originOf = (place: Choice | Point): Origin => (isArea(place) ? { ...place, code: place.commune } : place);

/** What the distance to a cantine depends on. */
interface Placed {
  slug: string;
  title: string;
  point: Location | undefined;
  commune?: string | undefined;
  postalCode?: string | undefined;
}

/** How a distance is told: between two doors, from a commune, or from somewhere around. */
type Exactness = 'exact' | 'centre' | 'rough';

/** A cantine seen from an origin. */
export interface Located<P extends Placed = Placed> {
  record: P;
  /** Kilometres from the origin; undefined without an origin or without a point. */
  km: number | undefined;
  exactness: Exactness;
  /** What it shares with the origin, the smallest first; undefined when nothing is known to be shared. */
  shared: 'self' | 'district' | 'commune' | 'postcode' | 'departement' | 'region' | undefined;
  /** Its place in an answer, ties apart: computed once, since a sort asks for it a dozen times. */
  order: number;
}

/** Sees a cantine from an origin. */
export function locate<P extends Placed>(record: P, origin: Origin | undefined): Located<P> {
  const km = origin && record.point ? distanceKm(origin, record.point) : undefined;
  const shared = sharedBy(record, origin);
  const order = outside(shared) + (km ?? FURTHEST);
  return { record, km, exactness: exactnessOf(record, origin), shared, order };
}

/** Whether a cantine lies in the territory that one looks from. */
export const isInside = ({ shared }: Pick<Located, 'shared'>): boolean =>
  shared === 'departement' || shared === 'region';

/** Further than any two points of Earth are from each other, in kilometres. */
const FURTHEST = 50_000;

/** How far what is not looked for stands behind what is: the cantine that was named, those of a territory, all. */
function outside(shared: Located['shared']): number {
  if (shared === 'self') return 0;
  return (isInside({ shared }) ? 2 : 4) * FURTHEST;
}

function exactnessOf({ point }: Placed, origin: Origin | undefined): Exactness {
  if (!preciseOf(point)) return 'rough';
  switch (origin?.precision) {
    case undefined:
    case 'address':
    case 'street':
      return 'exact';
    case 'exact':
      return 'centre';
    default:
      return 'rough';
  }
}

function sharedBy({ slug, commune, postalCode }: Placed, origin: Origin | undefined): Located['shared'] {
  if (!origin) return undefined;
  const { code, postalCodes = [], within } = origin;
  if (slug === origin.slug) return 'self';
  if (within) {
    if (!within.includes(departementOf(commune ?? postalCode ?? ''))) return undefined;
    return within.length > 1 ? 'region' : 'departement';
  }
  if (commune !== undefined && code !== undefined) {
    if (commune === code) return isDistrict(commune) ? 'district' : 'commune';
    if (cityOf(commune) === code && isDistrict(commune)) return 'commune';
  }
  return postalCode !== undefined && postalCodes.includes(postalCode) ? 'postcode' : undefined;
}

const rankOf = ({ shared }: Located): number => (shared === undefined ? 2 : shared === 'postcode' ? 1 : 0);
const { compare } = new Intl.Collator('fr');

/**
 * The order of an answer: by distance, those that nobody located last; at one distance the same INSEE code, then the
 * same postcode, then the alphabet. From a territory, its own cantines first; from a cantine, itself.
 */
export const byDistance = (one: Located, other: Located): number =>
  one.order - other.order || rankOf(one) - rankOf(other) || compare(one.record.title, other.record.title);
