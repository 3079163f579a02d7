import { expect, test } from 'vitest';
import { factDate } from '#domain/fact-date.ts';

type Sourced = Parameters<typeof factDate>[0];

test.each<[string, Sourced, ReturnType<typeof factDate>]>([
  [
    'the campaign, not the day of the reading',
    {
      windows: [{ opensOn: '2021-05-10', closesOn: '2021-06-19' }],
      sources: [{ publishedOn: '2024-09-18', readOn: '2026-11-20' }],
    },
    { date: '2021-06-19', of: 'campaign' },
  ],
  [
    'the latest page without dates',
    { windows: [], sources: [{ publishedOn: '2023' }, { publishedOn: '2024-08', readOn: '2026-11-20' }] },
    { date: '2024-08', of: 'page' },
  ],
  ['a page without date', { windows: [], sources: [{ readOn: '2026-11-20' }] }, { date: '2026-11-20', of: 'reading' }],
  [
    'a campaign read before its end',
    { windows: [{ closesOn: '2027-03-01' }], sources: [{ readOn: '2026-11-20' }] },
    { date: '2026-11-20', of: 'campaign' },
  ],
  [
    'a confirmation makes it young again',
    { verifiedOn: '2026-11-21', windows: [{ closesOn: '2021-06-19' }], sources: [] },
    { date: '2026-11-21', of: 'check' },
  ],
  [
    'but not one that is older',
    { verifiedOn: '2020-01-01', windows: [{ closesOn: '2021-06-19' }], sources: [] },
    { date: '2021-06-19', of: 'campaign' },
  ],
  ['nothing', { windows: [], sources: [] }, undefined],
])('%s', (_, sourced, expected) => {
  expect(factDate(sourced)).toEqual(expected);
});
