import { describe, expect, test } from 'vitest';
import { addDays } from '#domain/days.ts';
import { addMonths } from '#domain/months.ts';
import { isStale } from '#funding/freshness.ts';
import { gapsOf } from '#funding/watch/gaps.ts';
import { reportFacts, watchReport, type ReportFacts } from '#funding/watch/report.ts';
import { jointAnswers, type JointAnswer } from '#schemas/joint-answers.ts';
import { opportunities, type Opportunity } from '#schemas/opportunities.ts';
import { entryOf } from '../../support/entries.ts';

const opportunity = (changes: Readonly<Record<string, unknown>> = {}): Opportunity =>
  opportunities.schema.parse(entryOf('opportunities', changes));
const NOTHING = { suits: 0, contact: undefined };
const on = (today: string, changes: Readonly<Record<string, unknown>>) =>
  watchReport([reportFacts('un-appel', opportunity(changes), NOTHING)], today);

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

/** What the report says of the habit of one call. */
const usually = (today: string, opens: string[], closes: string[], more: Readonly<Record<string, unknown>> = {}) =>
  on(today, { rhythm: 'annual', 'usualMonths.opens': opens, 'usualMonths.closes': closes, ...more }).unannounced.map(
    ({ why }) => why,
  );

describe('a habit without an announced date, from the past month to the one after next', () => {
  test.each([
    [[], ['9'], []],
    [[], ['10'], ['se clôt d’habitude en octobre : sans doute passé']],
    [[], ['11'], ['se clôt d’habitude ce mois-ci']],
    [[], ['12'], ['se clôt d’habitude en décembre']],
    [[], ['1'], ['se clôt d’habitude en janvier']],
    [[], ['2'], []],
    [['10'], [], ['sans doute ouvert : s’ouvre d’habitude en octobre']],
    [['11'], [], ['s’ouvre d’habitude ce mois-ci']],
    [['12'], ['3'], ['s’ouvre d’habitude en décembre']],
    [['1'], ['3'], ['s’ouvre d’habitude en janvier']],
    [['2'], ['3'], []],
    // The most urgent of both.
    [['8'], ['2'], ['sans doute ouvert : s’ouvre d’habitude en août']],
    [['10'], ['11'], ['se clôt d’habitude ce mois-ci']],
  ])('opens in %j, closes in %j', (opens, closes, told) => {
    expect(usually('2026-11-22', opens, closes)).toEqual(told);
  });

  test('across the new year', () => {
    expect(usually('2026-12-05', ['1'], [])).toEqual(['s’ouvre d’habitude en janvier']);
    expect(usually('2027-01-05', [], ['12'])).toEqual(['se clôt d’habitude en décembre : sans doute passé']);
  });

  test.each([
    ['its date is announced', { 'windows.0.closesOn': '2026-12-10' }],
    ['it came once only', { rhythm: 'one-off' }],
    ['it is open all year', { rhythm: 'permanent' }],
    ['it is an example', { demo: true }],
  ])('nothing when %s', (_, more) => {
    expect(usually('2026-11-22', [], ['12'], more)).toEqual([]);
  });

  test('the closing of a window that opened without one', () => {
    expect(usually('2026-11-22', [], ['12'], { 'windows.0.opensOn': '2026-10-01' })).toEqual([
      'se clôt d’habitude en décembre',
    ]);
  });
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
    expect(reportFacts('x', opportunity({ sources }), NOTHING).checkedOn).toBe('2026-05-01');
    expect(reportFacts('x', opportunity({ sources, verifiedOn: '2026-02-01' }), NOTHING).checkedOn).toBe('2026-02-01');
  });

  test('none is stale, and comes first', () => {
    expect(on('2026-11-20', {}).stale[0]?.why).toBe('aucune date de lecture');
  });
});

const COMPLETE: Readonly<Record<string, unknown>> = {
  officialUrl: 'https://exemple.org/appel',
  rhythm: 'permanent',
  'amounts.max': 5000,
};

describe('what an entry lacks to decide', () => {
  const gaps = (changes: Readonly<Record<string, unknown>>, contact?: string) => {
    const given = Object.entries({ ...COMPLETE, ...changes }).filter(([, value]) => value !== undefined);
    return gapsOf(opportunity(Object.fromEntries(given)), contact).map(({ why }) => why);
  };

  test.each([
    [{}],
    [{ rhythm: 'annual', 'usualMonths.closes': ['3'] }],
    [{ 'amounts.max': undefined, fundedShare: 80 }],
    [{ 'amounts.max': undefined, kind: 'don-en-nature' }],
    [{ officialUrl: undefined, formUrl: 'https://exemple.org/formulaire' }],
    // These say how far one may trust it, not what to decide.
    [{ confidence: 'low', 'eligibility.text': undefined }],
  ])('nothing: %o', (change) => {
    expect(gaps(change)).toEqual([]);
  });

  test.each([
    [{ rhythm: 'unknown' }, 'ni date, ni rythme, ni mois habituel'],
    [{ 'territory.scope': 'region' }, 'territoire sans code'],
    [{ 'amounts.max': undefined }, 'rien sur ce qu’il verse'],
    [{ officialUrl: undefined }, 'pas d’adresse où demander'],
  ])('%o: %s', (change, why) => {
    expect(gaps(change)).toEqual([why]);
  });

  test('the site of the funder is an address where one may ask', () => {
    expect(gaps({ officialUrl: undefined }, 'https://exemple.org')).toEqual([]);
  });
});

describe('the report', () => {
  const facts = (slug: string, more: Partial<ReportFacts> = {}): ReportFacts => ({
    slug,
    title: slug.toUpperCase(),
    isExample: false,
    checkedOn: '2026-11-01',
    calendar: { rhythm: 'annual', windows: [] },
    suits: 0,
    gaps: [],
    ...more,
  });
  const closes = (...days: string[]) => ({
    calendar: { rhythm: 'annual' as const, windows: days.map((closesOn) => ({ closesOn })) },
  });
  const habit = (opens: string[], closing: string[], asOf?: string) => ({
    calendar: { rhythm: 'annual' as const, windows: [], usualMonths: { opens, closes: closing }, asOf },
  });
  const gap = (why: string) => ({ why, remedy: `Corrigez : ${why}.` });
  const told = (items: readonly { slug: string; why: string }[]) =>
    items.map(({ slug, why }) => `${slug} : ${why.replaceAll(/[\u00a0\u202f]/g, ' ')}`);
  const report = (...all: ReportFacts[]) => watchReport(all, '2026-11-20');

  test('tells what closes, the nearest first', () => {
    const { closing, dated } = report(
      facts('a', closes('2026-12-01', '2026-11-19')),
      facts('b', closes('2026-11-21', '2026-11-22')),
      facts('c', { calendar: { rhythm: 'annual', windows: [{ opensOn: '2026-11-02', closesOn: '2027-01-31' }] } }),
      facts('d', closes('2026-09-30', '2027-02-01')),
    );
    expect(told(closing)).toEqual([
      'b : clôt dans 1 jour, le 21 novembre 2026',
      'b : clôt dans 2 jours, le 22 novembre 2026',
      'a : clôt dans 11 jours, le 1er décembre 2026',
    ]);
    expect(told(dated)).toEqual([
      'c : s’est ouvert le 2 novembre 2026',
      'a : s’est clos le 19 novembre 2026',
      'c : clôt le 31 janvier 2027',
    ]);
  });

  test('ranks habits by what is lost: the month, then how many cantines, then how much', () => {
    const { unannounced } = report(
      facts('octobre', { ...habit([], ['10']), suits: 30 }),
      facts('ouvre', { ...habit(['12'], ['3']), suits: 30 }),
      facts('peu', { ...habit([], ['11']), suits: 2, amount: 90_000 }),
      facts('beaucoup', { ...habit([], ['11']), suits: 20, amount: 3000 }),
      facts('mieux', { ...habit([], ['11']), suits: 20, amount: 5000 }),
      facts('ouvert', { ...habit(['10'], ['2'], '2024'), suits: 30 }),
    );
    expect(told(unannounced)).toEqual([
      'mieux : se clôt d’habitude ce mois-ci, peut aller à 20 cantines, jusqu’à 5 000 €',
      'beaucoup : se clôt d’habitude ce mois-ci, peut aller à 20 cantines, jusqu’à 3 000 €',
      'peu : se clôt d’habitude ce mois-ci, peut aller à 2 cantines, jusqu’à 90 000 €',
      'ouvert : sans doute ouvert : s’ouvre d’habitude en octobre, vu en 2024, peut aller à 30 cantines',
      'ouvre : s’ouvre d’habitude en décembre, peut aller à 30 cantines',
      'octobre : se clôt d’habitude en octobre : sans doute passé, peut aller à 30 cantines',
    ]);
  });

  test('asks to confirm what was seen long ago, once: what is expected now is told as such', () => {
    const { reconfirm, unannounced, incomplete } = report(
      facts('peu', { ...habit([], ['6'], '2021-06'), suits: 1, gaps: [gap('une chose')] }),
      facts('beaucoup', { ...habit([], ['6'], '2023'), suits: 9 }),
      facts('maintenant', { ...habit([], ['11'], '2021'), suits: 9 }),
      facts('unique', { calendar: { rhythm: 'one-off', windows: [{ closesOn: '2021-06-01' }], asOf: '2021-06' } }),
      facts('recent', habit([], ['6'], '2026-01')),
    );
    expect(told(reconfirm)).toEqual([
      'beaucoup : vu en 2023, peut aller à 9 cantines',
      'peu : vu en 2021, peut aller à 1 cantine',
    ]);
    expect(unannounced.map(({ slug }) => slug)).toEqual(['maintenant']);
    expect(incomplete).toEqual([]);
  });

  test('tells what nobody read for long, the oldest first', () => {
    const { stale } = report(
      facts('b', { checkedOn: undefined }),
      facts('c', { checkedOn: '2026-01-31' }),
      facts('d', { checkedOn: '2025-02-01' }),
      facts('e', { checkedOn: '2025-02-01', isExample: true }),
    );
    expect(told(stale)).toEqual([
      'b : aucune date de lecture',
      'd : lue pour la dernière fois le 1er février 2025',
      'c : lue pour la dernière fois le 31 janvier 2026',
    ]);
  });

  test('tells what lacks something to decide, but of what is over, and how to complete it', () => {
    const { incomplete } = report(
      facts('peu', { gaps: [gap('une chose')] }),
      facts('beaucoup', { gaps: [gap('une chose'), gap('une autre')], suits: 4 }),
      facts('fini', {
        gaps: [gap('une chose')],
        calendar: { rhythm: 'one-off', windows: [{ closesOn: '2026-10-01' }] },
      }),
    );
    expect(told(incomplete)).toEqual(['beaucoup : une chose ; une autre, peut aller à 4 cantines', 'peu : une chose']);
    expect(incomplete[0]).toMatchObject({ title: 'BEAUCOUP', remedy: 'Corrigez : une chose. Corrigez : une autre.' });
  });

  test('says what to do', () => {
    const { closing, unannounced, reconfirm } = report(
      facts('a', closes('2026-12-01')),
      facts('b', habit(['10', '12'], ['11', '2'])),
      facts('c', habit([], ['6'], '2021')),
    );
    for (const { remedy } of [...closing, ...unannounced, ...reconfirm])
      expect(remedy).toMatch(/^(?:Vérifiez|Regardez|Cherchez) .+\.$/);
  });
});

describe('who answers together', () => {
  const answer = (changes: Readonly<Record<string, unknown>> = {}): JointAnswer =>
    jointAnswers.schema.parse(entryOf('joint-answers', changes));
  const told = (today: string, changes: Readonly<Record<string, unknown>>, call = {}) =>
    watchReport(
      [
        reportFacts('un-appel', opportunity({ windows: [{ closesOn: '2027-12-17' }], ...call }), {
          suits: 4,
          contact: undefined,
          joint: [['a-trois', answer(changes)]],
        }),
      ],
      today,
    ).together.map(({ slug, collection, why, remedy }) => [slug, collection, why.replaceAll('\u00a0', ' '), remedy]);

  test('is told with what an editor does, in its own entry', () => {
    const seeking = { joinBy: '2027-11-25', openedOn: '2027-11-01', lead: 'metz', members: ['bruz'] };
    expect(told('2027-11-13', seeking)).toEqual([
      [
        'a-trois',
        'joint-answers',
        'à rejoindre avant le 25 novembre 2027, encore 12 jours, pour « Un appel », 2 cantines, annoncée le 1er novembre 2027, peut aller à 4 cantines',
        'Prévenez les cantines que l’appel concerne.',
      ],
    ]);
  });

  test.each([
    ['2027-11-26', { joinBy: '2027-11-25' }, 'Dites ce qu’elle devient : au complet, déposée ou abandonnée.'],
    ['2027-12-18', { joinBy: '2027-11-25' }, 'Dites ce qu’elle est devenue : déposée, obtenue, refusée ou abandonnée.'],
    ['2027-12-18', { status: 'submitted' }, 'Notez la réponse du financeur quand elle arrive.'],
  ])('on %s, %o asks for its end', (today, changes, remedy) => {
    expect(told(today, changes).map(([, , , asked]) => asked)).toEqual([remedy]);
  });

  test('is no longer told once its end is, nor when it is an example', () => {
    for (const status of ['won', 'refused', 'dropped']) expect(told('2027-11-13', { status })).toEqual([]);
    expect(told('2027-11-13', { demo: true })).toEqual([]);
  });
});
