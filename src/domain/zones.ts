interface Zone {
  format: Intl.DateTimeFormat;
  /** Wall clocks already read: cantines of one zone ask for the same instants again and again. */
  walls: Map<number, number>;
}

const MOST_WALLS = 10_000;
const DAY = 86_400_000;
const zones = new Map<string, Zone>();

function zoneNamed(name: string): Zone {
  const known = zones.get(name);
  if (known) return known;
  // Swedish writes as ISO 8601 does, but for a space: « 2027-01-12 18:30:00 ».
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: name, dateStyle: 'short', timeStyle: 'medium' });
  const zone = { format, walls: new Map<number, number>() };
  zones.set(name, zone);
  return zone;
}

/** The wall clock of a zone at an instant, as milliseconds of a UTC clock that would read the same. */
function wallOf(name: string, instant: number): number {
  const { format, walls } = zoneNamed(name);
  const known = walls.get(instant);
  if (known !== undefined) return known;
  const wall = Date.parse(`${format.format(instant).replace(' ', 'T')}Z`);
  if (walls.size >= MOST_WALLS) walls.clear();
  walls.set(instant, wall);
  return wall;
}

/**
 * The instant of a wall time (`2027-01-12T18:30`) in a zone, in milliseconds since 1970.
 * As in RFC 5545, a time that occurs twice is the first one, and a time that DST skips is read
 * with the offset before the change.
 * @throws RangeError for a day or an hour that no calendar has, or an unknown zone
 */
export function instantOf(wallTime: string, zone: string): number {
  const wall = Date.parse(`${wallTime}Z`);
  // JavaScript rolls 30 February over to March.
  if (Number.isNaN(wall) || !new Date(wall).toISOString().startsWith(wallTime)) {
    throw new RangeError(`No such time: ${wallTime}`);
  }
  // The offsets on either side of a change are at most a day away.
  const before = wallOf(zone, wall - DAY) - (wall - DAY);
  const after = wallOf(zone, wall + DAY) - (wall + DAY);
  if (before === after) return wall - before;
  const early = wall - Math.max(before, after);
  const late = wall - Math.min(before, after);
  // A time that DST skips is neither: `late` then has the offset before the change.
  return wallOf(zone, early) === wall ? early : late;
}

/** The calendar day at an instant in a zone, `YYYY-MM-DD`. */
export function dayIn(zone: string, instant: number | Date): string {
  return new Date(wallOf(zone, Number(instant))).toISOString().slice(0, 10);
}

/** The wall time at an instant in a zone, `HH:mm`. */
export function timeIn(zone: string, instant: number | Date): string {
  return new Date(wallOf(zone, Number(instant))).toISOString().slice(11, 16);
}
