import type { Point } from '#domain/distance.ts';

/** A point of a flat map, in kilometres: x to the east, y to the south. */
export interface Flat {
  x: number;
  y: number;
}

const EARTH_RADIUS_KM = 6371.0088;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

const ORIGIN: Point = { latitude: 46.5, longitude: 3 };
const [FIRST, SECOND] = [radians(44), radians(49)];

const tangent = (latitude: number) => Math.tan(Math.PI / 4 + latitude / 2);
const CONE = Math.log(Math.cos(FIRST) / Math.cos(SECOND)) / Math.log(tangent(SECOND) / tangent(FIRST));
const SCALE = (EARTH_RADIUS_KM * Math.cos(FIRST) * tangent(FIRST) ** CONE) / CONE;
const radius = (latitude: number) => SCALE / tangent(radians(latitude)) ** CONE;
const ORIGIN_RADIUS = radius(ORIGIN.latitude);

/** The conic conformal projection of French maps (parallels 44° and 49°, as Lambert-93), on the sphere. */
export function lambert({ latitude, longitude }: Point): Flat {
  const [turn, distance] = [CONE * radians(longitude - ORIGIN.longitude), radius(latitude)];
  return { x: distance * Math.sin(turn), y: distance * Math.cos(turn) - ORIGIN_RADIUS };
}

/** A plain projection around a point, for a territory of a few hundred kilometres. */
export function around(centre: Point): (point: Point) => Flat {
  const east = EARTH_RADIUS_KM * Math.cos(radians(centre.latitude));
  return ({ latitude, longitude }) => ({
    x: east * radians(longitude - centre.longitude),
    y: -EARTH_RADIUS_KM * radians(latitude - centre.latitude),
  });
}
