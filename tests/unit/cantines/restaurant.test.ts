import { describe, expect, test } from 'vitest';
import type { Timetable } from '#domain/opening.ts';
import { embedJson } from '#domain/html.ts';
import { restaurantOf } from '#cantines/feeds/restaurant.ts';
import { problemsOf, type Json } from '../../support/vocabulary.ts';
import { cantines } from '#schemas/cantines.ts';

const CONTEXT = {
  url: 'https://exemple.org/cantines/lyon-vaise/',
  image: 'https://exemple.org/partage/cantines/lyon-vaise.png',
  network: { name: 'Les Petites Cantines Réseau', url: 'https://www.lespetitescantines.org' },
};

const timetable = (given: Partial<Timetable> = {}): Timetable => ({
  timezone: 'Europe/Paris',
  slots: [],
  exceptions: [],
  publicHolidays: 'unknown',
  holidayZone: 'metropole',
  ...given,
});

const cantine = (given: Record<string, unknown> = {}) =>
  cantines.schema.parse({
    title: 'Lyon Vaise',
    summary: 'Une table </script> à partager.',
    status: 'open',
    address: { addressLocality: 'Lyon' },
    ...given,
  });

const FULL = cantine({
  address: { streetAddress: '37 rue Saint-Pierre-de-Vaise', postalCode: '69009', addressLocality: 'Lyon' },
  location: { latitude: 45.7729, longitude: 4.8039, precision: 'address' },
  contacts: {
    telephone: '04 78 00 00 00',
    email: 'table@exemple.org',
    website: 'https://exemple.org/vaise',
    booking: 'https://exemple.org/reserver',
  },
  booking: { cook: 'required', eat: 'recommended' },
  openingHours: { asOf: '2026-06' },
});

const TUESDAY_AND_FRIDAY: Timetable['slots'] = (['tuesday', 'friday'] as const).flatMap((day) => [
  { day, kind: 'cook' as const, opens: '09:30', closes: '12:30' },
  { day, kind: 'meal' as const, service: 'lunch' as const, opens: '12:30' },
]);

const FULL_TIMETABLE = timetable({
  slots: [
    ...TUESDAY_AND_FRIDAY,
    { day: 'saturday', kind: 'meal', service: 'dinner', opens: '19:30', closes: '00:30' },
    { day: 'sunday', kind: 'meal', service: 'brunch' },
  ],
  publicHolidays: 'closed',
  exceptions: [
    { from: '2027-08-01', to: '2027-08-25', kind: 'closed', reason: 'Congés d’été' },
    { from: '2027-08-14', to: '2027-08-14', kind: 'extra', opens: '12:00', closes: '15:00' },
    { from: '2027-09-07', to: '2027-09-12', kind: 'changed', opens: '18:00', closes: '21:00' },
  ],
});

const built = (entry: ReturnType<typeof cantine>, hours: Timetable): Json => {
  const restaurant = restaurantOf(entry, hours, CONTEXT);
  if (!restaurant) throw new Error('Nothing was written.');
  return JSON.parse(embedJson(restaurant)) as Json;
};

describe('the JSON-LD of a cantine', () => {
  test('tells no week of unknown age, and none beyond a year', () => {
    const { openingHours, ...undated } = FULL;
    const hours = timetable({ slots: TUESDAY_AND_FRIDAY });
    expect(built({ ...undated, openingHours: { ...openingHours, asOf: undefined } }, hours)).not.toHaveProperty(
      'openingHoursSpecification',
    );
    expect(built({ ...FULL, verifiedOn: '2026-11-20' }, hours)['openingHoursSpecification']).toMatchObject([
      { validThrough: '2027-11-20' },
      { validThrough: '2027-11-20' },
    ]);
  });

  test('leaves out what takes place on days that nobody wrote, which it would make no day', () => {
    const hours = timetable({ slots: [{ kind: 'cook', opens: '09:30' }, ...TUESDAY_AND_FRIDAY] });
    expect(built(FULL, hours)).toEqual(built(FULL, timetable({ slots: TUESDAY_AND_FRIDAY })));
    expect(built(FULL, timetable({ slots: [{ kind: 'cook', opens: '09:30' }] }))).not.toHaveProperty(
      'openingHoursSpecification',
    );
  });

  test('says what is known', () => {
    expect(built(FULL, timetable({ slots: TUESDAY_AND_FRIDAY }))).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Restaurant',
      '@id': CONTEXT.url,
      name: 'Les Petites Cantines — Lyon Vaise',
      description: 'Une table </script> à partager.',
      url: CONTEXT.url,
      image: CONTEXT.image,
      address: {
        '@type': 'PostalAddress',
        streetAddress: '37 rue Saint-Pierre-de-Vaise',
        postalCode: '69009',
        addressLocality: 'Lyon',
        addressCountry: 'FR',
      },
      geo: { '@type': 'GeoCoordinates', latitude: 45.7729, longitude: 4.8039 },
      telephone: '04 78 00 00 00',
      email: 'table@exemple.org',
      priceRange: 'Prix libre',
      acceptsReservations: true,
      openingHoursSpecification: [
        {
          '@type': 'OpeningHoursSpecification',
          description: 'On cuisine ensemble',
          dayOfWeek: ['https://schema.org/Tuesday', 'https://schema.org/Friday'],
          opens: '09:30',
          closes: '12:30',
          validThrough: '2027-06-30',
        },
        {
          '@type': 'OpeningHoursSpecification',
          description: 'On mange ensemble',
          dayOfWeek: ['https://schema.org/Tuesday', 'https://schema.org/Friday'],
          opens: '12:30',
          validThrough: '2027-06-30',
        },
      ],
      parentOrganization: {
        '@type': 'Organization',
        name: 'Les Petites Cantines Réseau',
        url: 'https://www.lespetitescantines.org',
      },
      sameAs: ['https://exemple.org/vaise'],
    });
  });

  test('leaves out what nobody knows', () => {
    const bare = built(cantine({ location: { latitude: 45.75, longitude: 4.85, precision: 'commune' } }), timetable());
    const keys = [
      '@context',
      '@type',
      '@id',
      'name',
      'description',
      'url',
      'image',
      'address',
      'priceRange',
      'parentOrganization',
    ];
    expect(Object.keys(bare)).toEqual(keys);
    expect(bare['address']).toEqual({ '@type': 'PostalAddress', addressLocality: 'Lyon', addressCountry: 'FR' });
  });

  test.each([['preparing'], ['paused'], ['closed']])('a cantine that is %s is no restaurant', (status) => {
    expect(restaurantOf(cantine({ status }), FULL_TIMETABLE, CONTEXT)).toBeUndefined();
  });

  test.each([
    ['required', true],
    ['recommended', true],
    ['none', false],
    ['unknown', undefined],
  ])('booking %s: %s', (eat, expected) => {
    expect(built(cantine({ booking: { eat } }), timetable())['acceptsReservations']).toBe(expected);
  });

  test('cannot end the script that carries it', () => {
    const restaurant = restaurantOf(FULL, FULL_TIMETABLE, CONTEXT);
    expect(embedJson(restaurant ?? {})).not.toContain('<');
  });
});

const special = (hours: Partial<Timetable>) =>
  ((built(FULL, timetable(hours))['specialOpeningHoursSpecification'] ?? []) as Json[]).map(
    ({ validFrom, validThrough, opens, closes }) => [validFrom, validThrough, opens, closes],
  );

describe('special hours', () => {
  test('a closed day is 00:00–00:00; an opening in the middle parts the closure', () => {
    expect(special(FULL_TIMETABLE)).toEqual([
      ['2027-08-01', '2027-08-13', '00:00', '00:00'],
      ['2027-08-14', '2027-08-14', '12:00', '15:00'],
      ['2027-08-15', '2027-08-25', '00:00', '00:00'],
      ['2027-09-07', '2027-09-07', '18:00', '21:00'],
      ['2027-09-10', '2027-09-12', '18:00', '21:00'],
    ]);
  });

  test('an extra opening comes with what the week brings that day', () => {
    const exceptions = [
      { from: '2027-01-12', to: '2027-01-12', kind: 'extra', opens: '19:00', closes: '22:00' },
    ] as const;
    expect(special({ slots: TUESDAY_AND_FRIDAY, exceptions })).toEqual([
      ['2027-01-12', '2027-01-12', '09:30', '12:30'],
      ['2027-01-12', '2027-01-12', '12:30', undefined],
      ['2027-01-12', '2027-01-12', '19:00', '22:00'],
    ]);
  });

  test('a holiday on which nobody knows is not a closed day', () => {
    // 6 May 2027 is Ascension, a Thursday.
    const slots: Timetable['slots'] = [{ day: 'thursday', kind: 'meal', opens: '12:30', closes: '14:00' }];
    const exceptions = [
      { from: '2027-04-29', to: '2027-05-13', kind: 'changed', opens: '12:00', closes: '13:00' },
    ] as const;
    const told = special({ slots, exceptions });
    expect(told).toEqual([
      ['2027-04-29', '2027-04-29', '12:00', '13:00'],
      ['2027-05-13', '2027-05-13', '12:00', '13:00'],
    ]);
    expect(special({ slots, exceptions, publicHolidays: 'open' })).toContainEqual([
      '2027-05-06',
      '2027-05-06',
      '12:00',
      '13:00',
    ]);
  });

  test('a closure without end is written up to a limit', () => {
    const exceptions = [{ from: '2027-01-01', to: '2099-12-31', kind: 'closed' }] as const;
    expect(special({ slots: TUESDAY_AND_FRIDAY, exceptions })).toHaveLength(1);
  });
});

describe('against the vocabulary of schema.org', () => {
  test('every property exists and has a type that it may have', () => {
    const jsonLd = built(FULL, FULL_TIMETABLE);
    expect(Object.keys(jsonLd)).toContain('specialOpeningHoursSpecification');
    expect(problemsOf(jsonLd)).toEqual([]);
  });

  test.each<[string, Json, RegExp]>([
    ['an unknown property', { openingTimes: 'mardi' }, /openingTimes/],
    [
      'an unknown nested property',
      { geo: { '@type': 'GeoCoordinates', latitude: 1, longitude: 2, precision: 'rue' } },
      /precision/,
    ],
    ['a value of a wrong type', { acceptsReservations: 12 }, /not assignable/],
    [
      'a day that does not exist',
      { openingHoursSpecification: [{ '@type': 'OpeningHoursSpecification', dayOfWeek: 'mardi' }] },
      /mardi/,
    ],
    ['a type that does not exist', { address: { '@type': 'Adresse' } }, /Adresse/],
  ])('%s is found', (_title, wrong, expected) => {
    expect(problemsOf({ ...built(FULL, FULL_TIMETABLE), ...wrong }).join('\n')).toMatch(expected);
  });
});
