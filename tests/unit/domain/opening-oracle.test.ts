import fc from 'fast-check';
import OpeningHours from 'opening_hours';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { addDays, type Weekday } from '#domain/days.ts';
import { holidayOn, type HolidayZone } from '#domain/holidays.ts';
import { openingAt, type OpeningException, type Timetable } from '#domain/opening.ts';

/*
 * The opening function against `opening_hours`, the library of OpenStreetMap: a timetable is written as an
 * OSM string, and both are asked at the same instants. The library reads the machine's clock: it is given wall
 * times of a machine in UTC.
 *
 * An OSM rule is about a calendar date: one that closes a Saturday also cuts the Friday service that goes on past
 * midnight. Here a service belongs to the day on which it begins. The first test therefore leaves out the hours past
 * midnight next to a day with a rule of its own; the second covers them, by moving all hours six hours
 * back so that no service passes midnight.
 */
process.env['TZ'] = 'UTC';

const DAYS: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const OSM_DAYS: Readonly<Record<Weekday, string>> = {
  monday: 'Mo',
  tuesday: 'Tu',
  wednesday: 'We',
  thursday: 'Th',
  friday: 'Fr',
  saturday: 'Sa',
  sunday: 'Su',
};
const HOUR = 3_600_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The zones, with what tells the library where they are. */
const PLACES: readonly { timezone: string; holidayZone: HolidayZone; country: string; state: string }[] = [
  { timezone: 'Europe/Paris', holidayZone: 'metropole', country: 'fr', state: 'Auvergne-Rhône-Alpes' },
  { timezone: 'Europe/Paris', holidayZone: 'alsace-moselle', country: 'fr', state: 'Moselle' },
  { timezone: 'America/Guadeloupe', holidayZone: 'guadeloupe', country: 'fr', state: 'Guadeloupe' },
  { timezone: 'America/Martinique', holidayZone: 'martinique', country: 'fr', state: 'Martinique' },
  { timezone: 'America/Cayenne', holidayZone: 'guyane', country: 'fr', state: 'Guyane' },
  { timezone: 'Indian/Reunion', holidayZone: 'reunion', country: 'fr', state: 'La Réunion' },
  { timezone: 'Indian/Mayotte', holidayZone: 'mayotte', country: 'fr', state: 'Mayotte' },
];

/** The library counts local customs of the Antilles as public holidays; the Code du travail does not. */
function isCustom(day: string, zone: HolidayZone): boolean {
  if (zone !== 'guadeloupe' && zone !== 'martinique') return false;
  return day.endsWith('-07-21') || holidayOn(addDays(day, 3), zone) === 'lundi de Pâques';
}

interface Hours {
  opens: string;
  closes: string;
}
interface Case {
  timetable: Timetable;
  place: (typeof PLACES)[number];
  /** Days and minutes of the day at which both are asked. */
  asked: readonly (readonly [day: string, minutes: number])[];
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const QUARTERS = 96;
const hours: fc.Arbitrary<Hours> = fc
  .record({ opens: fc.integer({ min: 24, max: QUARTERS - 1 }), length: fc.integer({ min: 1, max: 24 }) })
  // Every service begins at 6 h at the earliest and ends at 6 h at the latest.
  .map(({ opens, length }) => ({
    opens: clock(opens * 15),
    closes: clock((Math.min(opens + length, QUARTERS + 24) * 15) % 1440),
  }));
const day = fc.integer({ min: 0, max: 800 }).map((offset) => addDays('2026-11-20', offset));

/** Minutes from an edge of a service. */
const EDGES = [0, -1, 60];

/** The first day from a given one on that is that weekday. */
const nextOn = (weekday: Weekday, from: string): string =>
  addDays(from, (DAYS.indexOf(weekday) - ((new Date(from).getUTCDay() + 6) % 7) + 7) % 7);

const exceptionIn = (firstDay: string): fc.Arbitrary<OpeningException> =>
  fc
    .record({
      offset: fc.integer({ min: 0, max: 20 }),
      length: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 15 })),
      kind: fc.constantFrom('closed', 'changed', 'extra'),
      hours,
    })
    .map(({ offset, length, kind, hours }) => {
      const from = addDays(firstDay, offset);
      return { from, to: addDays(from, length), kind, ...(kind === 'closed' ? {} : hours) };
    });

const cases: fc.Arbitrary<Case> = day.chain((firstDay) =>
  fc
    .record({
      place: fc.constantFrom(...PLACES),
      slots: fc.array(fc.record({ day: fc.constantFrom(...DAYS), kind: fc.constantFrom('cook', 'meal'), hours }), {
        minLength: 1,
        maxLength: 8,
      }),
      exceptions: fc.array(exceptionIn(firstDay), { maxLength: 5 }),
      publicHolidays: fc.constantFrom('open', 'closed', 'unknown'),
      asked: fc.array(
        fc.record({
          offset: fc.integer({ min: -3, max: 40 }),
          minutes: fc.integer({ min: 0, max: 1439 }),
          edge: fc.nat(),
        }),
        { minLength: 3, maxLength: 3 },
      ),
    })
    .map(({ place, slots, exceptions, publicHolidays, asked }) => {
      const edges = [
        ...slots.map((slot) => ({ on: nextOn(slot.day, firstDay), ...slot.hours })),
        ...exceptions.map(({ from, opens, closes }) => ({ on: from, opens, closes })),
      ].flatMap(({ on, opens, closes }) =>
        [opens, closes].flatMap((time) => (time ? { on, at: minutesOf(time) } : [])),
      );
      return {
        place,
        timetable: {
          timezone: place.timezone,
          holidayZone: place.holidayZone,
          slots: slots.map(({ hours, ...slot }) => ({ ...slot, ...hours })),
          exceptions,
          publicHolidays,
        },
        // Half of the questions are asked on the minute of an edge, just before or an hour later.
        asked: asked.map(({ offset, minutes, edge }) => {
          const near = edges[edge % (edges.length * 2)];
          if (!near) return [addDays(firstDay, offset), minutes] as const;
          return [near.on, (near.at + (EDGES[edge % 3] ?? 0) + 1440) % 1440] as const;
        }),
      };
    }),
);

/** Each run also meets the days that matter most: clock changes, holidays, year ends. */
const SPECIAL_DAYS = [
  '2027-03-28',
  '2027-10-31',
  '2026-12-25',
  '2027-01-01',
  '2027-03-29',
  '2027-05-06',
  '2027-07-14',
  '2028-02-29',
];

const osmDate = (date: string) => `${date.slice(0, 4)} ${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(8)}`;
const osmRange = ({ from, to }: OpeningException) => (from === to ? osmDate(from) : `${osmDate(from)}-${osmDate(to)}`);

/** A timetable as an OSM string, its hours moved by `shift` minutes. */
function osmOf({ slots, exceptions, publicHolidays }: Timetable, shift: number): string {
  const span = ({ opens = '', closes = '' }: Partial<Hours>) => {
    const start = minutesOf(opens) + shift;
    const end = minutesOf(closes) + shift;
    return `${clock(start)}-${clock(end <= start ? end + 1440 : end)}`;
  };
  const week = slots.map((slot) => `${slot.day ? OSM_DAYS[slot.day] : ''} ${span(slot)}`);
  const days = DAYS.filter((day) => slots.some((slot) => slot.day === day));
  const weekdays = days.map((day) => OSM_DAYS[day]).join(',');
  const rules = [week.join(', ')];
  if (publicHolidays === 'unknown') {
    for (const day of days) {
      rules.push(
        `PH ${OSM_DAYS[day]} ${slots
          .filter((slot) => slot.day === day)
          .map(span)
          .join(',')} unknown`,
      );
    }
  }
  const length = ({ from, to }: OpeningException) => Date.parse(to) - Date.parse(from);
  const ruling = exceptions.filter(({ kind }) => kind !== 'extra').toSorted((a, b) => length(b) - length(a));
  for (const each of ruling.filter(({ from, to }) => from !== to)) {
    if (each.kind === 'closed') rules.push(`${osmRange(each)} off`);
    else {
      rules.push(`${osmRange(each)} ${weekdays} ${span(each)}`);
      if (publicHolidays === 'unknown') rules.push(`${osmRange(each)} PH ${weekdays} ${span(each)} unknown`);
    }
  }
  if (publicHolidays === 'closed') rules.push('PH off');
  for (const each of ruling.filter(({ from, to }) => from === to)) {
    rules.push(`${osmRange(each)} ${each.kind === 'closed' ? 'off' : span(each)}`);
  }
  const extra = exceptions.filter(({ kind }) => kind === 'extra').map((each) => `, ${osmRange(each)} ${span(each)}`);
  return rules.join('; ') + extra.join('');
}

/** The wall time at an instant as the library's UTC machine would read it. */
function wallAt(instant: number, timezone: string): number {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timezone);
  return Date.parse(`${zoned.toPlainDateTime().toString({ smallestUnit: 'millisecond' })}Z`);
}

/** On the night of a clock change an hour is missing or comes twice, which wall times cannot tell. */
function nearClockChange(instant: number, timezone: string): boolean {
  const before = Temporal.Instant.fromEpochMilliseconds(instant - HOUR - 1).toZonedDateTimeISO(timezone);
  const change = before.getTimeZoneTransition('next');
  return change !== null && change.epochMilliseconds <= instant + HOUR;
}

const STATES = {
  open: 'open',
  started: 'open',
  opens: 'closed',
  expected: 'closed',
  closed: 'closed',
  unknown: 'unknown',
  someday: 'unknown',
} as const;

interface Tally {
  compared: number;
  followed: number;
  leftOut: Record<string, number>;
  states: Record<string, number>;
}

/** Asks both at every instant of a case; `skip` names the class of instants that is left out. */
function compare(each: Case, shift: number, tally: Tally, skip: (day: string, minutes: number) => string | undefined) {
  const { timetable, place, asked } = each;
  const osm = osmOf(timetable, shift);
  const oracle = new OpeningHours(osm, {
    lat: 45,
    lon: 5,
    address: { country_code: place.country, state: place.state },
  });
  for (const [day, minutes] of asked) {
    const now = Temporal.PlainDateTime.from(`${day}T${clock(minutes)}`).toZonedDateTime(
      place.timezone,
    ).epochMilliseconds;
    const why = nearClockChange(now, place.timezone) ? 'clock change' : skip(day, minutes);
    if (why) {
      tally.leftOut[why] = (tally.leftOut[why] ?? 0) + 1;
      continue;
    }
    const opening = openingAt(timetable, now);
    const wall = new Date(wallAt(now, place.timezone) + shift * 60_000);
    const expected = oracle.getStateString(wall, true);
    const told = `${osm}\n${place.state}, ${wall.toISOString()}\n${JSON.stringify(timetable)}\n${JSON.stringify(opening)}`;
    if (STATES[opening.state] !== expected) throw new Error(`${expected} in OSM: ${told}`);
    tally.compared++;
    tally.states[opening.state] = (tally.states[opening.state] ?? 0) + 1;
    const change = changeAfter(opening);
    if (change === undefined || opening.state === 'unknown') continue;
    const next = oracle.getNextChange(wall, new Date(wall.getTime() + 400 * 86_400_000));
    const changeWall = wallAt(change, place.timezone) + shift * 60_000;
    // What is doubtful is passed over when the same day brings something sure, and ends an opening that is sure.
    if (next && oracle.getUnknown(next)) continue;
    const changes = next ? [next.getTime(), changeWall] : [changeWall];
    if (
      nearClockChange(change, place.timezone) ||
      changes.some((each) => skip(...dayAndMinutes(each - shift * 60_000)))
    )
      continue;
    if (next?.getTime() !== changeWall)
      throw new Error(
        `changes at ${String(next?.toISOString())} in OSM, ${new Date(changeWall).toISOString()} here: ${told}`,
      );
    tally.followed++;
  }
}

const dayAndMinutes = (wall: number): [string, number] => {
  const iso = new Date(wall).toISOString();
  return [iso.slice(0, 10), minutesOf(iso.slice(11, 16))];
};

function changeAfter(opening: ReturnType<typeof openingAt>): number | undefined {
  if (opening.state === 'open') return opening.until;
  return opening.state === 'opens' && opening.doubt === undefined ? opening.at : undefined;
}

/** Whether a rule of its own rules a calendar day, in OSM's words. */
const hasRule = ({ exceptions, publicHolidays, holidayZone }: Timetable, day: string): boolean =>
  exceptions.some(({ kind, from, to }) => kind !== 'extra' && from <= day && day <= to) ||
  (publicHolidays !== 'open' && holidayOn(day, holidayZone) !== undefined);

const custom = ({ timetable: { publicHolidays, holidayZone } }: Case, day: string) =>
  publicHolidays !== 'open' && (isCustom(day, holidayZone) || isCustom(addDays(day, -1), holidayZone));

/** More, to be sure: `TIMETABLES=10000 npx vitest run --project unit tests/unit/domain/opening-oracle.test.ts`. */
const RUNS = Number(process.env['TIMETABLES'] ?? 2_000);
const atLeast = (share: number): unknown => expect.toSatisfy((value: number) => value >= RUNS * share);
const STATES_MET = { open: atLeast(0.4), opens: atLeast(1.5), unknown: atLeast(0.01) };

function onSpecialDays(each: Case): Case {
  const asked = each.asked.map(([day, minutes], index) =>
    index === 0 ? ([SPECIAL_DAYS[minutes % SPECIAL_DAYS.length] ?? day, minutes] as const) : ([day, minutes] as const),
  );
  return { ...each, asked };
}

function run(
  seed: number,
  shift: number,
  skip: (each: Case, day: string, minutes: number) => string | undefined,
): Tally {
  const tally: Tally = { compared: 0, followed: 0, leftOut: {}, states: {} };
  for (const drawn of fc.sample(cases, { numRuns: RUNS, seed })) {
    const each = onSpecialDays(drawn);
    compare(each, shift, tally, (day, minutes) => skip(each, day, minutes));
  }
  return tally;
}

test(`${RUNS} timetables, but for the hours past midnight next to a day with a rule of its own`, () => {
  const tally = run(1, 0, (each, day, minutes) => {
    const { timetable } = each;
    const latest = Math.max(
      ...[...timetable.slots, ...timetable.exceptions].map(({ opens = '', closes = '' }) =>
        closes <= opens ? minutesOf(closes || '00:00') : 0,
      ),
    );
    if (custom(each, day)) return 'custom of the Antilles';
    const pastMidnight = minutes < latest;
    if (pastMidnight && [day, addDays(day, -1)].some((each) => hasRule(timetable, each))) return 'past midnight';
    return undefined;
  });
  expect(tally.compared).toBeGreaterThan(RUNS * 2.85);
  expect(tally.followed).toBeGreaterThan(RUNS * 2.5);
  expect(tally.states).toMatchObject(STATES_MET);
});

test(`${RUNS} timetables moved six hours back, past midnight included`, () => {
  const tally = run(2, -360, (each, day) => (custom(each, day) ? 'custom of the Antilles' : undefined));
  expect(tally.compared).toBeGreaterThan(RUNS * 2.95);
  expect(tally.followed).toBeGreaterThan(RUNS * 2.5);
  expect(tally.states).toMatchObject(STATES_MET);
});
