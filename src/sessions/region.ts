import { regionsOfPostcode, territoryOf } from '#places/territories.ts';
import type { Cantine } from '#schemas/cantines.ts';
import type { Session } from '#schemas/sessions.ts';

/** The code of the region where a session takes place: its cantine's, else its postcode's when all of it is in one. */
export function regionOf(session: Session, cantine: Cantine | undefined): string | undefined {
  if (session.attendance === 'online') return undefined;
  if (cantine) return territoryOf(cantine.commune ?? '')?.region?.code;
  const regions = regionsOfPostcode(session.venue.postalCode ?? '');
  return regions.size === 1 ? [...regions][0] : undefined;
}
