import type { EventLeaf, Offer, Place as SchemaPlace, PostalAddress, VirtualLocation, WithContext } from 'schema-dts';
import { fullName } from '#domain/address.ts';
import { preciseOf } from '#domain/location.ts';
import { typeset } from '#domain/typography.ts';
import { instantOf } from '#domain/zones.ts';
import type { Session } from '#schemas/sessions.ts';
import { withoutGaps } from '#feeds/json-ld.ts';
import { titleOf, type ToldSession } from './words.ts';

/** What the JSON-LD of a session says besides the session: its image, absolute, and the network. */
export interface EventContext {
  image: string;
  network: { name: string; url: string };
}

type Status = 'EventScheduled' | 'EventPostponed' | 'EventCancelled';
const STATUS: Readonly<Record<Session['status'], `https://schema.org/${Status}`>> = {
  scheduled: 'https://schema.org/EventScheduled',
  full: 'https://schema.org/EventScheduled',
  postponed: 'https://schema.org/EventPostponed',
  cancelled: 'https://schema.org/EventCancelled',
};

const MODE = {
  online: 'https://schema.org/OnlineEventAttendanceMode',
  onSite: 'https://schema.org/OfflineEventAttendanceMode',
  mixed: 'https://schema.org/MixedEventAttendanceMode',
} as const;

/** A session as a schema.org Event, typed by the vocabulary. No price is told: an entry does not know it. */
export function eventOf(told: ToldSession, { image, network }: EventContext): WithContext<EventLeaf> {
  const { session, page } = told;
  const { startsAt, endsAt, timezone, status, attendance, audience, capacity } = session;
  return withoutGaps<WithContext<EventLeaf>>({
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': page,
    name: titleOf(session),
    description: typeset(session.summary),
    url: page,
    image,
    inLanguage: 'fr',
    startDate: withOffset(startsAt, timezone),
    endDate: withOffset(endsAt, timezone),
    eventStatus: STATUS[status],
    eventAttendanceMode: MODE[attendance],
    location:
      attendance === 'mixed' ? [placeOf(told), roomOf(told)] : attendance === 'online' ? roomOf(told) : placeOf(told),
    organizer: { '@type': 'Organization', name: network.name, url: network.url },
    audience: audience === undefined ? undefined : { '@type': 'Audience', audienceType: typeset(audience) },
    maximumAttendeeCapacity: capacity,
    offers: offerOf(session, page),
  });
}

/** `2027-01-12T18:30:00+01:00` */
function withOffset(wall: string, zone: string): string {
  const instant = instantOf(wall, zone);
  const offset = Math.round((Date.parse(`${wall}Z`) - instant) / 60_000);
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return `${wall}:00${offset < 0 ? '-' : '+'}${two(hours)}:${two(minutes)}`;
}

function roomOf({ session, page }: ToldSession): VirtualLocation {
  // The link is sometimes sent to those who register: the page says so.
  return { '@type': 'VirtualLocation', url: session.onlineUrl ?? page };
}

function placeOf({ session, cantine }: ToldSession): SchemaPlace {
  const { streetAddress, postalCode, addressLocality } = cantine?.address ?? session.venue;
  const point = preciseOf(cantine?.location);
  return withoutGaps<Exclude<SchemaPlace, string>>({
    '@type': 'Place',
    name: cantine ? fullName(cantine.title) : (session.venue.name ?? addressLocality),
    address: withoutGaps<Exclude<PostalAddress, string>>({
      '@type': 'PostalAddress',
      streetAddress,
      postalCode,
      addressLocality,
      addressCountry: session.timezone === 'Europe/Brussels' ? 'BE' : 'FR',
    }),
    geo: point && { '@type': 'GeoCoordinates', latitude: point.latitude, longitude: point.longitude },
  });
}

/** Where a seat is asked for, while there may be one, or that there is none left. */
function offerOf({ status, registration }: Session, page: string): Offer | undefined {
  if (status === 'full') return { '@type': 'Offer', url: page, availability: 'https://schema.org/SoldOut' };
  if (status !== 'scheduled' || registration.url === undefined) return undefined;
  return withoutGaps<Exclude<Offer, string>>({
    '@type': 'Offer',
    url: registration.url,
    availability: 'https://schema.org/InStock',
  });
}
