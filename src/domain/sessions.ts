import { Temporal } from 'temporal-polyfill';

/** The instant of a wall time in a zone, ISO 8601 in UTC; a time that DST skips moves forward. */
export function instantOf(wallTime: string, zone: string): string {
  return Temporal.PlainDateTime.from(wallTime).toZonedDateTime(zone).toInstant().toString();
}
