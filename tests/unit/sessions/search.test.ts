import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SESSION_KINDS } from '#schemas/sessions.ts';
import { modelsOf } from '#ouvrir/models.ts';
import {
  suitsFilter,
  byMonth,
  daysFrom,
  kilometresTo,
  lastSessionDay,
  nextSession,
  NO_FILTER,
  phaseAt,
  PLACES,
  readSessionSearch,
  seatsAt,
  timesOf,
  VISITORS,
  weeksOf,
  writeSessionSearch,
  type ListedSession,
  type SeatState,
  type SessionFilter,
  type SessionSearch,
} from '#sessions/search.ts';
import { dayIn } from '#domain/zones.ts';

const session = (over: Partial<ListedSession> = {}): ListedSession => ({
  slug: 'a',
  kind: 'ca-mijote',
  status: 'scheduled',
  attendance: 'online',
  region: undefined,
  starts: 1000,
  ends: 2000,
  closes: 500,
  ...over,
});

describe('instants', () => {
  test.each([
    ['2027-01-12T18:30', '2027-01-12T20:00', 'Europe/Paris', undefined, '17:30', '19:00', '2027-01-12T17:30Z'],
    ['2027-01-12T18:30', '2027-01-12T20:00', 'Europe/Paris', '2027-01-11', '17:30', '19:00', '2027-01-11T23:00Z'],
    ['2027-01-12T18:30', '2027-01-12T20:00', 'Europe/Paris', '2027-01-12', '17:30', '19:00', '2027-01-12T17:30Z'],
    ['2027-07-12T18:30', '2027-07-12T20:00', 'Europe/Paris', '2027-07-11', '16:30', '18:00', '2027-07-11T22:00Z'],
    ['2027-01-12T10:30', '2027-01-12T12:00', 'Indian/Reunion', '2027-01-10', '06:30', '08:00', '2027-01-10T20:00Z'],
  ])('%s – %s, %s, until %s', (startsAt, endsAt, timezone, closesOn, starts, ends, closes) => {
    const times = timesOf({ startsAt, endsAt, timezone, registration: { closesOn } });
    expect(times).toEqual({
      starts: Date.parse(`${startsAt.slice(0, 10)}T${starts}Z`),
      ends: Date.parse(`${endsAt.slice(0, 10)}T${ends}Z`),
      closes: Date.parse(closes),
    });
  });

  test('the hour that the clocks repeat or skip still ends after it begins', () => {
    for (const day of ['2027-10-31', '2027-03-28']) {
      const times = timesOf({
        startsAt: `${day}T02:30`,
        endsAt: `${day}T03:15`,
        timezone: 'Europe/Paris',
        registration: {},
      });
      expect(times.ends).toBeGreaterThanOrEqual(times.starts);
    }
  });
});

describe('phases', () => {
  test.each([
    [999, 'coming'],
    [1000, 'ongoing'],
    [1999, 'ongoing'],
    [2000, 'past'],
  ])('at %d: %s', (now, phase) => {
    expect(phaseAt(session(), now)).toBe(phase);
  });

  test.each<[Partial<ListedSession>, number, SeatState]>([
    [{}, 0, 'open'],
    [{}, 499, 'open'],
    [{}, 500, 'closed'],
    [{}, 1000, 'ongoing'],
    [{}, 2000, 'past'],
    [{ status: 'full' }, 0, 'full'],
    [{ status: 'full' }, 2000, 'past'],
    [{ status: 'postponed' }, 0, 'postponed'],
    [{ status: 'cancelled' }, 0, 'cancelled'],
    [{ status: 'cancelled' }, 3000, 'cancelled'],
  ])('a seat in %j at %d: %s', (over, now, state) => {
    expect(seatsAt(session(over), now)).toBe(state);
  });

  test.each<[string, ListedSession[], number, string | undefined]>([
    ['the first to come', [session({ slug: 'b', starts: 3000, ends: 4000 }), session()], 0, 'a'],
    ['the one under way', [session({ slug: 'b', starts: 3000, ends: 4000 }), session()], 1500, 'a'],
    ['not the past', [session({ slug: 'b', starts: 3000, ends: 4000 }), session()], 2000, 'b'],
    ['not the cancelled', [session({ status: 'cancelled' })], 0, undefined],
    ['not the postponed', [session({ status: 'postponed' })], 0, undefined],
    ['the full one too', [session({ status: 'full' })], 0, 'a'],
  ])('the next: %s', (_name, sessions, now, slug) => {
    expect(nextSession(sessions, now)?.slug).toBe(slug);
  });

  test('as time goes by, nothing comes back from the past, and the next one is never earlier', () => {
    const any = fc.tuple(fc.nat(1000), fc.nat(1000)).map(([a, b]) => session({ starts: a, ends: a + b, closes: a }));
    fc.assert(
      fc.property(fc.array(any, { maxLength: 10 }), fc.nat(2500), fc.nat(2500), (sessions, a, b) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)];
        for (const each of sessions) if (phaseAt(each, early) === 'past') expect(phaseAt(each, late)).toBe('past');
        const starts = (now: number) => nextSession(sessions, now)?.starts ?? Infinity;
        expect(starts(late)).toBeGreaterThanOrEqual(starts(early));
      }),
    );
  });
});

describe('the calendar', () => {
  test('groups by the month of the wall clock, in order', () => {
    const on = (startsAt: string) => ({ startsAt });
    expect(byMonth([on('2027-05-01T00:30'), on('2026-12-31T23:30'), on('2027-05-31T10:00')])).toEqual([
      { month: '2026-12', sessions: [on('2026-12-31T23:30')] },
      { month: '2027-05', sessions: [on('2027-05-01T00:30'), on('2027-05-31T10:00')] },
    ]);
  });

  test.each([
    ['2027-05-22T10:00', '2027-05-22T15:00', '2027-05-22'],
    ['2027-05-22T20:00', '2027-05-23T00:00', '2027-05-22'],
    ['2027-05-22T20:00', '2027-05-23T01:00', '2027-05-23'],
  ])('%s – %s: until %s', (startsAt, endsAt, last) => {
    expect(lastSessionDay({ startsAt, endsAt })).toBe(last);
  });

  test('tells every day of a session over the end of a month', () => {
    expect(daysFrom('2028-02-28', '2028-03-01')).toEqual(['2028-02-28', '2028-02-29', '2028-03-01']);
    expect(daysFrom('2027-05-22', '2027-05-22')).toEqual(['2027-05-22']);
  });

  test('every month holds each of its days once, in weeks of seven, under its weekday', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2016, max: 2100 }), fc.integer({ min: 1, max: 12 }), (year, number) => {
        const weeks = weeksOf(`${year}-${String(number).padStart(2, '0')}`);
        expect(weeks.every((week) => week.length === 7 && week.some((day) => day > 0))).toBe(true);
        const days = weeks.flat().filter((day) => day > 0);
        expect(days).toEqual(Array.from({ length: new Date(Date.UTC(year, number, 0)).getUTCDate() }, (_, i) => i + 1));
        const first = new Date(Date.UTC(year, number - 1, 1)).getUTCDay();
        expect(weeks[0]?.indexOf(1)).toBe(first === 0 ? 6 : first - 1);
      }),
    );
  });
});

const KINDS = Object.keys(SESSION_KINDS);
const REGIONS = ['84', '44', '01'];

const anySearch: fc.Arbitrary<SessionSearch> = fc
  .record({
    kind: fc.option(fc.constantFrom(...KINDS), { nil: undefined }),
    visitor: fc.option(fc.constantFrom(...(Object.keys(VISITORS) as (keyof typeof VISITORS)[])), { nil: undefined }),
    place: fc.option(fc.constantFrom(...(Object.keys(PLACES) as (keyof typeof PLACES)[])), { nil: undefined }),
    region: fc.option(fc.constantFrom(...REGIONS), { nil: undefined }),
    view: fc.constantFrom('list' as const, 'month' as const),
    month: fc.option(fc.constantFrom('2027-01', '2030-12'), { nil: undefined }),
  })
  .map((search) => (search.view === 'month' ? search : { ...search, month: undefined }));

describe('filters', () => {
  const mixed = session({ attendance: 'mixed', region: '84' });
  test.each<[string, ListedSession, Partial<SessionFilter>, boolean]>([
    ['nothing asked', session(), {}, true],
    ['its kind', session(), { kind: 'ca-mijote' }, true],
    ['another kind', session(), { kind: 'temps-collectif' }, false],
    ['online', session(), { place: 'en-ligne' }, true],
    ['online, on site asked', session(), { place: 'sur-place' }, false],
    ['on site, online asked', session({ attendance: 'onSite' }), { place: 'en-ligne' }, false],
    ['both, online asked', mixed, { place: 'en-ligne' }, true],
    ['both, on site asked', mixed, { place: 'sur-place' }, true],
    ['its region', mixed, { region: '84' }, true],
    ['online has no region', session(), { region: '84' }, false],
    ['for those who would open one', session({ kind: 'portes-ouvertes' }), { visitor: 'porteurs-de-projet' }, true],
    ['for professionals', session({ kind: 'ca-mijote' }), { visitor: 'restauration' }, false],
  ])('%s', (_name, asked, filter, expected) => {
    expect(suitsFilter(asked, { ...NO_FILTER, ...filter })).toBe(expected);
  });

  test('every kind is for somebody', () => {
    const named: string[] = Object.values(VISITORS).flatMap(({ kinds }) => [...kinds]);
    expect(KINDS.filter((kind) => !named.includes(kind))).toEqual([]);
  });

  test('the address says what was asked, and nothing when nothing was', () => {
    expect(writeSessionSearch({ ...NO_FILTER, view: 'list', month: undefined }).toString()).toBe('');
    expect(writeSessionSearch({ ...NO_FILTER, view: 'list', month: '2027-01' }).toString()).toBe('');
    expect(writeSessionSearch({ ...NO_FILTER, view: 'month', month: undefined }).toString()).toBe('vue=mois');
    fc.assert(
      fc.property(anySearch, (search) => {
        const params = new URLSearchParams(writeSessionSearch(search).toString());
        expect(readSessionSearch(params, { kinds: KINDS, regions: REGIONS })).toEqual(search);
      }),
    );
  });

  test('a hand-made address is read for what it says, and no more', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (query) => {
        const search = readSessionSearch(new URLSearchParams(query), { kinds: KINDS, regions: REGIONS });
        expect(search.kind === undefined || KINDS.includes(search.kind)).toBe(true);
      }),
    );
    for (const month of ['2027-00', '2027-13', '2027-1', '12027-01', '2027-01-01'])
      expect(readSessionSearch(new URLSearchParams({ mois: month }), { kinds: [], regions: [] }).month).toBeUndefined();
    const odd = new URLSearchParams('type=constructor&pour=__proto__&ou=toString&region=99&vue=x&mois=2027-13');
    expect(readSessionSearch(odd, { kinds: KINDS, regions: REGIONS })).toEqual({
      ...NO_FILTER,
      view: 'list',
      month: undefined,
    });
  });
});

test('the last day to register is a whole day where the session takes place', () => {
  const zones = fc.constantFrom('Europe/Paris', 'America/Cayenne', 'Indian/Mayotte');
  fc.assert(
    fc.property(zones, fc.integer({ min: 1, max: 350 }), (timezone, offset) => {
      const closesOn = new Date(Date.UTC(2027, 0, offset)).toISOString().slice(0, 10);
      const { closes } = timesOf({
        startsAt: '2027-12-31T10:00',
        endsAt: '2027-12-31T12:00',
        timezone,
        registration: { closesOn },
      });
      expect(dayIn(timezone, closes - 1)).toBe(closesOn);
      expect(dayIn(timezone, closes)).not.toBe(closesOn);
    }),
  );
});

test('the models of the guide are its third-level headings, with what stands under each', () => {
  const guide =
    'Avant.\n\n## Façons\n\n### La salle pleine\n\nDu monde.\n\nEncore.\n\n### Le lieu partagé\n\nChez un autre.\n\n## Après\n\nRien.\n';
  expect(modelsOf(guide)).toEqual([
    { title: 'La salle pleine', text: 'Du monde.\n\nEncore.' },
    { title: 'Le lieu partagé', text: 'Chez un autre.' },
  ]);
  expect(modelsOf('')).toEqual([]);
});

describe('near a place', () => {
  const lyon = { latitude: 45.76, longitude: 4.84 };
  const session = (attendance: 'online' | 'onSite' | 'mixed', point?: { latitude: number; longitude: number }) => ({
    slug: 'a',
    kind: 'ca-mijote',
    status: 'scheduled' as const,
    attendance,
    region: undefined,
    starts: 0,
    ends: 1,
    closes: 0,
    point,
  });

  test.each([
    ['in the town', session('onSite', lyon), true],
    ['an hour away', session('onSite', { latitude: 45.76, longitude: 5.5 }), true],
    // A degree of latitude is 111.195 km.
    ['59.9 km away', session('onSite', { ...lyon, latitude: lyon.latitude + 59.9 / 111.195 }), true],
    ['60.1 km away', session('onSite', { ...lyon, latitude: lyon.latitude + 60.1 / 111.195 }), false],
    ['far away', session('onSite', { latitude: 48.86, longitude: 2.35 }), false],
    ['far away, and online', session('mixed', { latitude: 48.86, longitude: 2.35 }), true],
    ['online', session('online'), true],
    ['nowhere known', session('onSite'), false],
  ])('%s', (_title, listed, expected) => {
    expect(suitsFilter(listed, { ...NO_FILTER, near: lyon })).toBe(expected);
  });

  test('whoever wants to be there is not near one that is far away, be it online too', () => {
    const far = session('mixed', { latitude: 48.86, longitude: 2.35 });
    expect(suitsFilter(far, { ...NO_FILTER, near: lyon, place: 'sur-place' })).toBe(false);
  });

  test('how far it is, but for one that is online', () => {
    expect(kilometresTo(session('onSite', lyon), lyon)).toBe(0);
    expect(kilometresTo(session('online', lyon), lyon)).toBeUndefined();
    expect(kilometresTo(session('onSite'), lyon)).toBeUndefined();
  });

  test.each([
    ['  lyon-69123 ', 'lyon-69123'],
    ['x'.repeat(101), 'x'.repeat(100)],
    [' ', undefined],
  ])('a place that a hand typed: %j', (lieu, town) => {
    expect(readSessionSearch(new URLSearchParams({ lieu }), { kinds: [], regions: [] }).town).toBe(town);
  });

  test('the place stays in the address', () => {
    const search = { ...NO_FILTER, view: 'list' as const, month: undefined, town: 'lyon-69123' };
    const params = writeSessionSearch(search);
    expect(params.get('lieu')).toBe('lyon-69123');
    expect(readSessionSearch(params, { kinds: [], regions: [] }).town).toBe('lyon-69123');
  });
});
