import { describe, expect, test } from 'vitest';
import type { FileVersion } from '#content/versions.ts';
import { sayChange } from '#funding/changes/change-words.ts';
import { logOf } from '#funding/changes/log.ts';
import { withdrawnOf } from '#funding/changes/withdrawn.ts';
import { entryOf } from '../../support/entries.ts';
import { stringify } from 'yaml';

const text = (closesOn: string, more: Record<string, unknown> = {}) =>
  `---\n${stringify(entryOf('opportunities', { windows: [{ closesOn }], ...more }))}---\n`;
const MARCH = text('2027-03-01');

/** A file, by what it said from each day on; null: deleted. */
const file = (slug: string, said: Readonly<Record<string, string | null>>): [string, FileVersion[]] => [
  `${slug}.md`,
  Object.entries(said).map(([on, each]) => ({ on, text: each ?? undefined })),
];
const leads = (from: string, to: string) => ({ from: `/financements/${from}/`, to: `/financements/${to}/` });

type Files = [string, FileVersion[]][];

describe('an opportunity that changed its name', () => {
  test.each<[string, Files, [from: string, to: string][], string[]]>([
    [
      // « Retiré » was told on the second day.
      'over two days, the old one going last',
      [file('a', { '2026-06-01': MARCH, '2026-07-02': null }), file('b', { '2026-07-01': MARCH })],
      [['a', 'b']],
      ['b 2026-06-01 new'],
    ],
    [
      'and prepared as a draft meanwhile',
      [
        file('a', { '2026-06-01': MARCH, '2026-07-02': null }),
        file('b', { '2026-06-20': text('2027-03-01', { draft: true }), '2026-07-02': MARCH }),
      ],
      [['a', 'b']],
      ['b 2026-06-01 new'],
    ],
    [
      // « Nouveau » was told at the first change of name.
      'twice',
      [
        file('a', { '2026-06-01': MARCH, '2026-07-01': null }),
        file('b', { '2026-07-01': MARCH, '2026-08-01': null }),
        file('c', { '2026-08-01': MARCH }),
      ],
      [
        ['a', 'b'],
        ['b', 'c'],
      ],
      ['c 2026-06-01 new'],
    ],
    [
      'and took it again',
      [
        file('a', { '2026-06-01': MARCH, '2026-07-01': null, '2026-08-01': MARCH }),
        file('b', { '2026-07-01': MARCH, '2026-08-01': null }),
      ],
      [['b', 'a']],
      ['a 2026-06-01 new'],
    ],
    [
      'and was withdrawn later',
      [file('a', { '2026-06-01': MARCH, '2026-07-01': null }), file('b', { '2026-07-01': MARCH, '2026-08-01': null })],
      [['a', 'b']],
      ['b 2026-06-01 new', 'b 2026-08-01 withdrawn'],
    ],
    [
      'in a circle that nobody mended: each stays, since none leads to another',
      [file('a', { '2026-06-01': MARCH, '2026-07-01': null }), file('b', { '2026-06-02': MARCH, '2026-07-01': null })],
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
      ['a 2026-06-01 new', 'b 2026-06-02 new', 'a 2026-07-01 withdrawn', 'b 2026-07-01 withdrawn'],
    ],
  ])('%s', (_, files, redirects, expected) => {
    const log = logOf(new Map(files), { live: true, redirects: redirects.map((each) => leads(...each)) });
    const told = log.map(({ slug, change }) => `${slug} ${change.on} ${change.kind}`);
    expect(told.filter((each) => !each.endsWith('closed'))).toEqual(expected);
  });
});

describe('two files of one opportunity, of which the second is put away', () => {
  const files = new Map([
    file('double', { '2026-06-01': MARCH, '2026-08-10': text('2027-02-01'), '2026-09-01': null }),
    file('garde', { '2026-05-01': MARCH }),
  ]);
  const reading = { live: true, redirects: [leads('double', 'garde')] };

  test('the one that stays is not withdrawn, and takes no date of the other', () => {
    expect(logOf(files, reading).map(({ slug, change }) => `${slug} ${change.on} ${sayChange(change)}`)).toEqual([
      'garde 2026-05-01 Nouveau dans la veille',
      'double 2026-06-01 Nouveau dans la veille',
      'double 2026-08-10 Clôture avancée au 1er\u00a0février 2027, au lieu du 1er\u00a0mars 2027',
      'garde 2027-03-02 Clos depuis le 1er\u00a0mars 2027',
    ]);
    expect(withdrawnOf(files, reading)).toEqual([]);
  });

  test('so too when the second came after: it was shown beside the first for weeks', () => {
    const later = new Map([
      file('double', { '2026-05-01': MARCH, '2026-09-01': null }),
      file('garde', { '2026-06-01': text('2027-02-01') }),
    ]);
    expect(logOf(later, reading).map(({ slug, change }) => `${slug} ${change.on} ${change.kind}`)).toEqual([
      'double 2026-05-01 new',
      'garde 2026-06-01 new',
      'garde 2027-02-02 closed',
    ]);
  });

  test('without a redirect it is withdrawn, as any other', () => {
    const alone = { live: true, redirects: [] };
    expect(logOf(files, alone).filter(({ change }) => change.kind === 'withdrawn')).toMatchObject([{ slug: 'double' }]);
    expect(withdrawnOf(files, alone)).toMatchObject([{ slug: 'double' }]);
  });
});
