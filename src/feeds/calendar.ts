import ical, { type ICalEventData } from 'ical-generator';

/** How often a subscribed calendar asks again, in seconds. */
const REFRESH = 6 * 3600;

/** What a calendar is called, and where it and its page are, as absolute addresses. */
export interface CalendarIdentity {
  /** Without comma, semicolon or backslash, which the writer leaves as they are. */
  name: string;
  source: string;
  url: string;
}

/**
 * Events as iCalendar (RFC 5545, 7986), lines ended by CRLF. With an identity, a calendar to subscribe to; without, a
 * file to import into one's own.
 * @param product what the calendar is made from, `Sessions`
 */
export function writeCalendar(product: string, events: ICalEventData[], identity?: CalendarIdentity): string {
  const calendar = ical({
    prodId: { company: 'Les Petites Cantines', product, language: 'FR' },
    scale: 'gregorian',
    ...(identity && { ...identity, ttl: REFRESH }),
    events,
  });
  return `${calendar.toString()}\r\n`;
}

/** The file that a calendar program reads. */
export const calendarResponse = (calendar: string): Response =>
  new Response(calendar, { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } });
