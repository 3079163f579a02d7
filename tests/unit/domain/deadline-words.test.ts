import { describe, expect, test } from 'vitest';
import { sayDates, sayDeadline, sayHabit, sayKnownDates, sayLastDay, sayWindow } from '#domain/deadline-words.ts';
import type { DeadlineState } from '#domain/deadlines.ts';

const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

type Dates = Parameters<typeof sayDates>[0];
const dates = (
  windows: Dates['windows'] = [],
  opens: readonly string[] = [],
  rhythm: Dates['rhythm'] = 'annual',
  closes: readonly string[] = [],
): Dates => ({
  rhythm,
  windows,
  usualMonths: { opens, closes },
});

const TODAY = '2026-11-20';
const closing = (days: number): DeadlineState => ({ state: 'closing', closesOn: '2026-12-01', days });
const CLOSED: DeadlineState = { state: 'closed', closedOn: '2026-05-02' };
const usual = (opensIn?: string, closesIn?: string): DeadlineState => ({
  state: 'usual',
  season: { opensIn, closesIn },
  closedOn: undefined,
});
const stale = (more: Partial<Extract<DeadlineState, { state: 'stale' }>> = {}): DeadlineState => ({
  state: 'stale',
  asOf: '2021-06-19',
  season: undefined,
  closedOn: undefined,
  isPermanent: false,
  ...more,
});

test.each<[words: string, tone: string | undefined, state: DeadlineState]>([
  ['Ouvert toute l’année', 'tone-good', { state: 'permanent' }],
  ['Ouvert jusqu’au 31 janvier 2027', 'tone-good', { state: 'open', closesOn: '2027-01-31', days: 72 }],
  ['Ouvert', 'tone-good', { state: 'open', closesOn: undefined, days: undefined }],
  [
    'Ouvert, se clôt d’habitude en mars',
    'tone-good',
    { state: 'open', closesOn: undefined, days: undefined, closesIn: '2027-03' },
  ],
  ['Clôt aujourd’hui', 'tone-late', closing(0)],
  ['Clôt dans 1 jour, le 1er décembre 2026', 'tone-late', closing(1)],
  ['Clôt dans 2 jours, le 1er décembre 2026', 'tone-late', closing(2)],
  // A week is late.
  ['Clôt dans 7 jours, le 1er décembre 2026', 'tone-late', closing(7)],
  ['Clôt dans 8 jours, le 1er décembre 2026', 'tone-soon', closing(8)],
  ['Ouvre le 4 janvier 2027', 'tone-soon', { state: 'opens', opensOn: '2027-01-04', days: 45 }],
  ['Clos depuis le 2 mai 2026', undefined, CLOSED],
  ['Dates à demander', undefined, { state: 'unknown' }],
  ['Revient, dates à préciser', undefined, { state: 'unknown', returns: true }],
  ['Clos, revient à une date à préciser', undefined, { state: 'closed', closedOn: '2026-05-02', returns: true }],
  ['S’ouvre d’habitude en mars', undefined, usual('2027-03', '2027-04')],
  [
    'Clos, revient d’habitude en décembre',
    undefined,
    { state: 'usual', season: { opensIn: '2026-12', closesIn: undefined }, closedOn: '2026-05-02' },
  ],
  [
    'Se clôt d’habitude en décembre',
    undefined,
    { state: 'usual', season: { opensIn: undefined, closesIn: '2026-12' }, closedOn: '2025-12-23' },
  ],
  ['S’ouvre d’habitude ce mois-ci', 'tone-usual', usual('2026-11')],
  ['D’habitude ouvert jusqu’en décembre', 'tone-usual', usual('2026-10', '2026-12')],
  ['Se clôt d’habitude ce mois-ci', 'tone-usual', usual(undefined, '2026-11')],
  ['Se clôt d’habitude en décembre', undefined, usual(undefined, '2026-12')],
  [
    'S’ouvre d’habitude en mai, à reconfirmer (vu en 2021)',
    undefined,
    stale({ season: { opensIn: '2027-05', closesIn: '2027-06' }, closedOn: '2021-06-19' }),
  ],
  ['Toute l’année, à reconfirmer (vu en 2023)', undefined, stale({ asOf: '2023', isPermanent: true })],
  ['Clos depuis le 1er mai 2021, à reconfirmer (vu en 2021)', undefined, stale({ closedOn: '2021-05-01' })],
  ['Dates à demander, à reconfirmer (vu en 2021)', undefined, stale()],
])('%s', (words, tone, state) => {
  const said = sayDeadline(state, TODAY);
  expect(plain(said.words)).toBe(words);
  expect(said.tone).toBe(tone);
});

describe('what stays true on any day', () => {
  test.each([
    ['Toute l’année', dates([{ closesOn: '2026-12-01' }], ['3'], 'permanent')],
    ['S’ouvre d’habitude en mars', dates([{ closesOn: '2026-05-02' }, { closesOn: '2025-05-03' }], ['3'])],
    ['Se clôt d’habitude en novembre', dates([{ closesOn: '2024-11-29' }], [], 'annual', ['11'])],
    ['Dernière clôture connue : 2 mai 2026', dates([{ closesOn: '2025-05-03' }, { closesOn: '2026-05-02' }, {}])],
    ['S’ouvre d’habitude en mars et septembre', dates([{ opensOn: '2026-05-02' }], ['3', '9'])],
    ['Dates à demander', dates()],
  ])('%s', (words, calendar) => {
    expect(plain(sayKnownDates(calendar))).toBe(words);
  });
});

describe('a window', () => {
  test.each([
    ['du 2 juin 2025 au 3 mai 2026', { opensOn: '2025-06-02', closesOn: '2026-05-03' }],
    ['jusqu’au 3 mai 2026 (à midi)', { closesOn: '2026-05-03', note: 'à midi' }],
    ['à partir du 2 juin 2025', { opensOn: '2025-06-02' }],
  ])('%s', (words, window) => {
    expect(plain(sayWindow(window))).toBe(words);
  });
});

test.each([
  ['s’ouvre d’habitude en décembre', ['12'], []],
  ['se clôt d’habitude en décembre et janvier', [], ['12', '1']],
  ['s’ouvre d’habitude en décembre et se clôt en mars', ['12'], ['3']],
  [undefined, [], []],
])('a habit is told as one: %s', (words, opens, closes) => {
  expect(sayHabit(dates([], opens, 'annual', closes))).toBe(words);
});

describe('in a letter of 20 November 2026', () => {
  const note = 'à midi';
  test.each<[words: string, calendar: Dates]>([
    ['ouvert toute l’année', dates([], [], 'permanent')],
    ['ouvert, sans date limite connue', dates([{ opensOn: '2026-11-01' }])],
    ['ouvert jusqu’au vendredi 20 novembre 2026 (aujourd’hui)', dates([{ closesOn: '2026-11-20' }])],
    ['ouvert jusqu’au samedi 21 novembre 2026, à midi (demain)', dates([{ closesOn: '2026-11-21', note }])],
    ['ouvert jusqu’au dimanche 22 novembre 2026 (dans 2 jours)', dates([{ closesOn: '2026-11-22' }])],
    [
      'ouvert jusqu’au jeudi 20 mai 2027 (dans 181 jours)',
      dates([
        { closesOn: '2026-05-20', note },
        { opensOn: '2026-11-20', closesOn: '2027-05-20' },
      ]),
    ],
    ['ouvre le lundi 4 janvier 2027', dates([{ opensOn: '2027-01-04' }])],
    [
      'ouvre le lundi 4 janvier 2027, clôt le lundi 1er février 2027, à midi',
      dates([
        { opensOn: '2028-01-04', closesOn: '2028-02-01' },
        { opensOn: '2027-01-04', closesOn: '2027-02-01', note },
      ]),
    ],
    ['clos depuis le jeudi 19 novembre 2026', dates([{ closesOn: '2026-11-19' }])],
    ['s’ouvre d’habitude en mars, à confirmer', dates([{ closesOn: '2026-11-19' }], ['3'])],
    ['se clôt d’habitude ce mois-ci, à confirmer', dates([], [], 'annual', ['11'])],
    [
      'd’habitude ouvert jusqu’en janvier, à confirmer',
      dates([{ opensOn: '2024-10-01', closesOn: '2025-01-15' }], ['10'], 'annual', ['1']),
    ],
    ['ouvert, se clôt d’habitude en février, à confirmer', dates([{ opensOn: '2026-11-01' }], [], 'annual', ['2'])],
    [
      's’ouvre d’habitude en mai, à reconfirmer, vu en juin 2021',
      { ...dates([{ closesOn: '2021-06-19' }], ['5']), asOf: '2021-06-19' },
    ],
    ['à demander au financeur', dates()],
  ])('%s', (words, calendar) => {
    expect(plain(sayDates(calendar, '2026-11-20'))).toBe(words);
  });

  test('a last day to remind is told with its note', () => {
    const calendar = dates([{ closesOn: '2027-01-12', note }]);
    expect(plain(sayLastDay(calendar, '2027-01-12', 14))).toBe('mardi 12 janvier 2027, à midi (dans 14 jours)');
    expect(plain(sayLastDay(calendar, '2027-01-13', 1))).toBe('mercredi 13 janvier 2027 (demain)');
  });
});

test('a call that comes back without a word on when is not one of which nothing is known', () => {
  const none = dates([], [], 'recurring');
  expect(sayKnownDates(none)).toBe('Revient, dates à préciser');
  expect(plain(sayDates(none, TODAY))).toBe('à demander au financeur, mais cela revient');
  expect(plain(sayDates(dates([{ closesOn: '2026-05-02' }], [], 'recurring'), TODAY))).toBe(
    'clos depuis le samedi 2 mai 2026, revient à une date à préciser',
  );
  expect(sayKnownDates(dates([], ['12'], 'recurring'))).toBe('S’ouvre d’habitude en décembre');
});

test.each<[string, string | undefined, string | undefined, Dates['rhythm']]>([
  ['S’ouvre d’habitude en mai', '2026', '2026-11-20', 'annual'],
  ['S’ouvre d’habitude en mai', '2021', undefined, 'annual'],
  ['S’ouvre d’habitude en mai, à reconfirmer (vu en 2021)', '2021', '2026-11-20', 'annual'],
  ['Toute l’année, à reconfirmer (vu en 2024)', '2024-03', '2026-11-20', 'permanent'],
  // What comes once is not to be confirmed again.
  ['S’ouvre d’habitude en mai', '2021', '2026-11-20', 'one-off'],
])('« %s » for a page of %s read on %s: as long as what the browser says', (words, asOf, readOn, rhythm) => {
  expect(sayKnownDates({ ...dates([], ['5'], rhythm), asOf }, readOn)).toBe(words);
});
