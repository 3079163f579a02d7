import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedFacts } from '#cantines/asked.ts';
import { monthsOf } from '#cantines/confirmed/history.ts';
import { confirmedHours } from '#cantines/confirmed/hours.ts';
import { heldOn, sayShare } from '#cantines/confirmed/share.ts';
import { addDays } from '#domain/days.ts';
import { cantines, type Cantine } from '#schemas/cantines.ts';
import { readEntry } from '#schemas/kit/index.ts';
import { entryOf } from '../../support/entries.ts';

function one(changes: Record<string, unknown> = {}): { data: Cantine } {
  const { entry, problems } = readEntry(cantines, entryOf('cantines', { status: 'open', ...changes }));
  if (!entry) throw new Error(JSON.stringify(problems));
  return { data: entry };
}
const HOURS = { 'openingHours.note': 'Midi' };
const by = (role: string, on: string) => ({ ...HOURS, confirmations: [{ fact: 'openingHours', on, by: role }] });
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('the confirmed hours', () => {
  test('are those of open cantines that a team, the network or a reading of the whole vouches for', () => {
    const all = [
      one(by('team', '2026-11-23')),
      one(by('network', '2026-10-01')),
      one({ ...HOURS, verifiedOn: '2026-09-01' }),
      one(by('guest', '2026-11-23')),
      one({ ...HOURS, 'openingHours.asOf': '2026-11' }),
      one({ confirmations: [{ fact: 'openingHours', on: '2026-11-23', by: 'team' }] }),
      one({ ...by('team', '2026-11-23'), status: 'paused' }),
      one({ ...by('team', '2026-11-23'), demo: true }),
    ];
    expect(confirmedHours(all)).toEqual({ open: 6, days: ['2026-09-01', '2026-10-01', '2026-11-23'] });
  });

  test.each([
    ['2026-11-22', 0],
    ['2026-11-23', 1],
    ['2027-05-22', 1],
    ['2027-05-23', 0],
  ])('of 23 November, on %s: %i', (day, held) => {
    expect(heldOn(day, { days: ['2026-11-23'] })).toBe(held);
  });

  test('hold for six months whatever the day', () => {
    const day = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2026-01-01', days));
    fc.assert(
      fc.property(day, (on) => {
        expect(heldOn(on, { days: [on] })).toBe(1);
        expect(heldOn(addDays(on, 180), { days: [on] })).toBe(1);
        expect(heldOn(addDays(on, 185), { days: [on] })).toBe(0);
      }),
    );
  });

  test.each([
    [0, [], 'Le 1er décembre 2026, aucune cantine n’est ouverte'],
    [17, [], 'Le 1er décembre 2026, aucune des 17 cantines ouvertes n’a d’horaires confirmés depuis moins de six mois'],
    [
      17,
      ['2026-11-23'],
      'Le 1er décembre 2026, 1 des 17 cantines ouvertes a des horaires confirmés depuis moins de six mois',
    ],
    [
      17,
      ['2026-11-23', '2026-11-24', '2026-01-01'],
      'Le 1er décembre 2026, 2 des 17 cantines ouvertes ont des horaires confirmés depuis moins de six mois',
    ],
  ])('of %i cantines', (open, days, said) => {
    expect(plain(sayShare('2026-12-01', { open, days }))).toBe(said);
  });
});

describe('month after month', () => {
  const file = (lines: string) => `---\ntitle: Metz\nstatus: open\n${lines}---\nUne histoire.\n`;
  const confirmed = file(
    'openingHours:\n  note: Midi\nconfirmations:\n  - fact: openingHours\n    on: 2026-12-10\n    by: team\n',
  );

  test('a share holds, ends, and counts the cantines that were there', () => {
    const files = new Map([
      [
        'metz.md',
        [
          { on: '2026-11-20', text: file('') },
          { on: '2026-12-11', text: confirmed },
        ],
      ],
      [
        'macon.md',
        [
          { on: '2027-01-05', text: file('') },
          { on: '2027-06-20', text: undefined },
        ],
      ],
    ]);
    expect(monthsOf(files).map(({ on, open, held }) => [on, open, held])).toEqual([
      ['2026-11-30', 1, 0],
      ['2026-12-31', 1, 1],
      ['2027-01-31', 2, 1],
      ['2027-02-28', 2, 1],
      ['2027-03-31', 2, 1],
      ['2027-04-30', 2, 1],
      ['2027-05-31', 2, 1],
      ['2027-06-20', 1, 0],
    ]);
  });

  test.each([
    ['drafts and examples are not counted', 'draft: true\n', 0],
    ['nor examples', 'demo: true\n', 0],
    ['hours that an older schema wrote otherwise leave the cantine', 'openingHours: toujours\n', 1],
  ])('%s', (_name, lines, open) => {
    expect(monthsOf(new Map([['a.md', [{ on: '2026-11-20', text: file(lines) }]]]))).toEqual([
      { on: '2026-11-20', open, held: 0 },
    ]);
  });

  test('nothing is told of nothing', () => {
    expect(monthsOf(new Map())).toEqual([]);
  });
});

test('a team is asked for the hours first, even when nobody knows them, then for what is stated', () => {
  const asked = askedFacts(
    one({
      statusAsOf: '2024-06',
      'price.costPrice': 9,
      ...by('guest', '2026-11-23'),
      'openingHours.asOf': '2026-11-23',
    }).data,
  );
  expect(asked).toEqual([
    // A guest said so: the team is asked all the same.
    { name: 'horaires', since: undefined, every: 3 },
    { name: 'état', since: '2024-06', every: 3 },
    { name: 'adresse', since: undefined, every: 12 },
    { name: 'prix', since: undefined, every: 12 },
  ]);
});
