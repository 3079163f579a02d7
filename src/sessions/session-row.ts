import type { CollectionEntry } from 'astro:content';
import { pointOf } from '#places/point.ts';
import { entryNamed } from '#content/entries.ts';
import { formatDay } from '#domain/date-words.ts';
import { regionName, type NamedCode } from '#places/territories.ts';
import type { Point } from '#domain/distance.ts';
import { formatTime } from '#domain/french.ts';
import { timesOf, type SessionTimes } from './search.ts';
import { regionOf } from './region.ts';
import { sayZone } from './times-words.ts';
import { ATTENDANCE, type Session } from '#schemas/sessions.ts';

/** A session as a list shows it. */
export interface SessionRow extends SessionTimes {
  slug: string;
  data: Session;
  /** `mardi 12 janvier 2027` */
  day: string;
  /** `18 h 30`, with the zone when it is not that of mainland France. */
  time: string;
  where: string;
  region: NamedCode | undefined;
  point: Point | undefined;
}

async function rowOf({ id, data }: CollectionEntry<'sessions'>): Promise<SessionRow> {
  const cantine = (await entryNamed('cantines', data.cantine))?.data;
  const place = cantine?.title ?? data.venue.addressLocality;
  const region = regionOf(data, cantine);
  return {
    slug: id,
    data,
    ...timesOf(data),
    day: formatDay(data.startsAt.slice(0, 10)),
    time: formatTime(data.startsAt.slice(11)) + sayZone(data),
    where:
      data.attendance === 'online'
        ? ATTENDANCE.online
        : [place, data.attendance === 'mixed' && 'et en ligne'].filter(Boolean).join(' '),
    point: cantine && pointOf(cantine),
    region: region === undefined ? undefined : { code: region, name: regionName(region) },
  };
}

/** The rows of sessions, by date. */
export async function rowsOf(sessions: readonly CollectionEntry<'sessions'>[]): Promise<SessionRow[]> {
  return (await Promise.all(sessions.map(rowOf))).toSorted(
    (a, b) => a.starts - b.starts || a.slug.localeCompare(b.slug),
  );
}
