import { ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { SESSION_KINDS, type Session } from '#schemas/sessions.ts';
import { writeCalendar, type CalendarIdentity, type PlainEvent } from '#feeds/calendar.ts';
import { byStart, instantsOf, sessionLines, placeOf, titleOf, whereOf, type ToldSession } from './words.ts';
import { preciseOf } from '#domain/location.ts';

/** Calendars recognise an event by this, wherever the site is served from: it never changes. */
const UID_DOMAIN = 'sessions.lespetitescantines.org';

const STATUS: Readonly<Record<Session['status'], ICalEventStatus>> = {
  scheduled: ICalEventStatus.CONFIRMED,
  full: ICalEventStatus.CONFIRMED,
  postponed: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
};

function eventOf(told: ToldSession): PlainEvent {
  const { slug, session, page, cantine, revision } = told;
  const point = placeOf(told) === undefined ? undefined : preciseOf(cantine?.location);
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
    description: sessionLines(told).join('\n'),
    location: {
      title: whereOf(told),
      geo: point && { lat: point.latitude, lon: point.longitude },
    },
    url: page,
    categories: [{ name: SESSION_KINDS[session.kind] }],
    status: STATUS[session.status],
    transparency: held ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    // No ORGANIZER: it is for events that invite attendees, and forbidden in others (RFC 5545, 3.8.4.3).
  };
}

/**
 * Sessions as iCalendar. Cancelled ones stay, to be struck out where they were noted. With an identity, a calendar to
 * subscribe to; without, a file to import into one's own.
 */
export const sessionsCalendar = (sessions: readonly ToldSession[], identity?: CalendarIdentity): string =>
  writeCalendar('Sessions', byStart(sessions).map(eventOf), identity);
