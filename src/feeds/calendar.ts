import ical, { type ICalAlarmData, type ICalEventData } from 'ical-generator';
import { plain, plainTitle } from './plain.ts';

/** How often a subscribed calendar asks again, in seconds. */
const REFRESH = 6 * 3600;

/** What a calendar is called, and where it and its page are, as absolute addresses. */
export interface CalendarIdentity {
  name: string;
  source: string;
  url: string;
}

/** An event whose texts are all told here: what an event says is made plain in one place. */
export interface PlainEvent extends Omit<
  ICalEventData,
  'summary' | 'description' | 'location' | 'categories' | 'alarms' | 'organizer' | 'attendees' | 'x'
> {
  summary: string;
  description: string;
  categories?: readonly { name: string }[];
  location?: { title: string; geo?: { lat: number; lon: number } | undefined };
  alarms?: readonly (ICalAlarmData & { description: string })[];
}

/**
 * Events as iCalendar (RFC 5545, 7986), lines ended by CRLF. With an identity, a calendar to subscribe to; without, a
 * file to import into one's own.
 * @param product what the calendar is made from, `Sessions`
 */
export function writeCalendar(product: string, events: readonly PlainEvent[], identity?: CalendarIdentity): string {
  const calendar = ical({
    prodId: { company: 'Les Petites Cantines', product, language: 'FR' },
    scale: 'gregorian',
    ...(identity && { ...identity, name: nameOf(identity.name), ttl: REFRESH }),
    events: events.map(plainEvent),
  });
  return `${calendar.toString()}\r\n`;
}

/** The writer leaves these as they are in a name, where they divide it. */
const nameOf = (name: string): string => plainTitle(name).replace(/[,;＼]+/g, '');

/** No text of an event can end its line, whoever wrote it. */
function plainEvent({ summary, description, location, categories, alarms, ...event }: PlainEvent): ICalEventData {
  return {
    ...event,
    summary: plainTitle(summary),
    description: plain(description),
    ...(categories && { categories: categories.map(({ name }) => ({ name: plainTitle(name) })) }),
    ...(location && { location: { ...location, title: plainTitle(location.title) } }),
    ...(alarms && { alarms: alarms.map((alarm) => ({ ...alarm, description: plainTitle(alarm.description) })) }),
  };
}

/** The file that a calendar program reads. */
export const calendarResponse = (calendar: string): Response =>
  new Response(calendar, { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } });
