import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { calendarOffer, deadlinesCalendar, opportunityCalendar, type CalendarScope } from '#funding/feeds/calendar.ts';
import { momentLines, opportunityName, type ToldOpportunity } from '#funding/feeds/words.ts';
import { opportunities } from '#schemas/opportunities.ts';
import { entries } from '../../support/arbitraries.ts';
import {
  opportunity,
  deadlinesByIcalJs,
  deadlinesByNodeIcal,
  toldOpportunity,
  type ReadDeadline,
} from '../../support/deadlines.ts';
import { collectionOf } from '../../support/entries.ts';

const RUNS = 1000;
const IDENTITY = { name: 'Financements', source: 'https://exemple.org/a.ics', url: 'https://exemple.org/' };
const HOST = '@financements.lespetitescantines.org';

const feed = (opportunities: readonly ToldOpportunity[], today = '2026-12-01', scope: CalendarScope = 'all') =>
  deadlinesCalendar(opportunities, today, IDENTITY, scope);

/** The deadlines, once two programs have read the same. */
function read(text: string): ReadDeadline[] {
  const events = deadlinesByIcalJs(text);
  expect(deadlinesByNodeIcal(text)).toEqual(events);
  return events;
}
const dated = (...windows: Record<string, string>[]) => toldOpportunity({ opportunity: opportunity({ windows }) });

/** Nine in Paris, by another implementation than the site's. */
const nine = (day: Temporal.PlainDate) =>
  day.toZonedDateTime({ timeZone: 'Europe/Paris', plainTime: '09:00' }).epochMilliseconds;
const warnings = (closesOn: string, today: string) =>
  [30, 7, 2]
    .map((days) => Temporal.PlainDate.from(closesOn).subtract({ days }))
    .filter((day) => day.toString() >= today)
    .map(nine);

const day = fc
  .date({ min: new Date('2025-01-01T00:00:00Z'), max: new Date('2035-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const nearChange = fc
  .tuple(fc.constantFrom('2027-03-28', '2027-10-31', '2028-03-26', '2028-10-29'), fc.integer({ min: -2, max: 40 }))
  .map(([change, days]) => Temporal.PlainDate.from(change).add({ days }).toString());
const anyDay = fc.oneof(day, nearChange);
const window = fc.tuple(fc.option(anyDay), anyDay).map(([a, b]) => {
  const note = undefined;
  if (a === null) return { opensOn: undefined, closesOn: b, note };
  return a <= b ? { opensOn: a, closesOn: b, note } : { opensOn: b, closesOn: a, note };
});

const anyOpportunity = fc
  .record({
    data: entries(collectionOf('opportunities')),
    windows: fc.array(window, { maxLength: 4 }),
    slug: fc.stringMatching(/^[a-z0-9]+(?:-[a-z0-9]+){0,8}$/),
    sequence: fc.nat(2 ** 31 - 2 ** 24),
    reasons: fc.array(
      fc.record({ answer: fc.constant('yes' as const), words: fc.string({ unit: 'grapheme', maxLength: 40 }) }),
      { maxLength: 3 },
    ),
  })
  .map(({ data, windows, slug, sequence, reasons }) =>
    toldOpportunity({
      slug,
      opportunity: opportunities.schema.parse({ ...(data as object), windows }),
      revision: { changedAt: Date.parse('2026-12-01T10:00:00Z'), sequence },
      reasons,
    }),
  );

describe(`${RUNS} random opportunities`, () => {
  test('two programs read the same days, texts and warnings as were written', () => {
    fc.assert(
      fc.property(anyOpportunity, anyDay, (told, today) => {
        const { slug, opportunity: given, revision } = told;
        const latestFirst = given.windows.toSorted((a, b) => (b.closesOn ?? '').localeCompare(a.closesOn ?? ''));
        const expected = latestFirst.flatMap((each, index) => {
          const { opensOn, closesOn = '' } = each;
          if (closesOn < today) return [];
          const name = index === 0 ? slug : `${slug}.${index + 1}`;
          const moment = { name, what: 'closes', day: closesOn, isUsual: false, window: each } as const;
          const { year, month } = Temporal.PlainDate.from(today);
          const common = {
            // One more each month.
            sequence: revision.sequence + Math.max(0, (year - 2026) * 12 + month - 1),
            description: momentLines(told, moment, today).join('\n'),
            status: 'CONFIRMED',
          };
          const title = opportunityName(given);
          return [
            ...(opensOn !== undefined && opensOn >= today
              ? [
                  {
                    uid: `${name}.ouverture${HOST}`,
                    ...common,
                    day: opensOn,
                    summary: `Ouvre\u00a0: ${title}`,
                    alarms: [],
                  },
                ]
              : []),
            {
              uid: name + HOST,
              ...common,
              day: closesOn,
              summary: `Clôt\u00a0: ${title}`,
              alarms: warnings(closesOn, today),
            },
          ];
        });
        const byDay = (list: readonly ReadDeadline[]) =>
          list
            .map(({ day: on, summary, description, sequence, status, alarms }) =>
              JSON.stringify([on, summary, description, sequence, status, alarms]),
            )
            .toSorted();
        const events = read(feed([told], today, 'announced'));
        expect(byDay(events)).toEqual(byDay(expected));
        expect(events.map(({ uid }) => uid).toSorted()).toEqual(expected.map(({ uid }) => uid).toSorted());
      }),
      { numRuns: RUNS },
    );
  });

  test('lines are of 75 octets at most, and the calendar of one opportunity exists whenever something is to come', () => {
    fc.assert(
      fc.property(anyOpportunity, anyDay, (told, today) => {
        const offer = calendarOffer(told.slug, told.opportunity, today);
        if (offer === undefined) {
          expect(read(feed([told], today))).toEqual([]);
          expect(() => opportunityCalendar(told, today)).toThrow(told.slug);
          return;
        }
        const text = opportunityCalendar(told, today);
        for (const each of text.split('\r\n')) expect(Buffer.byteLength(each)).toBeLessThanOrEqual(75);
        const events = read(text);
        expect(events.length).toBeGreaterThan(0);
        expect(events.every(({ status }) => status === 'TENTATIVE')).toBe(offer.isUsual);
        // Nothing that has passed: an announced day, or the whole of its month.
        for (const { day: on, status } of events)
          expect(on >= (status === 'TENTATIVE' ? `${today.slice(0, 7)}-01` : today), `${on} on ${today}`).toBe(true);
        expect(offer.until >= today).toBe(true);
        expect(read(feed([told], today))).toEqual(expect.arrayContaining(events));
      }),
      { numRuns: 300 },
    );
  });
});

describe('warnings are at nine in Paris', () => {
  test.each([
    ['all in winter', '2027-03-10', ['2027-02-08T08:00:00Z', '2027-03-03T08:00:00Z', '2027-03-08T08:00:00Z']],
    [
      'before and after summer time',
      '2027-04-05',
      ['2027-03-06T08:00:00Z', '2027-03-29T07:00:00Z', '2027-04-03T07:00:00Z'],
    ],
    [
      'on the very day of summer time',
      '2027-03-30',
      ['2027-02-28T08:00:00Z', '2027-03-23T08:00:00Z', '2027-03-28T07:00:00Z'],
    ],
    [
      'before and after winter time',
      '2027-11-07',
      ['2027-10-08T07:00:00Z', '2027-10-31T08:00:00Z', '2027-11-05T08:00:00Z'],
    ],
  ])('%s', (_name, closesOn, alarms) => {
    const [event] = read(feed([dated({ closesOn })]));
    expect(event?.alarms.map((each) => new Date(each).toISOString().replace('.000', ''))).toEqual(alarms);
  });

  test('never for a day that has passed', () => {
    expect(read(feed([dated({ closesOn: '2027-04-05' })], '2027-03-10'))[0]?.alarms).toHaveLength(2);
  });
});

test('an opportunity whose date moves keeps its UID with a higher SEQUENCE', () => {
  const before = dated({ closesOn: '2027-04-05' });
  const after = { ...dated({ closesOn: '2027-05-10' }), revision: { ...before.revision, sequence: 9 } };
  const [[was], [is]] = [read(feed([before])), read(feed([after]))];
  expect(is?.uid).toBe(was?.uid);
  expect(is?.day).toBe('2027-05-10');
  expect(is?.sequence).toBeGreaterThan(was?.sequence ?? Infinity);
});

describe('a closed opportunity', () => {
  const told = dated({ closesOn: '2027-04-05' });

  test('stays on its closing day, and leaves the feed cleanly the day after', () => {
    expect(read(feed([told], '2027-04-05'))).toHaveLength(1);
    const text = feed([told], '2027-04-06');
    expect(read(text)).toEqual([]);
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
    expect(text).not.toContain('VEVENT');
  });

  test('has no file of its own any more: nobody notes a day of the past', () => {
    expect(calendarOffer('un-appel', told.opportunity, '2027-04-05')).toEqual({ isUsual: false, until: '2027-04-05' });
    expect(calendarOffer('un-appel', told.opportunity, '2027-04-06')).toBeUndefined();
  });
});

describe('the windows of one opportunity', () => {
  const [old, next, last] = [{ closesOn: '2026-12-10' }, { closesOn: '2027-04-05' }, { closesOn: '2027-09-01' }];
  const uids = (events: readonly ReadDeadline[]) => Object.fromEntries(events.map((each) => [each.day, each.uid]));

  test('an old one that closes or is removed renames no other', () => {
    const all = uids(read(feed([dated(old, next, last)])));
    const closed = uids(read(feed([dated(old, next, last)], '2027-01-01')));
    const removed = uids(read(feed([dated(next, last)])));
    expect(all['2027-09-01']).toBe(`un-appel${HOST}`);
    expect(closed).toEqual({ '2027-04-05': all['2027-04-05'], '2027-09-01': all['2027-09-01'] });
    expect(removed).toEqual(closed);
  });

  test('no other slug gives the name of a second window', () => {
    const second = read(feed([dated(next, last), { ...dated(next), slug: 'un-appel-2' }]));
    expect(new Set(second.map(({ uid }) => uid)).size).toBe(3);
  });
});

test('an opening day that is known is an event of its own', () => {
  expect(read(feed([dated({ opensOn: '2027-02-01', closesOn: '2027-04-05' })]))).toMatchObject([
    { uid: `un-appel.ouverture${HOST}`, day: '2027-02-01', summary: 'Ouvre\u00a0: Un appel', alarms: [] },
    { uid: `un-appel${HOST}`, day: '2027-04-05' },
  ]);
  expect(read(feed([dated({ opensOn: '2027-02-01' })]))).toHaveLength(1);
});
