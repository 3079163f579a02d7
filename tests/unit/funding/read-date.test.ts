import { expect, test } from 'vitest';
import { readDate, sayRead } from '#funding/fiche/read-date.ts';
import { opportunity } from '../../support/deadlines.ts';

const URL = 'https://exemple.org/appel';

test.each<[string, string | undefined, Record<string, unknown>]>([
  [
    'the campaign that was read, not the page that tells of it',
    'D’après la campagne de 2021',
    {
      windows: [{ opensOn: '2021-05-10', closesOn: '2021-06-19' }],
      sources: [{ url: URL, publishedOn: '2024-09-18' }],
    },
  ],
  [
    'a campaign to come, by the page that announces it',
    'D’après une page de novembre 2026',
    { windows: [{ closesOn: '2027-01-15' }], sources: [{ url: URL, publishedOn: '2026-11' }] },
  ],
  [
    'a campaign to come, read on a page without date',
    'Lu le 20\u00a0novembre 2026',
    { windows: [{ closesOn: '2027-01-15' }], sources: [{ url: URL, readOn: '2026-11-20' }] },
  ],
  ['a campaign that nobody read', undefined, { windows: [{ closesOn: '2027-01-15' }], sources: [] }],
  ['a page', 'D’après une page d’août 2024', { sources: [{ url: URL, publishedOn: '2024-08', readOn: '2026-11-20' }] }],
  ['a confirmation', 'Confirmé le 3\u00a0mars 2026', { verifiedOn: '2026-03-03', sources: [{ url: URL }] }],
  ['nothing', undefined, { sources: [{ url: URL }] }],
])('%s', (_, said, changes) => {
  const date = readDate(opportunity(changes));
  expect(date && sayRead(date)).toBe(said);
});
