import type { ListedSession } from './search.ts';

/** Reads a row of a list back: the page writes every session once. */
export function listedOf(row: HTMLElement): ListedSession {
  const { slug = '', kind = '', status, attendance, region, starts, ends, closes, latitude, longitude } = row.dataset;
  return {
    slug,
    kind,
    status: status as ListedSession['status'],
    attendance: attendance as ListedSession['attendance'],
    region,
    starts: Number(starts),
    ends: Number(ends),
    closes: Number(closes),
    point: latitude && longitude ? { latitude: Number(latitude), longitude: Number(longitude) } : undefined,
  };
}
