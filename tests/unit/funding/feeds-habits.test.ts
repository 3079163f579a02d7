/** A round of a call in a subscribed calendar: a habit, then a date, then the next habit. */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { calendarCount, calendarOffer, deadlinesCalendar, type CalendarScope } from '#funding/feeds/calendar.ts';
import { calendarIn, sayHeld } from '#funding/feeds/calendars.ts';
import type { ToldOpportunity } from '#funding/feeds/words.ts';
import { opportunity, deadlinesByIcalJs, toldOpportunity, type ReadDeadline } from '../../support/deadlines.ts';

const IDENTITY = { name: 'Financements', source: 'https://exemple.org/a.ics', url: 'https://exemple.org/' };
const HOST = '@financements.lespetitescantines.org';

interface Entry {
  rhythm: 'annual' | 'several' | 'unknown';
  usualMonths: { opens: string[]; closes: string[] };
  windows: { opensOn?: string; closesOn?: string }[];
}

const tell = (entry: Partial<Entry> & Record<string, unknown>, sequence = 3): ToldOpportunity =>
  toldOpportunity({
    opportunity: opportunity({ rhythm: 'annual', ...entry }),
    revision: { changedAt: Date.parse('2026-11-20T10:00:00Z'), sequence },
  });
const on = (today: string, told: ToldOpportunity, scope: CalendarScope = 'all') =>
  deadlinesByIcalJs(deadlinesCalendar([told], today, IDENTITY, scope));
const said = (events: readonly ReadDeadline[]) =>
  events.map(({ uid, day, summary }) => [uid.replace(HOST, ''), day, summary.replaceAll('\u00a0', ' ')]);
const shape = (events: readonly ReadDeadline[]) => said(events).map(([uid, day]) => [uid, day]);

const WINTER = { usualMonths: { opens: ['12'], closes: ['2'] } };

describe('a habit', () => {
  const events = on('2026-11-22', tell(WINTER));

  test('is an all-day event at the beginning of its month, said as a habit', () => {
    expect(said(events)).toEqual([
      ['un-appel.ouverture', '2026-12-01', 'D’habitude, s’ouvre en décembre : Un appel (à confirmer)'],
      ['un-appel', '2027-02-01', 'D’habitude, se clôt en février : Un appel (à confirmer)'],
    ]);
  });

  test('is tentative, without a warning, and tells what it is', () => {
    for (const { status, alarms, description } of events) {
      expect(status).toBe('TENTATIVE');
      expect(alarms).toEqual([]);
      expect(description).toContain('pas une date annoncée');
    }
  });

  test('says since when it is known, and when that is too old', () => {
    const [event] = on(
      '2026-11-22',
      tell({
        ...WINTER,
        windows: [{ closesOn: '2021-06-19' }],
        sources: [{ url: 'https://exemple.org', readOn: '2026-11-20' }],
      }),
    );
    expect(event?.summary.replaceAll('\u00a0', ' ')).toBe(
      'D’habitude, s’ouvre en décembre : Un appel (vu en 2021, à reconfirmer)',
    );
    expect(event?.description.replaceAll('\u00a0', ' ')).toContain('Vu : le 19 juin 2021');
  });

  test('stays through its month, then passes on to the next year', () => {
    const november = tell({ usualMonths: { opens: [], closes: ['11'] } });
    expect(shape(on('2026-11-30', november))).toEqual([['un-appel', '2026-11-01']]);
    expect(shape(on('2026-12-01', november))).toEqual([['un-appel', '2027-11-01']]);
  });

  test.each<[string, Record<string, unknown>]>([
    ['all year long', { ...WINTER, rhythm: 'permanent' }],
    ['once only', { ...WINTER, rhythm: 'one-off' }],
    ['without a habit', { windows: [{ closesOn: '2021-06-19' }] }],
  ])('%s: no event, and nothing is proposed', (_, entry) => {
    const told = tell(entry);
    expect(on('2026-11-22', told)).toEqual([]);
    expect(calendarOffer(told.slug, told.opportunity, '2026-11-22')).toBeUndefined();
  });

  test('is not told where announced dates alone are asked for', () => {
    expect(on('2026-11-22', tell(WINTER), 'announced')).toEqual([]);
  });

  test('of a window that opened closes with it', () => {
    const opened = tell({ ...WINTER, windows: [{ opensOn: '2026-12-05' }] });
    expect(shape(on('2026-11-22', opened))).toEqual([
      ['un-appel.ouverture', '2026-12-05'],
      ['un-appel', '2027-02-01'],
    ]);
    expect(shape(on('2026-12-20', opened))).toEqual([['un-appel', '2027-02-01']]);
  });

  test('of a window that opened long before its usual end is told once', () => {
    const opened = tell({ usualMonths: { opens: [], closes: ['9'] }, windows: [{ opensOn: '2026-12-05' }] });
    expect(shape(on('2027-01-10', opened))).toEqual([['un-appel', '2027-09-01']]);
  });
});

test('a round of each kind: habit, announced, moved, closed, next habit, under one UID', () => {
  const past = { closesOn: '2026-02-20' };
  const round = { opensOn: '2026-12-07', closesOn: '2027-02-14' };
  const moved = { ...round, closesOn: '2027-03-01' };
  const steps = [
    ['2026-11-22', tell({ ...WINTER, windows: [past] }, 10)],
    ['2026-11-30', tell({ ...WINTER, windows: [past, round] }, 20)],
    ['2027-01-15', tell({ ...WINTER, windows: [past, moved] }, 30)],
    ['2027-03-02', tell({ ...WINTER, windows: [past, moved] }, 30)],
    ['2027-04-01', tell({ ...WINTER, windows: [past, moved] }, 30)],
  ] as const;
  const seen = steps.map(([today, told]) => on(today, told));
  expect(seen.map(shape)).toEqual([
    [
      ['un-appel.ouverture', '2026-12-01'],
      ['un-appel', '2027-02-01'],
    ],
    [
      ['un-appel.ouverture', '2026-12-07'],
      ['un-appel', '2027-02-14'],
    ],
    [
      ['un-appel', '2027-03-01'],
      // Twelve months reach the next opening.
      ['un-appel.suivant.ouverture', '2027-12-01'],
    ],
    // Until the end of the month the name belongs to the round that closed in it.
    [
      ['un-appel.suivant.ouverture', '2027-12-01'],
      ['un-appel.suivant', '2028-02-01'],
    ],
    [
      ['un-appel.ouverture', '2027-12-01'],
      ['un-appel', '2028-02-01'],
    ],
  ]);
  const sequences = seen.map((events) => events.find(({ uid }) => uid === `un-appel${HOST}`)?.sequence ?? NaN);
  const told = sequences.filter((each) => !Number.isNaN(each));
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  expect(new Set(told).size).toBe(told.length);
});

const month = fc.integer({ min: 1, max: 12 }).map(String);
const habit = fc.record({
  opens: fc.uniqueArray(month, { maxLength: 3 }),
  closes: fc.uniqueArray(month, { maxLength: 3 }),
});
const change = fc.oneof(
  fc.record({
    kind: fc.constant('announce' as const),
    opens: fc.integer({ min: -40, max: 60 }),
    lasts: fc.integer({ min: 5, max: 100 }),
    known: fc.constantFrom('both', 'opens', 'closes'),
  }),
  fc.record({ kind: fc.constant('move' as const), days: fc.integer({ min: -30, max: 60 }) }),
  fc.record({ kind: fc.constant('habit' as const), habit }),
  fc.constant({ kind: 'withdraw' as const }),
);
type Change = typeof change extends fc.Arbitrary<infer C> ? C : never;

/** What an editor does after some days, and how many days later it is published. */
const step = fc.record({
  after: fc.integer({ min: 0, max: 45 }),
  change: fc.option(change),
  published: fc.integer({ min: 0, max: 10 }),
});

const later = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString();

const lastDay = ({ opensOn, closesOn }: Entry['windows'][number]) => closesOn ?? opensOn ?? '';

function edit(entry: Entry, given: Change, today: string): Entry {
  const windows = entry.windows.toSorted((a, b) => lastDay(a).localeCompare(lastDay(b)));
  const last = windows.at(-1);
  switch (given.kind) {
    case 'announce': {
      const opensOn = later(today, given.opens);
      const closesOn = later(opensOn, given.lasts);
      const window = { ...(given.known !== 'closes' && { opensOn }), ...(given.known !== 'opens' && { closesOn }) };
      return { ...entry, windows: [...windows, window] };
    }
    case 'move': {
      if (last?.closesOn === undefined) return entry;
      const closesOn = later(last.closesOn, given.days);
      const kept = last.opensOn !== undefined && last.opensOn <= closesOn ? { opensOn: last.opensOn } : {};
      return { ...entry, windows: [...windows.slice(0, -1), { ...kept, closesOn }] };
    }
    case 'habit':
      return { ...entry, usualMonths: given.habit };
    case 'withdraw':
      return { ...entry, windows: windows.slice(0, -1) };
  }
}

/** What no calendar may show on a day, whatever the entry. */
function faults(events: readonly ReadDeadline[], { windows }: Entry, today: string): string[] {
  const uids = events.map(({ uid }) => uid);
  const of = (what: 'opensOn' | 'closesOn', status: string) =>
    events
      .filter((event) => event.status === status && event.uid.includes('.ouverture') === (what === 'opensOn'))
      .map(({ day }) => day);
  return (['opensOn', 'closesOn'] as const).flatMap((what) => {
    const announced = of(what, 'CONFIRMED').toSorted();
    const wanted = windows.flatMap((window) => window[what] ?? []).filter((day) => day >= today);
    const habits = of(what, 'TENTATIVE').map((day) => day.slice(0, 7));
    return [
      ...(new Set(uids).size < uids.length ? ['two events of one UID'] : []),
      ...(announced.join() === wanted.toSorted().join()
        ? []
        : [`announced ${announced.join()}, wanted ${wanted.join()}`]),
      ...(new Set(habits).size < habits.length ? [`a habit twice: ${habits.join()}`] : []),
      ...habits.filter((each) => each < today.slice(0, 7)).map((each) => `a habit of the past: ${each}`),
      ...habits
        .filter((each) => announced.some((day) => day.startsWith(each)))
        .map((each) => `a habit beside its date: ${each}`),
    ];
  });
}

/** A watch that is published as an editor writes it, and read by one calendar program all along. */
class Subscriber {
  entry: Entry;
  today = '2026-11-22';
  #writtenOn = '2026-11-20';
  #sequence = 1;
  readonly #known = new Map<string, ReadDeadline>();

  constructor(entry: Entry) {
    this.entry = entry;
  }

  /** The calendar of the day, once it is right by itself and beside what was read before. */
  read(): ReadDeadline[] {
    const events = on(this.today, tell({ ...this.entry }, this.#sequence));
    expect(faults(events, this.entry, this.today), `${this.today} ${JSON.stringify(this.entry)}`).toEqual([]);
    for (const event of events) {
      const before = this.#known.get(event.uid);
      if (before) expect(event.sequence - before.sequence).toBeGreaterThanOrEqual(before.day === event.day ? 0 : 1);
      this.#known.set(event.uid, event);
    }
    return events;
  }

  /** What is published late keeps the number of the day it was written on. */
  publish(entry: Entry, days: number): void {
    this.entry = entry;
    if (this.today > this.#writtenOn) this.#writtenOn = this.today;
    const seconds = Temporal.PlainDate.from('2026-01-01').until(this.#writtenOn).days * 86_400;
    this.#sequence = Math.max(this.#sequence + 1, seconds);
    this.today = later(this.today, days);
  }
}

test('two years of an editor: no UID twice, no SEQUENCE that goes back, and a date that is announced moves its habit', () => {
  let moved = 0;
  const rhythm = fc.constantFrom<Entry['rhythm']>('annual', 'several', 'unknown');
  fc.assert(
    fc.property(rhythm, habit, fc.array(step, { minLength: 5, maxLength: 25 }), (given, usualMonths, steps) => {
      const subscriber = new Subscriber({ rhythm: given, usualMonths, windows: [] });
      for (const { after, change: made, published } of steps) {
        subscriber.today = later(subscriber.today, after);
        subscriber.read();
        const before = subscriber.entry;
        const next = made ? edit(before, made, subscriber.today) : before;
        if (JSON.stringify(next) === JSON.stringify(before)) continue;
        subscriber.publish(next, published);
        const habits = on(subscriber.today, tell({ ...before })).filter(({ status }) => status === 'TENTATIVE');
        const events = subscriber.read();
        const [last] = next.windows.toSorted((a, b) => (lastDay(a) < lastDay(b) ? 1 : -1));
        // The next round was to come under the name of the call, and its window is written.
        if (made?.kind !== 'announce' || !habits.some(({ uid }) => uid === `un-appel${HOST}`)) continue;
        if (last?.closesOn === undefined || last.closesOn < subscriber.today) continue;
        // Another window may open on the day on which this one closes.
        const onThatDay = events.filter(({ day, status }) => day === last.closesOn && status === 'CONFIRMED');
        expect(onThatDay.map(({ uid }) => uid)).toContain(`un-appel${HOST}`);
        moved++;
      }
    }),
    { numRuns: 150 },
  );
  // The property would hold of no announcement at all.
  expect(moved).toBeGreaterThan(20);
});

describe('what is promised', () => {
  const held = (...told: ToldOpportunity[]) => calendarCount(told, '2026-11-22');
  const words = (...told: ToldOpportunity[]) => sayHeld(held(...told)).replaceAll('\u00a0', ' ');
  const announced = tell({ windows: [{ opensOn: '2026-12-01', closesOn: '2027-01-12' }] });

  test('is what the calendar holds', () => {
    expect(held(tell(WINTER), announced)).toEqual({ announced: 2, closings: 1, usual: 2 });
    expect(words(tell(WINTER), announced)).toContain('contient 2 dates annoncées et 2 mois habituels.');
    expect(words(tell(WINTER), announced)).toContain('Chaque clôture annoncée y a trois rappels');
  });

  test('no reminder of what has none', () => {
    expect(words(tell(WINTER))).toContain('2 mois habituels, et aucune date annoncée.');
    expect(words(tell(WINTER))).toContain('Dès qu’une clôture sera annoncée');
    expect(words(announced)).not.toContain('habituel');
    expect(words(tell({}))).toContain('cet agenda est vide');
  });

  test('each feed has two addresses, which never change', () => {
    const feed = { label: 'Ici', name: 'Financements – Ici', pagePath: '/financements/' };
    const paths = (path: string) =>
      (['all', 'announced'] as const).map((scope) => calendarIn({ ...feed, path }, scope).path);
    expect(paths('/financements')).toEqual(['/financements.ics', '/financements/dates/toutes.ics']);
    expect(paths('/financements/region/84')).toEqual([
      '/financements/region/84.ics',
      '/financements/dates/region/84.ics',
    ]);
  });
});
