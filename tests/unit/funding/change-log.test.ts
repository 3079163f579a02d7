import { describe, expect, test } from 'vitest';
import { sayChange } from '#funding/changes/change-words.ts';
import type { Change } from '#funding/changes/changes.ts';
import { byDay } from '#funding/changes/days.ts';
import { changesBySlug, logOf } from '#funding/changes/log.ts';
import { isRecalled, recentChange } from '#funding/changes/recent.ts';

const text = (title: string, closesOn?: string) =>
  `---\ntitle: ${title}\n${closesOn ? `windows:\n  - closesOn: ${closesOn}\n` : ''}---\n`;
const site = { redirects: [], live: true };

describe('the log of the watch', () => {
  const files = new Map([
    ['prix.md', [{ on: '2026-11-20', text: text('Prix') }]],
    [
      'fonds.md',
      [
        { on: '2026-11-20', text: text('Fonds', '2027-01-12') },
        { on: '2026-12-03', text: text('Fonds de la table', '2026-12-28') },
        { on: '2026-12-20', text: undefined },
      ],
    ],
    ['.gitkeep', [{ on: '2026-11-20', text: '' }]],
  ]);

  test('is in order, each with the last name of its opportunity', () => {
    expect(logOf(files, site).map(({ slug, title, change: { on, kind } }) => [on, kind, slug, title])).toEqual([
      ['2026-11-20', 'new', 'fonds', 'Fonds de la table'],
      ['2026-11-20', 'new', 'prix', 'Prix'],
      ['2026-12-03', 'moved', 'fonds', 'Fonds de la table'],
      ['2026-12-20', 'withdrawn', 'fonds', 'Fonds de la table'],
    ]);
  });

  test('each has a name that lasts, whatever is written of its day afterwards', () => {
    const ids = (given: typeof files) => logOf(given, site).map(({ id }) => id);
    expect(ids(files)).toEqual(['fonds', 'prix', 'fonds/2026-12-03/moved.closesOn', 'fonds/2026-12-20/withdrawn']);
    const corrected = new Map(files).set('fonds.md', [
      { on: '2026-11-20', text: text('Fonds', '2027-01-12') },
      { on: '2026-12-03', text: text('Fonds de la table', '2026-12-29') },
      { on: '2026-12-20', text: undefined },
    ]);
    expect(ids(corrected)).toEqual(ids(files));
  });

  test('an opportunity that changed its address keeps the names of its changes', () => {
    const renamed = new Map([
      ...files,
      ['fonds-de-la-table.md', [{ on: '2026-12-20', text: text('F', '2026-12-28') }]],
    ]);
    const redirects = [{ from: '/financements/fonds/', to: '/financements/fonds-de-la-table/' }];
    expect(logOf(renamed, { ...site, redirects }).map(({ id }) => id)).toEqual([
      'fonds',
      'prix',
      'fonds/2026-12-03/moved.closesOn',
      'fonds/2026-12-29/closed',
    ]);
  });

  test('an opportunity that changed its address is neither withdrawn nor new', () => {
    const renamed = new Map([
      ...files,
      ['fonds-de-la-table.md', [{ on: '2026-12-20', text: text('Fonds de la table', '2026-12-28') }]],
    ]);
    const redirects = [{ from: '/financements/fonds/', to: '/financements/fonds-de-la-table/' }];
    const changes = changesBySlug(logOf(renamed, { ...site, redirects }));
    expect(changes.has('fonds')).toBe(false);
    expect(changes.get('fonds-de-la-table')?.map(({ on, kind }) => [on, kind])).toEqual([
      ['2026-11-20', 'new'],
      ['2026-12-03', 'moved'],
      ['2026-12-29', 'closed'],
    ]);
  });

  test('nothing is known of a slug that objects are born with', () => {
    expect(changesBySlug(logOf(files, site)).get('constructor')).toBeUndefined();
  });

  test('a page reads it by day, the latest first, what matters most first', () => {
    expect(
      byDay([
        ...logOf(files, site),
        { id: 'a/1', slug: 'a', title: 'A', change: { on: '2026-12-03', kind: 'closed' } },
        { id: 'é', slug: 'é', title: 'Été', change: { on: '2026-11-20', kind: 'new' } },
      ]).map(({ on, kinds }) => [
        on,
        ...kinds.map(({ kind, changes }) => [kind, ...changes.map(({ title }) => title)]),
      ]),
    ).toEqual([
      ['2026-12-20', ['withdrawn', 'Fonds de la table']],
      ['2026-12-03', ['moved', 'Fonds de la table'], ['closed', 'A']],
      ['2026-11-20', ['new', 'Été', 'Fonds de la table', 'Prix']],
    ]);
  });
});

describe('what a card recalls', () => {
  const changes = [
    { on: '2026-11-20', kind: 'new' },
    { on: '2026-12-03', kind: 'dated', closesOn: '2027-01-12' },
    { on: '2027-01-13', kind: 'closed', closesOn: '2027-01-12' },
  ] as const;
  test.each([
    ['the last change', '2026-11-25', '2026-12-10', '2026-12-03'],
    ['from its day on', '2026-11-25', '2026-12-03', '2026-12-03'],
    ['nothing that was known when one began to follow', '2026-12-04', '2026-12-10', undefined],
    ['nor that it is new', '2026-11-20', '2026-11-20', undefined],
    ['the days that came', '2026-11-25', '2027-01-13', '2027-01-13'],
    ['for sixty days', '2026-11-25', '2027-03-13', '2027-01-13'],
    ['and no longer', '2026-11-25', '2027-03-14', undefined],
  ])('%s', (_, followedOn, today, expected) => {
    expect(recentChange(changes, followedOn, today)?.on).toBe(expected);
  });

  test('is all that its file holds: sixty days, and what is to come', () => {
    const on = (day: string): Change => ({ on: day, kind: 'closed' });
    const days = ['2026-10-11', '2026-10-12', '2026-12-10', '2027-08-01'];
    expect(days.filter((day) => isRecalled(on(day), '2026-12-10'))).toEqual(days.slice(1));
  });

  test.each<[string, Change[], string]>([
    [
      'a deadline brought forward, before an opening that is announced no longer',
      [
        { on: '2026-12-03', kind: 'moved', which: 'closesOn', from: '2027-01-30', to: '2027-01-10' },
        { on: '2026-12-03', kind: 'undated', opensOn: '2026-12-10' },
      ],
      'Clôture avancée au 10 janvier 2027, au lieu du 30 janvier 2027',
    ],
    [
      'a deadline brought forward, before an opening put off',
      [
        { on: '2026-12-03', kind: 'moved', which: 'closesOn', from: '2027-01-30', to: '2027-01-10' },
        { on: '2026-12-03', kind: 'moved', which: 'opensOn', from: '2026-12-10', to: '2026-12-12' },
      ],
      'Clôture avancée au 10 janvier 2027, au lieu du 30 janvier 2027',
    ],
    [
      'the round that is announced, before the one that closed the same day',
      [
        { on: '2026-12-03', kind: 'dated', opensOn: '2027-01-04' },
        { on: '2026-12-03', kind: 'closed', closesOn: '2026-12-02' },
      ],
      'Dates annoncées : à partir du 4 janvier 2027',
    ],
    [
      'the last day, whatever it brought',
      [
        { on: '2026-12-03', kind: 'moved', which: 'closesOn', from: '2027-01-30', to: '2027-01-10' },
        { on: '2026-12-04', kind: 'undated', closesOn: '2027-01-10' },
      ],
      'Dates retirées : jusqu’au 10 janvier 2027, ce n’est plus annoncé',
    ],
  ])('%s', (_, each, expected) => {
    const change = recentChange(each, '2026-11-25', '2026-12-10');
    expect(change && sayChange(change).replaceAll('\u00a0', ' ')).toBe(expected);
  });
});
