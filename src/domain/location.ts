import type { Point } from './distance.ts';

/** What a point designates, the most precise first. */
export const LOCATION_PRECISION = {
  address: 'L’adresse exacte',
  street: 'La rue',
  district: 'Le quartier ou l’arrondissement',
  commune: 'La commune',
} as const;

/** A point, and what it designates. */
export interface Location extends Point {
  precision: keyof typeof LOCATION_PRECISION;
}

/** The point, when it leads to the door or to the street; undefined when it stands somewhere around. */
export const preciseOf = <L extends Pick<Location, 'precision'>>(location: L | undefined): L | undefined =>
  location?.precision === 'address' || location?.precision === 'street' ? location : undefined;

/** True of a point that stands somewhere in the commune or the district: what is measured from it is « environ ». */
export const isRough = (location: Pick<Location, 'precision'> | undefined): boolean =>
  location !== undefined && preciseOf(location) === undefined;
