import type { Location } from '#domain/location.ts';
import { districtPoint } from '#places/district-points.ts';
import type { Cantine } from '#schemas/cantines.ts';

/**
 * Where a cantine is, as closely as is known: the point of its entry or, when that one designates a whole city of
 * which the district is known, the middle of the district. Undefined when nobody located it.
 */
export function pointOf({ location, commune }: Pick<Cantine, 'location' | 'commune'>): Location | undefined {
  if (location && location.precision !== 'commune') return location;
  const middle = districtPoint(commune ?? '');
  return middle ? { ...middle, precision: 'district' } : location;
}
