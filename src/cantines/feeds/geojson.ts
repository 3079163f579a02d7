import type { CantineEntry } from './column.ts';
import { credits, inOrder } from '#feeds/open-data.ts';
import { rowOf, updatedOn } from './open-data.ts';

interface Feature {
  type: 'Feature';
  id: string;
  /** Null when nobody located the cantine (RFC 7946, 3.2). */
  geometry: { type: 'Point'; coordinates: [longitude: number, latitude: number] } | null;
  properties: Record<string, string | number | null>;
}

function featureOf(entry: CantineEntry, siteUrl: string): Feature {
  const { location } = entry.data;
  // The coordinates are in the geometry, and nowhere else.
  const { latitude: _latitude, longitude: _longitude, ...properties } = rowOf(entry, siteUrl);
  return {
    type: 'Feature',
    id: entry.id,
    geometry: location ? { type: 'Point', coordinates: [location.longitude, location.latitude] } : null,
    properties,
  };
}

/** The cantines as GeoJSON (RFC 7946); who is to be named stands beside the features, as foreign members. */
export function cantinesGeojson(entries: readonly CantineEntry[], siteUrl: string) {
  return {
    type: 'FeatureCollection' as const,
    ...credits(updatedOn(entries), siteUrl),
    features: inOrder(entries).map((entry) => featureOf(entry, siteUrl)),
  };
}
