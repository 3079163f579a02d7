import { describe, expect, test } from 'vitest';
import { eventOf } from '#sessions/feeds/event.ts';
import { embedJson } from '#domain/html.ts';
import type { ToldSession } from '#sessions/feeds/words.ts';
import { cantines } from '#schemas/cantines.ts';
import { session, told } from '../../support/calendars.ts';
import { isObject, problemsOf, type Json } from '../../support/vocabulary.ts';

const CONTEXT = {
  image: 'https://exemple.org/partage/sessions/a.png',
  network: { name: 'Les Petites Cantines Réseau', url: 'https://www.lespetitescantines.org' },
};

const HOST = cantines.schema.parse({
  title: 'Lyon Vaise',
  summary: 'Une table à partager.',
  status: 'open',
  address: { streetAddress: '37 rue Saint-Pierre-de-Vaise', postalCode: '69009', addressLocality: 'Lyon' },
  location: { latitude: 45.7729, longitude: 4.8039, precision: 'address' },
});

/** The JSON-LD as a page carries it. */
const built = (given: Record<string, unknown> = {}, others: Partial<ToldSession> = {}): Json =>
  JSON.parse(embedJson(eventOf(told({ session: session(given), ...others }), CONTEXT))) as Json;

const FULL = built(
  {
    title: 'Ça mijote </script>',
    attendance: 'mixed',
    cantine: 'lyon-vaise',
    onlineUrl: 'https://exemple.org/visio',
    audience: 'Tout le monde',
    capacity: 12,
    registration: { url: 'https://exemple.org/inscription' },
  },
  { cantine: HOST },
);

test('a session at a table and online', () => {
  expect(FULL).toEqual({
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': 'https://exemple.org/sessions/2027-01-ca-mijote/',
    name: 'Ça mijote </script>',
    description: 'Une soirée pour découvrir.',
    url: 'https://exemple.org/sessions/2027-01-ca-mijote/',
    image: CONTEXT.image,
    inLanguage: 'fr',
    startDate: '2027-01-12T18:30:00+01:00',
    endDate: '2027-01-12T20:00:00+01:00',
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
    location: [
      {
        '@type': 'Place',
        name: 'Les Petites Cantines Lyon Vaise',
        address: {
          '@type': 'PostalAddress',
          streetAddress: '37 rue Saint-Pierre-de-Vaise',
          postalCode: '69009',
          addressLocality: 'Lyon',
          addressCountry: 'FR',
        },
        geo: { '@type': 'GeoCoordinates', latitude: 45.7729, longitude: 4.8039 },
      },
      { '@type': 'VirtualLocation', url: 'https://exemple.org/visio' },
    ],
    organizer: { '@type': 'Organization', ...CONTEXT.network },
    audience: { '@type': 'Audience', audienceType: 'Tout le monde' },
    maximumAttendeeCapacity: 12,
    offers: {
      '@type': 'Offer',
      url: 'https://exemple.org/inscription',
      availability: 'https://schema.org/InStock',
    },
  });
});

test.each([
  ['scheduled', 'EventScheduled', undefined],
  ['full', 'EventScheduled', 'https://schema.org/SoldOut'],
  ['postponed', 'EventPostponed', undefined],
  ['cancelled', 'EventCancelled', undefined],
])('the state « %s »', (status, expected, availability) => {
  const { eventStatus, offers } = built({ status });
  expect(eventStatus).toBe(`https://schema.org/${expected}`);
  expect(isObject(offers) ? offers['availability'] : undefined).toBe(availability);
});

test('no price is told, and nothing is offered that cannot be asked for', () => {
  expect(JSON.stringify(FULL)).not.toMatch(/price/i);
  const registration = { url: 'https://exemple.org/inscription' };
  expect(built({ registration, status: 'cancelled' })).not.toHaveProperty('offers');
});

test('online, without a public link: the page tells how', () => {
  expect(built()).toMatchObject({
    eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
    location: { '@type': 'VirtualLocation', url: 'https://exemple.org/sessions/2027-01-ca-mijote/' },
  });
});

test('in another place than a cantine', () => {
  const venue = { addressLocality: 'Bruxelles' };
  expect(built({ attendance: 'onSite', venue, timezone: 'Europe/Brussels' })).toMatchObject({
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: {
      '@type': 'Place',
      name: 'Bruxelles',
      address: { '@type': 'PostalAddress', addressLocality: 'Bruxelles', addressCountry: 'BE' },
    },
  });
});

test.each([
  ['2027-07-14T09:05', 'Europe/Paris', '2027-07-14T09:05:00+02:00'],
  ['2027-07-14T09:05', 'America/Guadeloupe', '2027-07-14T09:05:00-04:00'],
  ['2027-10-31T02:30', 'Europe/Paris', '2027-10-31T02:30:00+02:00'],
])('%s in %s, with its offset', (startsAt, timezone, expected) => {
  expect(built({ startsAt, endsAt: '2027-12-31T00:00', timezone })['startDate']).toBe(expected);
});

describe('against the vocabulary of schema.org', () => {
  test('every property exists and has a type that it may have', () => {
    expect(problemsOf(FULL)).toEqual([]);
    expect(problemsOf(built({ status: 'full', attendance: 'onSite', venue: { addressLocality: 'Lyon' } }))).toEqual([]);
  });

  test.each<[string, Json, RegExp]>([
    ['an unknown property', { startTime: 'mardi' }, /startTime/],
    ['an unknown nested property', { offers: { '@type': 'Offer', free: true } }, /free/],
    ['a state that does not exist', { eventStatus: 'https://schema.org/EventFull' }, /not assignable/],
  ])('%s is found', (_title, wrong, expected) => {
    expect(problemsOf({ ...FULL, ...wrong }).join('\n')).toMatch(expected);
  });
});
