import { distanceKm, type Point } from '#domain/distance.ts';
import { joinWords } from '#domain/french.ts';
import type { Location } from '#domain/location.ts';
import { formatNumber } from '#domain/numbers.ts';
import { keyOf } from '#places/normalise.ts';
import type { Place } from '#places/place.ts';
import type { Answers } from '../versions/answers.ts';
import { doubt, type Doubt, type Filled } from './doubts.ts';

/** What a commune says of an entry besides its code. */
export interface Fills {
  postalCode?: string;
  addressLocality?: string;
  location?: Location;
}

/** `missing`: what the commune cannot say. */
interface Filling extends Filled<Fills> {
  missing: string | undefined;
}

/** Two points of one commune are nearer than that, as a rule. */
const ELSEWHERE_KM = 10;
/** The point of a commune, told by two sources. */
const SAME_KM = 1;

const textIn = (answers: unknown, name: string): string => {
  const value = (Object(answers ?? {}) as Answers)[name];
  return typeof value === 'string' ? value.trim() : '';
};

/** The name of the city in an address: `Lyon` for its 9e arrondissement. */
export const localityOf = ({ name }: Pick<Place, 'name'>): string => name.replace(/ \d+(?:er|e) arrondissement$/, '');

/**
 * What a chosen commune writes in the fields beside its code: into those that are empty, without a question; over what
 * says something else, only after a yes.
 */
export function fillingOf(place: Place, { address, location }: Answers): Filling {
  const fills: Fills = {};
  const doubts: Doubt<Fills>[] = [];
  const postcode = textIn(address, 'postalCode');
  const [only, ...others] = place.postalCodes;
  if (only !== undefined && others.length === 0 && postcode === '') fills.postalCode = only;
  else if (only !== undefined && !place.postalCodes.includes(postcode)) {
    const kept = postcode === '' ? 'Laisser vide pour l’instant' : `Garder ${postcode}`;
    doubts.push({
      question: 'Code postal',
      options: [
        { label: kept, fills: {} },
        ...place.postalCodes.map((each) => ({ label: each, fills: { postalCode: each } })),
      ],
    });
  }
  const [locality, own] = [textIn(address, 'addressLocality'), localityOf(place)];
  if (locality === '') fills.addressLocality = own;
  else if (keyOf(locality) !== keyOf(own) && keyOf(locality) !== keyOf(place.name)) {
    doubts.push(doubt('Commune de l’adresse', locality, own, { addressLocality: own }));
  }
  // What is known of its neighbours only may be far from it.
  const isKnown = place.precision !== 'epci' && place.precision !== 'departement';
  const precision = place.precision === 'district' ? 'district' : 'commune';
  const point: Location = { latitude: place.latitude, longitude: place.longitude, precision };
  const there = pointIn(location);
  if (!isKnown) {
    const missing = there
      ? undefined
      : 'Le point sur la carte reste à donner : celui de cette commune n’est pas connu.';
    return { fills, doubts, missing };
  }
  if (!there) fills.location = point;
  else {
    const km = there === 'unreadable' ? Number.POSITIVE_INFINITY : distanceKm(there, point);
    if (km > (textIn(location, 'precision') === 'commune' ? SAME_KM : ELSEWHERE_KM)) {
      const where = there === 'unreadable' ? 'incomplet' : `à ${formatNumber(Math.round(km))} km de la commune`;
      doubts.push(
        doubt(`Point sur la carte, ${where}`, 'ce qui est écrit', 'celui de la commune', { location: point }),
      );
    }
  }
  return { fills, doubts, missing: undefined };
}

/** Undefined when nobody gave any; half a point is none, but somebody wrote it. */
function pointIn(location: unknown): Point | 'unreadable' | undefined {
  const { latitude = '', longitude = '' } = Object(location ?? {}) as Partial<Record<keyof Point, unknown>>;
  if (typeof latitude === 'number' && typeof longitude === 'number') return { latitude, longitude };
  return latitude === '' && longitude === '' ? undefined : 'unreadable';
}

/** « Rempli : code 69389, code postal 69009, point approximatif. » */
export function sayFilled(code: string, { postalCode, addressLocality, location }: Fills): string {
  const parts = [
    `code ${code}`,
    ...(postalCode === undefined ? [] : [`code postal ${postalCode}`]),
    ...(addressLocality === undefined ? [] : [`commune « ${addressLocality} »`]),
    ...(location === undefined ? [] : ['point approximatif sur la carte']),
  ];
  return `Rempli : ${joinWords(parts)}.`;
}
