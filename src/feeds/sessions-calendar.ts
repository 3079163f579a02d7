import ical, { ICalEventStatus, ICalEventTransparency, type ICalEventData } from 'ical-generator';
import { SESSION_KINDS, type Session } from '../schemas/sessions.ts';
import { inOrder, instantsOf, linesOf, placeOf, titleOf, whereOf, type ToldSession } from './sessions-words.ts';

/** Calendars recognise an event by this, wherever the site is served from: it never changes. */
const UID_DOMAIN = 'sessions.lespetitescantines.org';

/** How often a subscribed calendar asks again, in seconds. */
const REFRESH = 6 * 3600;

const STATUS: Readonly<Record<Session['status'], ICalEventStatus>> = {
  scheduled: ICalEventStatus.CONFIRMED,
  full: ICalEventStatus.CONFIRMED,
  postponed: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
};

function eventOf(told: ToldSession): ICalEventData {
  const { slug, session, page, cantine, revision } = told;
  const location = placeOf(told) === undefined ? undefined : cantine?.location;
  const precise = location?.precision === 'address' || location?.precision === 'street';
  const held = session.status === 'scheduled' || session.status === 'full';
  const { start, end } = instantsOf(session);
  const changed = new Date(revision.changedAt);
  return {
    id: `${slug}@${UID_DOMAIN}`,
    sequence: revision.sequence,
    // Without METHOD, DTSTAMP is LAST-MODIFIED (RFC 5545, 3.8.7.2), and not the moment of the build.
    stamp: changed,
    lastModified: changed,
    // UTC instants: a session happens once, so no rule of a zone has to be carried, and no program can read one wrong.
    start: new Date(start),
    end: new Date(end),
    summary: titleOf(session),
    description: linesOf(told).join('\n'),
    location: {
      title: whereOf(told),
      geo: precise ? { lat: location.latitude, lon: location.longitude } : undefined,
    },
    url: page,
    categories: [{ name: SESSION_KINDS[session.kind] }],
    status: STATUS[session.status],
    transparency: held ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    // No ORGANIZER: it is for events that invite attendees, and forbidden in others (RFC 5545, 3.8.4.3).
  };
}

/** What a calendar is called, and where it and its page are, as absolute addresses. */
export interface CalendarIdentity {
  /** Without comma, semicolon or backslash, which the writer leaves as they are. */
  name: string;
  source: string;
  url: string;
}

/**
 * Sessions as iCalendar (RFC 5545, 7986), lines ended by CRLF. Cancelled ones stay, to be struck out where they were
 * noted. With an identity, a calendar to subscribe to; without, a file to import into one's own.
 */
export function calendarOf(sessions: readonly ToldSession[], identity?: CalendarIdentity): string {
  const calendar = ical({
    prodId: { company: 'Les Petites Cantines', product: 'Sessions', language: 'FR' },
    scale: 'gregorian',
    ...(identity && { ...identity, ttl: REFRESH }),
    events: inOrder(sessions).map(eventOf),
  });
  return `${calendar.toString()}\r\n`;
}
