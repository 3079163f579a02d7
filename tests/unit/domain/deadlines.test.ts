import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deadlineRank, deadlineState, type Calendar, type DeadlineState } from '#domain/deadlines.ts';

const TODAY = '2026-11-20';

const calendar = (rhythm: Calendar['rhythm'], ...windows: [opensOn?: string, closesOn?: string][]): Calendar => ({
  rhythm,
  windows: windows.map(([opensOn, closesOn]) => ({ opensOn, closesOn })),
});

describe(`the state of an opportunity on ${TODAY}`, () => {
  test.each<[string, Calendar, DeadlineState]>([
    ['nothing known', calendar('unknown'), { state: 'unknown' }],
    ['a habit is no date', calendar('annual'), { state: 'unknown' }],
    ['permanent', calendar('permanent'), { state: 'permanent' }],
    [
      'open, closing later',
      calendar('annual', ['2026-10-01', '2027-01-31']),
      { state: 'open', closesOn: '2027-01-31', days: 72 },
    ],
    [
      'open, closing in 30 days',
      calendar('annual', [undefined, '2026-12-20']),
      { state: 'closing', closesOn: '2026-12-20', days: 30 },
    ],
    [
      'open, closing in 31 days',
      calendar('annual', [undefined, '2026-12-21']),
      { state: 'open', closesOn: '2026-12-21', days: 31 },
    ],
    ['the closing day itself', calendar('annual', [undefined, TODAY]), { state: 'closing', closesOn: TODAY, days: 0 }],
    [
      'the opening day itself',
      calendar('annual', [TODAY, undefined]),
      { state: 'open', closesOn: undefined, days: undefined },
    ],
    ['closed yesterday', calendar('annual', [undefined, '2026-11-19']), { state: 'closed', closedOn: '2026-11-19' }],
    [
      'opens tomorrow',
      calendar('annual', ['2026-11-21', '2026-12-31']),
      { state: 'opens', opensOn: '2026-11-21', days: 1, closesOn: '2026-12-31' },
    ],
    [
      'closed, opens again',
      calendar('several', [undefined, '2026-10-01'], ['2027-02-01', '2027-03-01']),
      { state: 'opens', opensOn: '2027-02-01', days: 73, closesOn: '2027-03-01' },
    ],
    [
      'opens twice: the first counts',
      calendar('several', ['2027-06-01', undefined], ['2027-02-01', undefined]),
      { state: 'opens', opensOn: '2027-02-01', days: 73 },
    ],
    [
      'closed twice: the last counts',
      calendar('several', [undefined, '2024-05-01'], [undefined, '2025-05-01']),
      { state: 'closed', closedOn: '2025-05-01' },
    ],
    [
      'two open: the one that closes last',
      calendar('several', [undefined, '2026-12-01'], [undefined, '2027-03-01']),
      { state: 'open', closesOn: '2027-03-01', days: 101 },
    ],
    [
      'whichever is written last',
      calendar('several', [undefined, '2027-03-01'], [undefined, '2026-12-01']),
      { state: 'open', closesOn: '2027-03-01', days: 101 },
    ],
    [
      'two open, one without an end: it closes last',
      calendar('several', ['2026-10-01', '2026-12-01'], ['2026-11-01', undefined]),
      { state: 'open', closesOn: undefined, days: undefined },
    ],
    [
      'whichever is written first',
      calendar('several', ['2026-11-01', undefined], ['2026-10-01', '2026-12-01']),
      { state: 'open', closesOn: undefined, days: undefined },
    ],
    [
      'open until today, since a day that is known',
      calendar('annual', ['2026-10-01', TODAY]),
      { state: 'closing', closesOn: TODAY, days: 0 },
    ],
    ['a window without a day', calendar('annual', [undefined, undefined]), { state: 'unknown' }],
    [
      'a window that opens after it closes, today',
      calendar('annual', [TODAY, '2026-11-01']),
      { state: 'closed', closedOn: '2026-11-01' },
    ],
    [
      'permanent, with a campaign that is over',
      calendar('permanent', [undefined, '2026-05-01']),
      { state: 'permanent' },
    ],
    [
      'permanent, with a campaign that is open',
      calendar('permanent', [undefined, '2026-12-01']),
      { state: 'closing', closesOn: '2026-12-01', days: 11 },
    ],
    [
      'over the turn of the year',
      calendar('annual', ['2026-11-01', '2027-01-01']),
      { state: 'open', closesOn: '2027-01-01', days: 42 },
    ],
  ])('%s', (_title, given, expected) => {
    expect(deadlineState(given, TODAY)).toEqual(expected);
  });
});

describe(`habits and old readings on ${TODAY}`, () => {
  const habit = { opens: ['12'], closes: ['3'] };
  test.each<[string, Calendar, DeadlineState]>([
    [
      'a habit says what comes',
      { ...calendar('annual'), usualMonths: habit },
      { state: 'usual', season: { opensIn: '2026-12', closesIn: '2027-03' }, closedOn: undefined },
    ],
    [
      'a usual closing month alone',
      { ...calendar('annual', [undefined, '2025-11-29']), usualMonths: { opens: [], closes: ['11'] } },
      { state: 'usual', season: { opensIn: undefined, closesIn: '2026-11' }, closedOn: '2025-11-29' },
    ],
    [
      'this year’s round is over',
      { ...calendar('annual', [undefined, '2026-11-15']), usualMonths: { opens: [], closes: ['11'] } },
      { state: 'closed', closedOn: '2026-11-15' },
    ],
    [
      'open without an end, which the habit gives',
      { ...calendar('annual', ['2026-11-01', undefined]), usualMonths: { opens: [], closes: ['2'] } },
      { state: 'open', closesOn: undefined, days: undefined, closesIn: '2027-02' },
    ],
    [
      'an opening without an end does not outlive its usual closing',
      { ...calendar('annual', ['2026-01-05', undefined]), usualMonths: { opens: ['1'], closes: ['3'] } },
      { state: 'usual', season: { opensIn: '2027-01', closesIn: '2027-03' }, closedOn: undefined },
    ],
    [
      'a habit read 18 months ago',
      { ...calendar('annual', [undefined, '2025-03-01']), usualMonths: habit, asOf: '2025-05-20' },
      {
        state: 'stale',
        asOf: '2025-05-20',
        season: { opensIn: '2026-12', closesIn: '2027-03' },
        closedOn: '2025-03-01',
        isPermanent: false,
      },
    ],
    [
      'a habit read a day less',
      { ...calendar('annual', [undefined, '2025-03-01']), usualMonths: habit, asOf: '2025-05-21' },
      { state: 'usual', season: { opensIn: '2026-12', closesIn: '2027-03' }, closedOn: '2025-03-01' },
    ],
    [
      'all year long, as somebody read in 2024',
      { ...calendar('permanent'), asOf: '2024' },
      { state: 'stale', asOf: '2024', season: undefined, closedOn: undefined, isPermanent: true },
    ],
    [
      'a date to come is never too old',
      { ...calendar('annual', [undefined, '2026-12-01']), asOf: '2021' },
      { state: 'closing', closesOn: '2026-12-01', days: 11 },
    ],
    [
      'what was to happen once is over',
      { ...calendar('one-off', [undefined, '2022-07-31']), asOf: '2022-07-31' },
      { state: 'closed', closedOn: '2022-07-31' },
    ],
  ])('%s', (_title, given, expected) => {
    expect(deadlineState(given, TODAY)).toEqual(expected);
  });
});

test('the order of the watch: what is dated, then what is usual, then the rest, the oldest last', () => {
  const usual = (opensIn?: string, closesIn?: string): DeadlineState => ({
    state: 'usual',
    season: { opensIn, closesIn },
    closedOn: undefined,
  });
  const stale: DeadlineState = {
    state: 'stale',
    asOf: '2021',
    season: undefined,
    closedOn: undefined,
    isPermanent: false,
  };
  const states: DeadlineState[] = [
    { state: 'closing', closesOn: '2026-11-21', days: 1 },
    { state: 'closing', closesOn: '2026-12-20', days: 30 },
    { state: 'open', closesOn: '2027-01-31', days: 72 },
    { state: 'open', closesOn: undefined, days: undefined },
    { state: 'opens', opensOn: '2026-11-21', days: 1 },
    { state: 'opens', opensOn: '2027-11-21', days: 366 },
    usual('2026-10', '2026-12'),
    usual(undefined, '2026-12'),
    usual('2027-01', '2027-02'),
    { state: 'permanent' },
    { state: 'unknown' },
    { ...stale, season: { opensIn: '2026-12', closesIn: undefined } },
    { ...stale, isPermanent: true },
    stale,
    { state: 'closed', closedOn: '2026-01-01' },
  ];
  expect([...states].reverse().toSorted((a, b) => deadlineRank(a, TODAY) - deadlineRank(b, TODAY))).toEqual(states);
});

const day = fc
  .integer({ min: 0, max: 4000 })
  .map((offset) => new Date(Date.UTC(2022, 0, 1 + offset)).toISOString().slice(0, 10));

test('for any windows: a date that is shown was written, and its state holds on that day', () => {
  const windows = fc.array(
    fc.record({ opensOn: fc.option(day, { nil: undefined }), closesOn: fc.option(day, { nil: undefined }) }),
  );
  const rhythm = fc.constantFrom<Calendar['rhythm'][]>('permanent', 'annual', 'several', 'one-off', 'unknown');
  fc.assert(
    fc.property(rhythm, windows, day, (rhythm, windows, today) => {
      const state = deadlineState({ rhythm, windows }, today);
      const written = windows.flatMap(({ opensOn, closesOn }) => [opensOn, closesOn]);
      if (state.state === 'closing' || state.state === 'open') {
        if (state.closesOn !== undefined) {
          expect(written).toContain(state.closesOn);
          expect(state.closesOn >= today).toBe(true);
        }
      }
      if (state.state === 'opens') {
        expect(written).toContain(state.opensOn);
        expect(state.opensOn > today).toBe(true);
      }
      if (state.state === 'closed') {
        expect(written).toContain(state.closedOn);
        expect(state.closedOn < today).toBe(true);
        expect(rhythm).not.toBe('permanent');
      }
      expect(Number.isFinite(deadlineRank(state, today))).toBe(true);
    }),
  );
});

test('« recurring » is not « unknown »: it comes back, nobody knows when', () => {
  const windows = [{ closesOn: '2026-05-02' }];
  expect(deadlineState({ rhythm: 'recurring', windows: [] }, TODAY)).toEqual({ state: 'unknown', returns: true });
  expect(deadlineState({ rhythm: 'recurring', windows }, TODAY)).toEqual({
    state: 'closed',
    closedOn: '2026-05-02',
    returns: true,
  });
  expect(deadlineState({ rhythm: 'unknown', windows: [] }, TODAY)).toEqual({ state: 'unknown' });
});
