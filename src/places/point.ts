import type { Location } from '#domain/location.ts';
import { districtPoint } from './district-points.ts';

/** What an entry says of where it is. */
interface Whereabouts {
  location?: Location | undefined;
  /** INSEE code. */
  commune?: string | undefined;
}

/**
 * Where an entry is, as closely as is known: its own point or, when that one designates a whole city of which the
 * district is known, the middle of the district. Undefined when nobody located it.
 */
export function pointOf({ location, commune }: Whereabouts): Location | undefined {
  if (location && location.precision !== 'commune') return location;
  const middle = districtPoint(commune ?? '');
  return middle ? { ...middle, precision: 'district' } : location;
}
