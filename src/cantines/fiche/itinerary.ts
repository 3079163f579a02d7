import { addressLine, countryOf } from '#domain/address.ts';
import { preciseOf } from '#domain/location.ts';
import type { Cantine } from '#schemas/cantines.ts';

/** How to get to a cantine. */
interface Itinerary {
  /** Directions on openstreetmap.org. */
  web: string;
  /** `geo:` address (RFC 5870) that a phone opens in its own map. */
  phone: string;
  /** What the place sought is, when it is not the door. */
  approximate: string | undefined;
}

type Place = Pick<Cantine, 'title' | 'address' | 'location' | 'timezone'>;

/** The way to the point, to the written address when the point is only about there; undefined without either. */
export function itineraryTo({ title, address, location, timezone }: Place): Itinerary | undefined {
  const precise = preciseOf(location);
  if (precise) {
    return toPoint(
      precise,
      title,
      precise.precision === 'street' ? 'Le point désigne la rue, pas la porte.' : undefined,
    );
  }
  if (address.streetAddress) {
    const sought = `${addressLine(address)}, ${countryOf(timezone)}`;
    return {
      web: `https://www.openstreetmap.org/directions?to=${encode(sought)}`,
      phone: `geo:0,0?q=${encode(sought)}`,
      approximate: 'Le point de la carte est approximatif\u00a0: l’itinéraire cherche l’adresse écrite.',
    };
  }
  if (location?.precision === 'district') {
    return toPoint(location, title, 'L’adresse exacte manque\u00a0: le point désigne le quartier.');
  }
  return undefined;
}

function toPoint(
  { latitude, longitude }: NonNullable<Cantine['location']>,
  title: string,
  approximate: string | undefined,
): Itinerary {
  const point = `${latitude},${longitude}`;
  return {
    web: `https://www.openstreetmap.org/directions?to=${point}`,
    // Without the query, Android centres its map there and shows no mark.
    phone: `geo:${point}?q=${point}(${encode(title)})`,
    approximate,
  };
}

const encode = (text: string): string => encodeURIComponent(text.toWellFormed());
