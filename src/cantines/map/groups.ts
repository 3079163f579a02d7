import Supercluster from 'supercluster';
import { groupBy } from '#domain/group-by.ts';
import type { Flat } from './lambert.ts';
import type { PlaceRecord } from './records.ts';

/** Cantines under one mark of the detailed map: one alone, or those that would touch at this zoom. */
export interface MarkGroup {
  key: string;
  places: readonly PlaceRecord[];
  latitude: number;
  longitude: number;
  /** Pixels by which a mark stands aside of others at the very same point. */
  offset: Flat;
}

interface Bounds {
  getWest: () => number;
  getSouth: () => number;
  getEast: () => number;
  getNorth: () => number;
}

/** Beyond this zoom all marks stand alone: 32 pixels are 850 m in Lyon. */
const LAST_GROUPED_ZOOM = 12;
const RADIUS = 58;
const NOWHERE: Flat = { x: 0, y: 0 };
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

export class Groups {
  readonly #index: Supercluster<{ place: PlaceRecord }, object>;
  readonly #offsets: ReadonlyMap<string, Flat>;
  readonly #lastGrouped: number;

  /** @param maxZoom the closest zoom of the map: marks stand alone there at the latest. */
  constructor(places: readonly PlaceRecord[], maxZoom: number) {
    this.#lastGrouped = Math.min(LAST_GROUPED_ZOOM, maxZoom - 1);
    // `extent` 256: the radius is then in pixels of Leaflet's tiles.
    this.#index = new Supercluster({ radius: RADIUS, extent: 256, maxZoom: this.#lastGrouped });
    this.#index.load(
      places.map((place) => ({
        type: 'Feature',
        properties: { place },
        geometry: { type: 'Point', coordinates: [place.longitude, place.latitude] },
      })),
    );
    this.#offsets = offsetsOf(places);
  }

  /** The marks of a frame, at a zoom. */
  within(bounds: Bounds, zoom: number): MarkGroup[] {
    const box: [number, number, number, number] = [
      bounds.getWest(),
      bounds.getSouth(),
      bounds.getEast(),
      bounds.getNorth(),
    ];
    return this.#index.getClusters(box, Math.round(zoom)).map(({ geometry, properties }) => {
      if ('place' in properties) {
        const { slug, latitude, longitude } = properties.place;
        const offset = this.#offsets.get(slug) ?? NOWHERE;
        return { key: slug, places: [properties.place], latitude, longitude, offset };
      }
      const [longitude = 0, latitude = 0] = geometry.coordinates;
      const leaves = this.#index.getLeaves(properties.cluster_id, Infinity);
      const places = leaves.map(({ properties: leaf }) => leaf.place);
      return { key: `${properties.cluster_id}`, places, latitude, longitude, offset: NOWHERE };
    });
  }

  /** The zoom at which a group comes apart. */
  opensAt({ key }: MarkGroup): number {
    return Math.min(this.#index.getClusterExpansionZoom(Number(key)), this.#lastGrouped + 1);
  }
}

/** Where several cantines have one point (the middle of their commune), each stands on a seed of a sunflower. */
function offsetsOf(places: readonly PlaceRecord[]): Map<string, Flat> {
  const offsets = new Map<string, Flat>();
  const byPoint = groupBy(places, ({ latitude, longitude }) => `${latitude} ${longitude}`);
  for (const same of byPoint.values()) {
    if (same.length === 1) continue;
    for (const [rank, { slug }] of same.entries()) {
      const [distance, turn] = [26 * Math.sqrt(rank + 0.5), rank * GOLDEN_ANGLE];
      offsets.set(slug, { x: distance * Math.cos(turn), y: distance * Math.sin(turn) });
    }
  }
  return offsets;
}
