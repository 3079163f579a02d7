import { describe, expect, test } from 'vitest';
import type { Calendar } from '#domain/deadlines.ts';
import { certaintyOf, roundsAhead, spansOf, type Milestone, type Round, type Span } from '#funding/seasons/rounds.ts';

const TODAY = '2026-11-21';

const calendar = (changes: Partial<Calendar>): Calendar => ({ rhythm: 'annual', windows: [], ...changes });
const window = (opensOn: string | undefined, closesOn?: string) => ({ opensOn, closesOn });
const sure = (on: string): Milestone => ({ on, isUsual: false });
const usual = (on: string): Milestone => ({ on, isUsual: true });
const round = (opens: Milestone | undefined, closes: Milestone | undefined): Round => ({ opens, closes });
const span = (from: string, to: string, isUsual = false): Span => ({ from, to, isUsual });

describe('the rounds of the year to come', () => {
  test.each<[string, Calendar, Round[]]>([
    ['nothing known', calendar({}), []],
    ['all year long', calendar({ rhythm: 'permanent', usualMonths: { opens: ['3'], closes: [] } }), []],
    [
      'announced, then usual',
      calendar({ windows: [window('2026-10-01', '2026-12-08')], usualMonths: { opens: ['10'], closes: ['12'] } }),
      [round(sure('2026-10-01'), sure('2026-12-08'))],
    ],
    [
      'usual by its closing only, this month',
      calendar({ windows: [window(undefined, '2024-11-29')], usualMonths: { opens: [], closes: ['11'] } }),
      [round(undefined, usual('2026-11-01'))],
    ],
    [
      'usual by its opening only',
      calendar({ usualMonths: { opens: ['12'], closes: [] } }),
      [round(usual('2026-12-01'), undefined)],
    ],
    [
      'announced to open, usual to close',
      calendar({ windows: [window('2027-02-15')], usualMonths: { opens: ['2'], closes: ['4'] } }),
      [round(sure('2027-02-15'), usual('2027-04-01'))],
    ],
    ['open without an end', calendar({ windows: [window('2026-09-01')] }), [round(sure('2026-09-01'), undefined)]],
    ['over', calendar({ windows: [window('2026-01-01', '2026-11-20')] }), []],
    ['beyond the twelve months', calendar({ windows: [window('2027-11-02', '2027-12-01')] }), []],
    [
      'in order, whatever the order written',
      calendar({ windows: [window('2027-05-01', '2027-06-01'), window('2027-01-04', '2027-02-01')] }),
      [round(sure('2027-01-04'), sure('2027-02-01')), round(sure('2027-05-01'), sure('2027-06-01'))],
    ],
  ])('%s', (_, given, expected) => {
    expect(roundsAhead(given, TODAY)).toEqual(expected);
  });
});

describe('what is drawn of a round', () => {
  test.each<[string, Round, Span[]]>([
    ['open now', round(sure('2026-10-01'), sure('2026-12-08')), [span(TODAY, '2026-12-08')]],
    ['whose opening nobody told', round(undefined, sure('2027-01-29')), [span(TODAY, '2027-01-29')]],
    [
      'usual, by whole months',
      round(usual('2026-12-01'), usual('2027-02-01')),
      [span('2026-12-01', '2027-02-28', true)],
    ],
    ['usual, running', round(usual('2026-10-01'), usual('2026-12-01')), [span(TODAY, '2026-12-31', true)]],
    ['usual to close this month', round(undefined, usual('2026-11-01')), [span(TODAY, '2026-11-30', true)]],
    ['usual to close later', round(undefined, usual('2027-02-01')), [span('2027-02-01', '2027-02-28', true)]],
    ['usual to open', round(usual('2026-12-01'), undefined), [span('2026-12-01', '2026-12-31', true)]],
    [
      'sure to open, usual to close',
      round(sure('2027-02-15'), usual('2027-04-01')),
      [span('2027-02-15', '2027-02-28'), span('2027-03-01', '2027-04-30', true)],
    ],
    ['sure to open, nothing more', round(sure('2027-02-15'), undefined), [span('2027-02-15', '2027-02-28')]],
    [
      'usual to open, sure to close',
      round(usual('2026-12-01'), sure('2027-01-15')),
      [span('2026-12-01', '2027-01-15')],
    ],
  ])('%s', (_, given, expected) => {
    expect(spansOf(given, TODAY)).toEqual(expected);
  });
});

test.each<[string, Round, string | undefined]>([
  ['announced', round(undefined, sure('2027-01-15')), '2021-06-19'],
  ['announced', round(sure('2027-01-15'), usual('2027-03-01')), '2026-11-01'],
  ['usual', round(usual('2027-05-01'), usual('2027-06-01')), '2025-06'],
  ['usual', round(usual('2027-05-01'), usual('2027-06-01')), undefined],
  ['stale', round(usual('2027-05-01'), usual('2027-06-01')), '2021-06-19'],
])('%s', (certainty, given, asOf) => {
  expect(certaintyOf(given, calendar({ asOf }), TODAY)).toBe(certainty);
});
