import { describe, expect, test } from 'vitest';
import {
  sayDates,
  sayDeadline,
  sayHabit,
  sayKnownDates,
  sayLastDay,
  sayWindow,
  usualOpening,
} from '#domain/deadline-words.ts';
import type { DeadlineState } from '#domain/deadlines.ts';

const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

type Dates = Parameters<typeof sayDates>[0];
const dates = (windows: Dates['windows'] = [], opens: readonly string[] = [], rhythm: Dates['rhythm'] = 'annual') => ({
  rhythm,
  windows,
  usualMonths: { opens },
});

const closing = (days: number): DeadlineState => ({ state: 'closing', closesOn: '2026-12-01', days });
const CLOSED: DeadlineState = { state: 'closed', closedOn: '2026-05-02' };

test.each<[words: string, tone: string | undefined, state: DeadlineState, usual?: string]>([
  ['Ouvert toute l’année', 'tone-good', { state: 'permanent' }],
  ['Ouvert jusqu’au 31 janvier 2027', 'tone-good', { state: 'open', closesOn: '2027-01-31', days: 72 }],
  ['Ouvert', 'tone-good', { state: 'open', closesOn: undefined, days: undefined }],
  ['Clôt aujourd’hui', 'tone-late', closing(0)],
  ['Clôt dans 1 jour, le 1er décembre 2026', 'tone-late', closing(1)],
  ['Clôt dans 2 jours, le 1er décembre 2026', 'tone-late', closing(2)],
  // A week is late.
  ['Clôt dans 7 jours, le 1er décembre 2026', 'tone-late', closing(7)],
  ['Clôt dans 8 jours, le 1er décembre 2026', 'tone-soon', closing(8)],
  ['Ouvre le 4 janvier 2027', 'tone-soon', { state: 'opens', opensOn: '2027-01-04', days: 45 }],
  ['Clos depuis le 2 mai 2026', undefined, CLOSED],
  ['Clos, revient d’habitude en décembre et janvier', undefined, CLOSED, 'décembre et janvier'],
  ['Dates non renseignées', undefined, { state: 'unknown' }],
  ['S’ouvre d’habitude en mars', undefined, { state: 'unknown' }, 'mars'],
])('%s', (words, tone, state, usual) => {
  const said = sayDeadline(state, usual);
  expect(plain(said.words)).toBe(words);
  expect(said.tone).toBe(tone);
});

describe('what stays true on any day', () => {
  test.each([
    ['Toute l’année', dates([{ closesOn: '2026-12-01' }], ['3'], 'permanent')],
    ['Dernière clôture connue : 2 mai 2026', dates([{ closesOn: '2026-05-02' }, { closesOn: '2025-05-03' }], ['3'])],
    ['Dernière clôture connue : 2 mai 2026', dates([{ closesOn: '2025-05-03' }, { closesOn: '2026-05-02' }, {}])],
    ['S’ouvre d’habitude en mars et septembre', dates([{ opensOn: '2026-05-02' }], ['3', '9'])],
    ['Dates non renseignées', dates()],
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

test('a habit is told as one, and nothing without any', () => {
  expect(sayHabit(dates([], ['12']))).toBe('d’habitude en décembre, à confirmer');
  expect(usualOpening(dates([], ['12', '1']))).toBe('décembre et janvier');
  expect(sayHabit(dates())).toBeUndefined();
  expect(usualOpening(dates())).toBeUndefined();
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
    ['clos depuis le jeudi 19 novembre 2026', dates([{ closesOn: '2026-11-19' }], ['3'])],
    ['s’ouvre d’habitude en mars, dates non renseignées', dates([], ['3'])],
    ['non renseignées, à demander au financeur', dates()],
  ])('%s', (words, calendar) => {
    expect(plain(sayDates(calendar, '2026-11-20'))).toBe(words);
  });

  test('a last day to remind is told with its note', () => {
    const calendar = dates([{ closesOn: '2027-01-12', note }]);
    expect(plain(sayLastDay(calendar, '2027-01-12', 14))).toBe('mardi 12 janvier 2027, à midi (dans 14 jours)');
    expect(plain(sayLastDay(calendar, '2027-01-13', 1))).toBe('mercredi 13 janvier 2027 (demain)');
  });
});
