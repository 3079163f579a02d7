import type { DayOfWeek, OpeningHoursSpecification, PostalAddress, RestaurantLeaf, WithContext } from 'schema-dts';
import { lastDayOf, addDays, type Weekday } from '#domain/days.ts';
import { preciseOf } from '#domain/location.ts';
import { servicesOn, type PlannedService, type Timetable } from '#domain/opening.ts';
import type { Cantine } from '#schemas/cantines.ts';
import { trustedSince } from '../said.ts';
import { withoutGaps } from '#feeds/json-ld.ts';

type Described = Pick<
  Cantine,
  | 'title'
  | 'summary'
  | 'status'
  | 'address'
  | 'location'
  | 'contacts'
  | 'booking'
  | 'timezone'
  | 'openingHours'
  | 'confirmations'
  | 'verifiedOn'
>;

/** What the sentences of a cantine's JSON-LD need besides its entry: absolute addresses, and the network. */
export interface RestaurantContext {
  url: string;
  image: string;
  network: { name: string; url: string };
}

/**
 * A cantine as a schema.org Restaurant, typed by the vocabulary; undefined unless it is open:
 * hours and a table would be promised that are not there.
 */
export function restaurantOf(
  cantine: Described,
  timetable: Timetable,
  { url, image, network }: RestaurantContext,
): WithContext<RestaurantLeaf> | undefined {
  if (cantine.status !== 'open') return undefined;
  const { title, summary, address, location, contacts, booking } = cantine;
  const point = preciseOf(location);
  return withoutGaps<WithContext<RestaurantLeaf>>({
    '@context': 'https://schema.org',
    '@type': 'Restaurant',
    '@id': url,
    name: `Les Petites Cantines — ${title}`,
    description: summary,
    url,
    image,
    address: withoutGaps<Exclude<PostalAddress, string>>({
      '@type': 'PostalAddress',
      streetAddress: address.streetAddress,
      postalCode: address.postalCode,
      addressLocality: address.addressLocality,
      addressCountry: cantine.timezone === 'Europe/Brussels' ? 'BE' : 'FR',
    }),
    geo: point && { '@type': 'GeoCoordinates', latitude: point.latitude, longitude: point.longitude },
    telephone: contacts.telephone,
    email: contacts.email,
    priceRange: 'Prix libre',
    acceptsReservations: booking.eat === 'unknown' ? undefined : booking.eat !== 'none',
    openingHoursSpecification: someOf(weekOf(timetable, trustedUntil(cantine))),
    specialOpeningHoursSpecification: someOf(exceptionsOf(timetable)),
    parentOrganization: { '@type': 'Organization', name: network.name, url: network.url },
    sameAs: contacts.website === undefined ? undefined : [contacts.website],
  });
}

const someOf = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined);

const SCHEMA_DAYS: Readonly<Record<Weekday, DayOfWeek>> = {
  monday: 'https://schema.org/Monday',
  tuesday: 'https://schema.org/Tuesday',
  wednesday: 'https://schema.org/Wednesday',
  thursday: 'https://schema.org/Thursday',
  friday: 'https://schema.org/Friday',
  saturday: 'https://schema.org/Saturday',
  sunday: 'https://schema.org/Sunday',
};
const WEEK = Object.keys(SCHEMA_DAYS) as Weekday[];

const KINDS = { cook: 'On cuisine ensemble', meal: 'On mange ensemble' } as const;

/** Closed all day, as schema.org and its readers write it: https://github.com/schemaorg/schemaorg/issues/819 */
const CLOSED = { opens: '00:00', closes: '00:00' } as const;

/**
 * The last day on which the week's hours are told: a year after they were read or verified. Structured data cannot
 * carry « à confirmer », and a search engine would show hours of 2018 as today's. Undated hours are not told at all.
 */
function trustedUntil(cantine: Described): string | undefined {
  const since = trustedSince(cantine, 'openingHours');
  return since && addDays(lastDayOf(since), 365);
}

/**
 * The week: one specification for the days that have the same slot. A slot without a known day or beginning says nothing;
 * one without a known end has no `closes`, which the vocabulary allows and a guess would not respect.
 */
function weekOf({ slots, publicHolidays }: Timetable, validThrough: string | undefined): OpeningHoursSpecification[] {
  if (validThrough === undefined) return [];
  const alike = Map.groupBy(
    slots.filter(({ day, opens }) => day !== undefined && opens !== undefined),
    ({ kind, opens, closes }) => [kind, opens, closes].join(' '),
  );
  const week = [...alike.values()].flatMap((group): OpeningHoursSpecification[] => {
    const [first] = group;
    if (!first) return [];
    const days = WEEK.filter((day) => group.some((slot) => slot.day === day));
    return [
      withoutGaps<OpeningHoursSpecification>({
        '@type': 'OpeningHoursSpecification',
        description: KINDS[first.kind],
        dayOfWeek: days.map((day) => SCHEMA_DAYS[day]),
        opens: first.opens,
        closes: first.closes,
        validThrough,
      }),
    ];
  });
  if (week.length > 0 && publicHolidays === 'closed') {
    week.push({ '@type': 'OpeningHoursSpecification', dayOfWeek: 'https://schema.org/PublicHolidays', ...CLOSED });
  }
  return week;
}

/** No closure is followed day by day further than this. */
const MOST_DAYS = 1_000;

/** Hours of a day as one text, so that days alike can be told. */
const signatureOf = (services: readonly PlannedService[]): string =>
  services.map(({ kind, opens, closes }) => `${kind} ${opens ?? ''} ${closes ?? ''}`).join(',');

/**
 * The days that exceptions change, with all that takes place on them: special hours replace the week's. Days that
 * follow one another with the same hours are one entry, closed days too, even those on which nothing takes place
 * anyway.
 */
function exceptionsOf(timetable: Timetable): OpeningHoursSpecification[] {
  const { exceptions } = timetable;
  const week = { ...timetable, exceptions: [] };
  const days = [...new Set(exceptions.flatMap(({ from, to }) => daysOf(from, to)))];
  const runs: { from: string; to: string; services: PlannedService[]; changes: boolean }[] = [];
  for (const day of days.toSorted()) {
    const planned = servicesOn(timetable, day).services;
    const services = planned.filter(({ doubt }) => doubt === undefined);
    // A holiday on which nobody knows is not a closed day.
    if (planned.length > 0 && services.length === 0) continue;
    const changes = signatureOf(services) !== signatureOf(servicesOn(week, day).services);
    const last = runs.at(-1);
    if (last && addDays(last.to, 1) === day && signatureOf(last.services) === signatureOf(services)) {
      last.to = day;
      last.changes ||= changes;
    } else runs.push({ from: day, to: day, services, changes });
  }
  return runs
    .filter(({ changes }) => changes)
    .flatMap(({ from, to, services }) => {
      const timed = services.filter(({ opens }) => opens !== undefined);
      const hours = services.length === 0 ? [CLOSED] : timed.map(({ opens, closes }) => ({ opens, closes }));
      return hours.map((each) =>
        withoutGaps<OpeningHoursSpecification>({
          '@type': 'OpeningHoursSpecification',
          validFrom: from,
          validThrough: to,
          ...each,
        }),
      );
    });
}

function daysOf(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to && days.length < MOST_DAYS; day = addDays(day, 1)) days.push(day);
  return days;
}
