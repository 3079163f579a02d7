import { shorten } from '#domain/french.ts';
import { instantsOf, sessionLines, titleOf, whereOf, type ToldSession } from './words.ts';
import type { CalendarLink } from '#feeds/subscribe-links.ts';

/** Some servers refuse an address past 2,000 signs, and an accent takes six of them. */
const MOST_DETAILS = 500;

/** The summary, then the session's page: the rest is there. */
function detailsOf(told: ToldSession): string {
  const lines = sessionLines(told);
  return [shorten(lines.slice(0, -1).join('\n'), MOST_DETAILS), lines.at(-1)].join('\n');
}

/** `2027-01-12T17:30:00Z` */
const utc = (instant: number): string => new Date(instant).toISOString().replace('.000Z', 'Z');

/** Links that add a session to the calendars that live on the web. */
export function addLinks(told: ToldSession): CalendarLink[] {
  const instants = instantsOf(told.session);
  const [start, end] = [utc(instants.start), utc(instants.end)];
  const [title, details, location] = [titleOf(told.session), detailsOf(told), whereOf(told)];
  const google = new URLSearchParams({
    action: 'TEMPLATE',
    text: title,
    dates: `${start}/${end}`.replace(/[-:]/g, ''),
    details,
    location,
  });
  // Outlook shows the « + » of form encoding as it is.
  const outlook = new URLSearchParams({
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: title,
    startdt: start,
    enddt: end,
    body: details,
    location,
  })
    .toString()
    .replaceAll('+', '%20');
  return [
    { label: 'Google Agenda', href: `https://calendar.google.com/calendar/render?${google.toString()}` },
    { label: 'Outlook.com', href: `https://outlook.live.com/calendar/0/deeplink/compose?${outlook}` },
    { label: 'Outlook au travail', href: `https://outlook.office.com/calendar/0/deeplink/compose?${outlook}` },
  ];
}
