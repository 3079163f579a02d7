import type { Origin } from '../finder/nearness.ts';

/** The place that a visitor asked this browser to remember. */
export interface KeptPlace {
  /** As the field shows it: « Oullins (69) ». */
  label: string;
  /** As the address of the finder names it. */
  token: string;
  origin: Origin;
}

export const PLACE_KEY = 'mon-lieu';

/** The place that is kept; undefined when none is, when it is no place, or when nothing may be read. */
export function keptPlace(): KeptPlace | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PLACE_KEY) ?? 'null');
    return isKeptPlace(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Whatever stands in the storage: an older page, or somebody, may have written it. */
function isKeptPlace(kept: unknown): kept is KeptPlace {
  if (typeof kept !== 'object' || kept === null) return false;
  const { label, token, origin } = kept as Partial<Record<keyof KeptPlace, unknown>>;
  if (typeof label !== 'string' || typeof token !== 'string' || typeof origin !== 'object' || !origin) return false;
  const { latitude, longitude } = origin as Partial<Record<keyof Origin, unknown>>;
  return Number.isFinite(latitude) && Number.isFinite(longitude);
}

/** Keeps a place, or forgets it; false when the browser keeps nothing. */
export function keepPlace(place: KeptPlace | undefined): boolean {
  try {
    if (place) localStorage.setItem(PLACE_KEY, JSON.stringify(place));
    else localStorage.removeItem(PLACE_KEY);
    return true;
  } catch {
    return false;
  }
}

/** What is kept of a chosen place, whatever else its records hold; undefined for a position, which has no name. */
export function placeToKeep(field: { value: string; label: string } | null, origin: Origin): KeptPlace | undefined {
  if (!field?.value) return undefined;
  const { latitude, longitude, precision, code, postalCodes, within, slug } = origin;
  return {
    label: field.label,
    token: field.value,
    origin: { latitude, longitude, precision, code, postalCodes, within, slug },
  };
}
