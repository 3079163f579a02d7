import { describe, expect, test } from 'vitest';
import { addDays } from '#domain/days.ts';
import { addMonths } from '#domain/months.ts';
import { isStale } from '#funding/freshness.ts';
import { gapsOf, reportFacts, watchReport } from '#funding/watch/report.ts';
import { opportunities, type Opportunity } from '#schemas/opportunities.ts';
import { entryOf } from '../../support/entries.ts';

const opportunity = (changes: Readonly<Record<string, unknown>> = {}): Opportunity =>
  opportunities.schema.parse(entryOf('opportunities', changes));
const on = (today: string, changes: Readonly<Record<string, unknown>>) =>
  watchReport([reportFacts('un-appel', opportunity(changes))], today);

test.each([
  ['2026-08-31', '2027-02-28'],
  ['2027-08-31', '2028-02-29'],
  ['2026-03-31', '2026-09-30'],
  ['2026-05-20', '2026-11-20'],
  ['2026-07-15', '2027-01-15'],
  ['2026-12-31', '2027-06-30'],
])('six months after %s is %s, and stale from that day', (from, until) => {
  expect(addMonths(from, 6)).toBe(until);
  expect(isStale(from, until)).toBe(true);
  expect(isStale(from, addDays(until, -1))).toBe(false);
});

test.each([
  ['2026-12-31', '1'],
  ['2026-01-31', '2'],
  ['2026-11-01', '12'],
])('on %s, what opens in month %s comes back next month', (today, month) => {
  expect(on(today, { 'usualMonths.opens': [month] }).returning).toHaveLength(1);
});

test('a December visit tells of January', () => {
  expect(on('2026-12-05', { 'usualMonths.opens': ['1'] }).returning).toHaveLength(1);
  expect(on('2027-01-05', { 'usualMonths.opens': ['1'] }).returning).toEqual([]);
});

test.each([
  ['2026-11-01', 0],
  ['2026-11-02', 1],
  ['2026-12-02', 1],
  ['2026-12-03', 0],
])('on %s, an opportunity that closes on 2 December is listed %i time', (today, times) => {
  expect(on(today, { 'windows.0.closesOn': '2026-12-02' }).closing).toHaveLength(times);
});

describe('the day of the last reading', () => {
  test('verifiedOn prevails over the sources, else the latest of them', () => {
    const sources = [
      { url: 'https://exemple.org/a', readOn: '2026-03-01' },
      { url: 'https://exemple.org/b', readOn: '2026-05-01' },
    ];
    expect(reportFacts('x', opportunity({ sources })).checkedOn).toBe('2026-05-01');
    expect(reportFacts('x', opportunity({ sources, verifiedOn: '2026-02-01' })).checkedOn).toBe('2026-02-01');
  });

  test('none is stale, and comes first', () => {
    expect(on('2026-11-20', {}).stale[0]?.why).toBe('aucune date de lecture');
  });
});

const COMPLETE = {
  officialUrl: 'https://exemple.org/appel',
  rhythm: 'permanent',
  'amounts.max': 5000,
  'eligibility.text': 'Associations.',
  'sources.0.url': 'https://exemple.org/appel',
};

describe('what an entry lacks', () => {
  test('nothing', () => expect(gapsOf(opportunity(COMPLETE))).toEqual([]));

  test.each([
    [{ officialUrl: undefined }, 'pas de page officielle'],
    [{ rhythm: 'unknown' }, 'ni date, ni rythme, ni mois habituel'],
    [{ 'amounts.max': undefined }, 'ni montant ni précision'],
    [{ 'territory.scope': 'region' }, 'territoire sans code'],
    [{ 'eligibility.text': undefined }, 'pas de condition'],
    [{ sources: undefined, 'sources.0.url': undefined }, 'pas de source'],
    [{ confidence: 'low' }, 'confiance faible'],
  ])('%o: %s', (change, why) => {
    const changes = { ...COMPLETE, ...change };
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    expect(gapsOf(opportunity(given)).map((gap) => gap.why)).toEqual([why]);
  });
});

describe('the report', () => {
  const facts = (slug: string, more: Partial<Parameters<typeof watchReport>[0][number]>) => ({
    slug,
    title: slug.toUpperCase(),
    checkedOn: '2026-11-01',
    closings: [],
    opens: [],
    gaps: [],
    ...more,
  });
  const gap = (why: string) => ({ why, remedy: `Corrigez : ${why}.` });
  const told = (items: readonly { slug: string; why: string }[]) =>
    items.map(({ slug, why }) => `${slug} : ${why.replaceAll(/[\u00a0\u202f]/g, ' ')}`);
  const { closing, returning, stale, incomplete } = watchReport(
    [
      facts('a', { closings: ['2026-12-01', '2026-11-19'], opens: ['12'] }),
      facts('b', { closings: ['2026-11-21', '2026-11-22'], checkedOn: undefined }),
      facts('c', { checkedOn: '2026-01-31', gaps: [gap('une chose')] }),
      facts('d', { checkedOn: '2025-02-01', opens: ['11'], gaps: [gap('une chose'), gap('une autre')] }),
    ],
    '2026-11-20',
  );

  test('tells what closes, the nearest first', () => {
    expect(told(closing)).toEqual([
      'b : clôt dans 1 jour, le 21 novembre 2026',
      'b : clôt dans 2 jours, le 22 novembre 2026',
      'a : clôt dans 11 jours, le 1er décembre 2026',
    ]);
  });

  test('tells what opens next month, as a rule', () => {
    expect(told(returning)).toEqual(['a : ouvre d’habitude en décembre']);
  });

  test('tells what nobody read for long, the oldest first', () => {
    expect(told(stale)).toEqual([
      'b : aucune date de lecture',
      'd : lue pour la dernière fois le 1er février 2025',
      'c : lue pour la dernière fois le 31 janvier 2026',
    ]);
  });

  test('tells what is incomplete, what lacks most first, and how to complete it', () => {
    expect(told(incomplete)).toEqual(['d : une chose ; une autre', 'c : une chose']);
    expect(incomplete[0]).toMatchObject({ title: 'D', remedy: 'Corrigez : une chose. Corrigez : une autre.' });
  });

  test('says what to do', () => {
    for (const { remedy } of [...closing, ...returning, ...stale])
      expect(remedy).toMatch(/^(?:Vérifiez|Regardez|Relisez) .+\.$/);
  });
});
