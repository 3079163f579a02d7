import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import type { ToldSession } from '#sessions/feeds/words.ts';
import { sessions, type Session } from '#schemas/sessions.ts';

/** A calendar's event as a program reads it; moments in milliseconds since 1970. */
export interface ReadEvent {
  uid: string;
  sequence: number;
  stamp: number;
  lastModified: number;
  start: number;
  end: number;
  summary: string;
  description: string;
  location: string;
  url: string;
  status: string;
  geo: string | undefined;
}

export const session = (given: Record<string, unknown> = {}): Session =>
  sessions.schema.parse({
    title: 'Ça mijote, en ligne',
    summary: 'Une soirée pour découvrir.',
    kind: 'ca-mijote',
    startsAt: '2027-01-12T18:30',
    endsAt: '2027-01-12T20:00',
    attendance: 'online',
    ...given,
  });

export const told = (given: Partial<ToldSession> = {}): ToldSession => ({
  slug: '2027-01-ca-mijote',
  session: session(),
  page: 'https://exemple.org/sessions/2027-01-ca-mijote/',
  cantine: undefined,
  region: undefined,
  revision: { changedAt: Date.parse('2026-12-01T10:00:00Z'), sequence: 3 },
  ...given,
});

/** The events as ical.js reads them, in the order of the file. */
export function readByIcalJs(text: string): ReadEvent[] {
  const calendar = ICAL.Component.fromString(text);
  return calendar.getAllSubcomponents('vevent').map((event) => {
    const value = (name: string): unknown => event.getFirstPropertyValue(name);
    const words = (name: string): string => {
      const found = value(name);
      return typeof found === 'string' ? found : '';
    };
    const moment = (name: string): number => {
      const found = value(name);
      return found instanceof ICAL.Time ? found.toJSDate().getTime() : NaN;
    };
    const geo = value('geo');
    return {
      uid: words('uid'),
      sequence: Number(value('sequence')),
      stamp: moment('dtstamp'),
      lastModified: moment('last-modified'),
      start: moment('dtstart'),
      end: moment('dtend'),
      summary: words('summary'),
      description: words('description'),
      location: words('location'),
      url: words('url'),
      status: words('status'),
      geo: Array.isArray(geo) ? geo.join(';') : undefined,
    };
  });
}

/** A text of node-ical stands alone, or with the parameters of its property. */
function wordsOf(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'val' in value) return wordsOf(value.val);
  return typeof value === 'string' ? value : '';
}

/** The events as node-ical reads them, in the order of the file. */
export function readByNodeIcal(text: string): ReadEvent[] {
  return Object.values(nodeIcal.sync.parseICS(text)).flatMap((event) => {
    if (event?.type !== 'VEVENT') return [];
    const { geo } = event as { geo?: { lat: number; lon: number } };
    return {
      uid: event.uid,
      sequence: Number(event.sequence),
      stamp: Number(event.dtstamp),
      lastModified: Number(event.lastmodified),
      start: event.start.getTime(),
      end: Number(event.end),
      summary: wordsOf(event.summary),
      description: wordsOf(event.description),
      location: wordsOf(event.location),
      url: wordsOf(event.url),
      status: String(event.status),
      geo: geo && `${geo.lat};${geo.lon}`,
    };
  });
}

/** The events of a calendar, once two programs have read the same. */
export function eventsBothWays(text: string): ReadEvent[] {
  const events = readByIcalJs(text);
  const others = readByNodeIcal(text);
  if (JSON.stringify(events) !== JSON.stringify(others)) {
    throw new Error(`ical.js: ${JSON.stringify(events)}\nnode-ical: ${JSON.stringify(others)}`);
  }
  return events;
}
