import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { TIME_ZONES } from '#domain/time-zones.ts';
import { sessionsCalendar } from '#sessions/feeds/calendar.ts';
import { sessionLines, placeOf, titleOf, whereOf, type ToldSession } from '#sessions/feeds/words.ts';
import { cantines } from '#schemas/cantines.ts';
import { ATTENDANCE, SESSION_KINDS, SESSION_STATUS, type Session } from '#schemas/sessions.ts';
import { eventsBothWays, readByIcalJs, readByNodeIcal, session, told } from '../../support/calendars.ts';

const RUNS = 2000;

/** What editors write, and what calendar files are known to break on. */
const WORDS = [
  'Ça mijote',
  'œuf',
  'L’été, à Lyon ;',
  'deux-points : là',
  'a\\b',
  'C:\\nouveau',
  '\\n',
  '\\,',
  '\\;',
  ',',
  ';;',
  '"guillemets"',
  '"',
  '« guillemets »',
  '🍲',
  '👩🏽‍🍳',
  '🇫🇷',
  'e\u0301',
  'שלום',
  'TZID=Europe/Paris:',
  'BEGIN:VEVENT',
  'END:VCALENDAR',
  'https://exemple.org/?a=1,2;b=3',
  '&amp; <b>',
  '^n ^^',
  'anticonstitutionnellement'.repeat(5),
];
const line = fc
  .array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'grapheme', maxLength: 20 })), {
    minLength: 1,
    maxLength: 30,
  })
  .map((words) => words.join(' ').replace(/\s+/g, ' ').trim() || 'Sans titre');
const paragraph = fc
  .array(line, { minLength: 1, maxLength: 4 })
  .map((lines) => lines.join('\n').slice(0, 240).trim() || 'x');

/** Wall times: any, at midnight, and around the changes of summer time. */
const CHANGES = ['2027-03-28', '2027-10-31', '2028-03-26', '2028-10-29'];
const two = (value: number) => String(value).padStart(2, '0');
const anyDay = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2080-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const wall = fc.oneof(
  fc.tuple(anyDay, fc.nat(23), fc.nat(59)).map(([day, hour, minute]) => `${day}T${two(hour)}:${two(minute)}`),
  anyDay.map((day) => `${day}T00:00`),
  fc
    .tuple(fc.constantFrom(...CHANGES), fc.nat(4), fc.nat(59))
    .map(([day, hour, minute]) => `${day}T${two(hour)}:${two(minute)}`),
);
const keysOf = <K extends string>(options: Readonly<Record<K, string>>) =>
  fc.constantFrom(...(Object.keys(options) as K[]));

const HOST = cantines.schema.parse({
  title: 'Lyon Vaise',
  summary: 'Une table à partager.',
  status: 'open',
  address: { streetAddress: '37 rue Saint-Pierre-de-Vaise', postalCode: '69009', addressLocality: 'Lyon' },
  location: { latitude: 45.7729, longitude: 4.8039, precision: 'address' },
});

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const anySession: fc.Arbitrary<ToldSession> = fc
  .record({
    start: wall,
    end: wall,
    slug: fc.stringMatching(/^[a-z0-9]+(?:-[a-z0-9]+){0,8}$/),
    changedAt: fc.integer({ min: 1_700_000_000, max: 1_900_000_000 }),
    sequence: fc.nat(2 ** 31 - 1),
    hosted: fc.boolean(),
    demo: fc.boolean(),
    title: line,
    summary: paragraph,
    kind: keysOf(SESSION_KINDS),
    status: keysOf(SESSION_STATUS),
    attendance: keysOf(ATTENDANCE),
    timezone: keysOf(TIME_ZONES),
    audience: maybe(line),
    hosts: fc.array(line, { maxLength: 3 }),
    venue: maybe(line),
    capacity: maybe(fc.integer({ min: 1, max: 1000 })),
    onlineUrl: maybe(fc.constantFrom('https://exemple.org/visio?a=1,2;b=3', 'https://exemple.org/' + 'v'.repeat(200))),
  })
  .filter(({ start, end }) => start !== end)
  .map(({ start, end, slug, changedAt, sequence, hosted, venue, ...given }) => ({
    ...told({ slug, page: `https://exemple.org/sessions/${slug}/`, cantine: hosted ? HOST : undefined }),
    session: {
      ...session(),
      ...given,
      startsAt: start < end ? start : end,
      endsAt: start < end ? end : start,
      venue: { name: venue, streetAddress: undefined, postalCode: '67000', addressLocality: 'Strasbourg' },
    },
    revision: { changedAt: changedAt * 1000, sequence },
  }));

/** The instants of a session, by another implementation than the site's. */
function instants({ startsAt, endsAt, timezone }: Session) {
  const [from, to] = [Temporal.PlainDateTime.from(startsAt), Temporal.PlainDateTime.from(endsAt)];
  const [start, end] = [from.toZonedDateTime(timezone), to.toZonedDateTime(timezone)];
  const later = Temporal.ZonedDateTime.compare(start, end) < 0 ? end : start.add(from.until(to));
  return { start: start.epochMilliseconds, end: later.epochMilliseconds };
}

const STATUS = { scheduled: 'CONFIRMED', full: 'CONFIRMED', postponed: 'TENTATIVE', cancelled: 'CANCELLED' } as const;

const expected = (given: ToldSession) => ({
  uid: `${given.slug}@sessions.lespetitescantines.org`,
  sequence: given.revision.sequence,
  stamp: given.revision.changedAt,
  lastModified: given.revision.changedAt,
  ...instants(given.session),
  summary: titleOf(given.session),
  description: sessionLines(given).join('\n'),
  location: whereOf(given),
  url: given.page,
  status: STATUS[given.session.status],
  geo: placeOf(given) !== undefined && given.cantine ? '45.7729;4.8039' : undefined,
});

describe(`${RUNS} random sessions`, () => {
  test('two programs read the same instants and texts as were written', () => {
    fc.assert(
      fc.property(anySession, (given) => {
        const text = sessionsCalendar([given]);
        expect(readByIcalJs(text)).toEqual([expected(given)]);
        expect(readByNodeIcal(text)).toEqual([expected(given)]);
      }),
      { numRuns: RUNS },
    );
  });

  test('lines are of 75 octets at most, ended by CRLF, and no sign is cut', () => {
    fc.assert(
      fc.property(anySession, (given) => {
        const text = sessionsCalendar([given]);
        expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
        expect(text.isWellFormed()).toBe(true);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        for (const each of text.split('\r\n')) expect(Buffer.byteLength(each)).toBeLessThanOrEqual(75);
      }),
      { numRuns: 300 },
    );
  });

  test('a calendar of many is read whole', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anySession, { maxLength: 12, selector: ({ slug }) => slug }), (given) => {
        const text = sessionsCalendar(given, {
          name: 'Sessions',
          source: 'https://exemple.org/a.ics',
          url: 'https://exemple.org/',
        });
        const byUid = <E extends { uid: string }>(list: readonly E[]) =>
          list.toSorted((a, b) => (a.uid < b.uid ? -1 : 1));
        expect(byUid(readByIcalJs(text))).toEqual(byUid(given.map(expected)));
        expect(byUid(readByNodeIcal(text))).toEqual(byUid(given.map(expected)));
      }),
      { numRuns: 100 },
    );
  });
});

describe('across the changes of summer time', () => {
  test.each([
    ['the evening before summer time', '2027-03-27T18:30', 'Europe/Paris', '2027-03-27T17:30:00Z'],
    ['the day of summer time', '2027-03-28T18:30', 'Europe/Paris', '2027-03-28T16:30:00Z'],
    ['an hour that summer time skips', '2027-03-28T02:30', 'Europe/Paris', '2027-03-28T01:30:00Z'],
    ['an hour that winter time repeats', '2027-10-31T02:30', 'Europe/Paris', '2027-10-31T00:30:00Z'],
    ['the day of winter time', '2027-10-31T18:30', 'Europe/Brussels', '2027-10-31T17:30:00Z'],
    ['where the hour never changes', '2027-07-14T18:30', 'Indian/Reunion', '2027-07-14T14:30:00Z'],
    ['west of the Atlantic, the next day in UTC', '2027-01-12T22:00', 'America/Martinique', '2027-01-13T02:00:00Z'],
  ])('%s', (_title, startsAt, timezone, utc) => {
    const [event] = eventsBothWays(
      sessionsCalendar([told({ session: session({ startsAt, endsAt: '2027-12-31T23:59', timezone }) })]),
    );
    expect(event?.start).toBe(Date.parse(utc));
  });
});

test('a session never ends before it starts, even from the hour that summer time skips', () => {
  const given = session({ startsAt: '2027-03-28T02:30', endsAt: '2027-03-28T03:00' });
  const [event] = eventsBothWays(sessionsCalendar([told({ session: given })]));
  expect(event).toMatchObject({ start: Date.parse('2027-03-28T01:30:00Z'), end: Date.parse('2027-03-28T02:00:00Z') });
});

describe('what a calendar shows', () => {
  const event = (given: Record<string, unknown>, others: Partial<ToldSession> = {}) => {
    const [read] = eventsBothWays(sessionsCalendar([told({ session: session(given), ...others })]));
    if (!read) throw new Error('No event.');
    return read;
  };

  test.each([
    ['scheduled', 'CONFIRMED', 'Ça mijote, en ligne'],
    ['full', 'CONFIRMED', 'Complète\u00a0: Ça mijote, en ligne'],
    ['postponed', 'TENTATIVE', 'Reportée\u00a0: Ça mijote, en ligne'],
    ['cancelled', 'CANCELLED', 'Annulée\u00a0: Ça mijote, en ligne'],
  ])('the state « %s », as a status and in words', (status, told, summary) => {
    expect(event({ status })).toMatchObject({ status: told, summary });
  });

  test('a cancelled session no longer takes the time, nor gives its link', () => {
    const onlineUrl = 'https://exemple.org/visio';
    const text = sessionsCalendar([told({ session: session({ status: 'cancelled', onlineUrl }) })]);
    expect(text).toContain('TRANSP:TRANSPARENT');
    expect(text).not.toContain('visio');
    expect(sessionsCalendar([told({ session: session({ onlineUrl }) })])).toContain('visio');
  });

  test('an example says so', () => {
    const { summary, description } = event({ demo: true });
    expect(summary).toBe('Ça mijote, en ligne (Exemple)');
    expect(description).toContain('Exemple\u00a0: ce rendez-vous est inventé');
  });

  test('the place as a map understands it', () => {
    const onSite = { attendance: 'onSite', cantine: 'lyon-vaise' };
    expect(event(onSite, { cantine: HOST })).toMatchObject({
      location: 'Les Petites Cantines Lyon Vaise, 37 rue Saint-Pierre-de-Vaise, 69009 Lyon',
      geo: '45.7729;4.8039',
    });
    const vague = { ...HOST, location: { latitude: 45.7, longitude: 4.8, precision: 'commune' as const } };
    expect(event(onSite, { cantine: vague }).geo).toBeUndefined();
    expect(event(onSite).location).toBe('Sur place');
    expect(event({}, { cantine: HOST })).toMatchObject({ location: 'En ligne', geo: undefined });
    expect(event({ attendance: 'mixed', venue: { name: 'Salle', addressLocality: 'Lyon' } }).location).toBe(
      'Salle, Lyon',
    );
  });

  test('the description, line by line', () => {
    const given = {
      timezone: 'America/Guadeloupe',
      hosts: ['une équipe', 'le réseau'],
      registration: { email: 'table@exemple.org', closesOn: '2027-01-10' },
    };
    expect(event(given).description.split('\n')).toEqual([
      'Une soirée pour découvrir.',
      'Quand\u00a0: mardi 12\u00a0janvier 2027, de 18\u00a0h\u00a030 à 20\u00a0h (heure\u00a0: Guadeloupe)',
      'Où\u00a0: En ligne',
      'Type\u00a0: Ça mijote',
      'Accueil\u00a0: une équipe · le réseau',
      'Inscription jusqu’au 10\u00a0janvier 2027\u00a0: table@exemple.org',
      'En savoir plus\u00a0: https://exemple.org/sessions/2027-01-ca-mijote/',
    ]);
  });
});

test('a calendar to subscribe to tells its name and when to come back; a file to import does not', () => {
  const identity = {
    name: 'Les Petites Cantines – Sessions',
    source: 'https://exemple.org/sessions.ics',
    url: 'https://exemple.org/sessions/',
  };
  const feed = sessionsCalendar([], identity);
  for (const each of [
    'PRODID:-//Les Petites Cantines//Sessions//FR',
    'X-WR-CALNAME:Les Petites Cantines – Sessions',
    'NAME:Les Petites Cantines – Sessions',
    'SOURCE;VALUE=URI:https://exemple.org/sessions.ics',
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
  ]) {
    expect(feed.split('\r\n')).toContain(each);
  }
  expect(sessionsCalendar([told()])).not.toMatch(/CALNAME|REFRESH/);
});

test('the same content gives the same file, in any order', () => {
  const [a, b] = [told({ slug: 'a' }), told({ slug: 'b', session: session({ startsAt: '2027-01-11T18:30' }) })];
  expect(sessionsCalendar([a, b])).toBe(sessionsCalendar([b, a]));
});
