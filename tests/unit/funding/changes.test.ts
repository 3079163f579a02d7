import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#domain/days.ts';
import { changesBetween, changesOf, isUrgent, type Change, type FactsVersion } from '#funding/changes/changes.ts';
import { sayChange } from '#funding/changes/change-words.ts';
import { factsOfText } from '#funding/changes/facts.ts';

const TODAY = '2027-06-30';

type Windows = [opensOn?: string, closesOn?: string][];

const version = (on: string, windows: Windows | undefined, isPermanent = false): FactsVersion => ({
  on,
  facts: windows && {
    isPermanent,
    windows: windows.map(([opensOn, closesOn]) => ({
      ...(opensOn && { opensOn }),
      ...(closesOn && { closesOn }),
    })),
  },
});

/** Of a call that comes back several times a year. */
const several = (on: string, windows: Windows): FactsVersion => {
  const { facts } = version(on, windows);
  return { on, facts: facts && { ...facts, isSeveral: true } };
};

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const told = (changes: readonly Change[]) => changes.map((change) => `${change.on} ${plain(sayChange(change))}`);

describe('all that happened to an opportunity', () => {
  test.each<[string, FactsVersion[], string[]]>([
    [
      // It was told to nobody: new, then silence.
      'announced without date, dated, opened, closed',
      [version('2026-11-20', []), version('2026-11-23', [['2026-12-01', '2027-03-01']])],
      [
        '2026-11-20 Nouveau dans la veille',
        '2026-11-23 Dates annoncées : du 1er décembre 2026 au 1er mars 2027',
        '2026-12-01 Ouvert du 1er décembre 2026 au 1er mars 2027',
        '2027-03-02 Clos depuis le 1er mars 2027',
      ],
    ],
    [
      'written the day it opens: opened, and not announced besides',
      [version('2026-11-20', []), version('2026-12-01', [['2026-12-01', '2027-03-01']])],
      [
        '2026-11-20 Nouveau dans la veille',
        '2026-12-01 Ouvert du 1er décembre 2026 au 1er mars 2027',
        '2027-03-02 Clos depuis le 1er mars 2027',
      ],
    ],
    [
      'brought forward, then put back',
      [
        version('2026-11-20', [[undefined, '2027-01-12']]),
        version('2026-12-10', [[undefined, '2026-12-28']]),
        version('2026-12-20', [[undefined, '2027-01-31']]),
      ],
      [
        '2026-11-20 Nouveau dans la veille',
        '2026-12-10 Clôture avancée au 28 décembre 2026, au lieu du 12 janvier 2027',
        '2026-12-20 Clôture repoussée au 31 janvier 2027, au lieu du 28 décembre 2026',
        '2027-02-01 Clos depuis le 31 janvier 2027',
      ],
    ],
    [
      'extended the day after it closed',
      [version('2026-11-20', [[undefined, '2026-11-30']]), version('2026-12-02', [[undefined, '2026-12-15']])],
      [
        '2026-11-20 Nouveau dans la veille',
        '2026-12-01 Clos depuis le 30 novembre 2026',
        '2026-12-02 Clôture repoussée au 15 décembre 2026, au lieu du 30 novembre 2026',
        '2026-12-16 Clos depuis le 15 décembre 2026',
      ],
    ],
    [
      'the next year in the place of the last one',
      [version('2026-02-01', [[undefined, '2026-03-01']]), version('2026-12-02', [['2027-01-04', '2027-03-05']])],
      [
        '2026-02-01 Nouveau dans la veille',
        '2026-03-02 Clos depuis le 1er mars 2026',
        '2026-12-02 Dates annoncées : du 4 janvier 2027 au 5 mars 2027',
        '2027-01-04 Ouvert du 4 janvier 2027 au 5 mars 2027',
        '2027-03-06 Clos depuis le 5 mars 2027',
      ],
    ],
    [
      'a date announced no longer, then withdrawn, and back',
      [
        version('2026-11-20', [['2027-01-04', '2027-02-01']]),
        version('2026-12-01', []),
        version('2026-12-10', undefined),
        version('2027-01-10', []),
      ],
      [
        '2026-11-20 Nouveau dans la veille',
        '2026-12-01 Dates retirées : du 4 janvier 2027 au 1er février 2027, ce n’est plus annoncé',
        '2026-12-10 Retiré de la veille',
        '2027-01-10 De retour dans la veille',
      ],
    ],
    [
      // The closing of the second was told to nobody.
      'two rounds that run, written the same day',
      [
        version('2026-11-20', []),
        version('2026-12-20', [
          ['2026-12-01', '2027-01-12'],
          ['2026-12-01', '2027-03-01'],
        ]),
      ],
      [
        '2026-11-20 Nouveau dans la veille',
        '2026-12-20 Ouvert du 1er décembre 2026 au 12 janvier 2027',
        '2026-12-20 Dates annoncées : jusqu’au 1er mars 2027',
        '2027-03-02 Clos depuis le 1er mars 2027',
      ],
    ],
    [
      'the same round written twice',
      [
        version('2026-11-20', []),
        version('2026-12-20', [
          ['2027-01-04', '2027-01-12'],
          ['2027-01-04', '2027-01-12'],
        ]),
      ],
      [
        '2026-11-20 Nouveau dans la veille',
        '2026-12-20 Dates annoncées : du 4 janvier 2027 au 12 janvier 2027',
        '2027-01-04 Ouvert du 4 janvier 2027 au 12 janvier 2027',
        '2027-01-13 Clos depuis le 12 janvier 2027',
      ],
    ],
    [
      'a closing day added to an opening',
      [version('2026-11-20', [['2027-01-04']]), version('2026-12-01', [['2027-01-04', '2027-02-01']])],
      [
        '2026-11-20 Nouveau dans la veille',
        '2026-12-01 Dates annoncées : jusqu’au 1er février 2027',
        '2027-01-04 Ouvert du 4 janvier 2027 au 1er février 2027',
        '2027-02-02 Clos depuis le 1er février 2027',
      ],
    ],
    [
      'records of past years are no news',
      [
        version('2026-11-20', []),
        version('2026-12-01', [['2024-01-04', '2024-02-01']]),
        version('2026-12-02', [['2024-01-05', '2024-02-02']]),
        version('2026-12-03', []),
      ],
      ['2026-11-20 Nouveau dans la veille'],
    ],
    [
      'all year long, and no longer',
      [version('2026-11-20', []), version('2026-12-01', [], true), version('2027-01-01', [])],
      [
        '2026-11-20 Nouveau dans la veille',
        '2026-12-01 Ouvert toute l’année',
        '2027-01-01 N’est plus ouvert toute l’année',
      ],
    ],
    ['after today, nothing yet', [version('2027-07-01', [])], []],
    [
      // It was « Clos » of what is still open.
      'all year long, whatever round of it ends',
      [version('2026-11-20', [[undefined, '2027-01-12']], true)],
      ['2026-11-20 Nouveau dans la veille'],
    ],
    [
      'a round that ends while another runs',
      [
        version('2026-11-20', [
          ['2026-12-01', '2027-01-12'],
          ['2027-01-04', '2027-03-01'],
        ]),
      ],
      [
        '2026-11-20 Nouveau dans la veille',
        '2026-12-01 Ouvert du 1er décembre 2026 au 12 janvier 2027',
        '2027-01-04 Ouvert du 4 janvier 2027 au 1er mars 2027',
        '2027-03-02 Clos depuis le 1er mars 2027',
      ],
    ],
    [
      'open without an end, the end written late',
      [version('2026-06-01', [['2026-06-15']]), version('2027-02-20', [['2026-06-15', '2027-02-10']])],
      [
        '2026-06-01 Nouveau dans la veille',
        '2026-06-15 Ouvert à partir du 15 juin 2026',
        '2027-02-20 Clos depuis le 10 février 2027',
      ],
    ],
    [
      'open without an end, then written no longer',
      [version('2026-06-01', [['2026-06-15']]), version('2026-11-20', [])],
      [
        '2026-06-01 Nouveau dans la veille',
        '2026-06-15 Ouvert à partir du 15 juin 2026',
        '2026-11-20 Dates retirées : à partir du 15 juin 2026, ce n’est plus annoncé',
      ],
    ],
    [
      'an end brought back into the past',
      [version('2026-11-01', [[undefined, '2027-01-12']]), version('2026-11-20', [[undefined, '2026-11-10']])],
      [
        '2026-11-01 Nouveau dans la veille',
        '2026-11-20 Clôture avancée au 10 novembre 2026, au lieu du 12 janvier 2027',
        '2026-11-20 Clos depuis le 10 novembre 2026',
      ],
    ],
    [
      'the day of its end brought back by some days on the next',
      [version('2026-11-01', [[undefined, '2026-11-19']]), version('2026-11-20', [[undefined, '2026-11-10']])],
      ['2026-11-01 Nouveau dans la veille', '2026-11-20 Clos depuis le 10 novembre 2026'],
    ],
    [
      'no longer all year long, but still open',
      [version('2026-11-20', [['2026-06-15']], true), version('2026-12-01', [['2026-06-15']])],
      ['2026-11-20 Nouveau dans la veille'],
    ],
    [
      // It was « Clôture repoussée au 31 décembre ».
      'a round that was over before the next one opens',
      [version('2026-06-01', [['2026-07-01', '2026-09-30']]), version('2026-10-20', [['2026-12-01', '2026-12-31']])],
      [
        '2026-06-01 Nouveau dans la veille',
        '2026-07-01 Ouvert du 1er juillet 2026 au 30 septembre 2026',
        '2026-10-01 Clos depuis le 30 septembre 2026',
        '2026-10-20 Dates annoncées : du 1er décembre 2026 au 31 décembre 2026',
        '2026-12-01 Ouvert du 1er décembre 2026 au 31 décembre 2026',
        '2027-01-01 Clos depuis le 31 décembre 2026',
      ],
    ],
    [
      'several times a year: the next round in the place of the one that runs',
      [several('2026-09-01', [[undefined, '2026-09-30']]), several('2026-09-20', [[undefined, '2026-12-31']])],
      [
        '2026-09-01 Nouveau dans la veille',
        '2026-09-20 Dates retirées : jusqu’au 30 septembre 2026, ce n’est plus annoncé',
        '2026-09-20 Dates annoncées : jusqu’au 31 décembre 2026',
        '2027-01-01 Clos depuis le 31 décembre 2026',
      ],
    ],
    [
      'several times a year: put off by two weeks',
      [several('2026-09-01', [[undefined, '2026-09-30']]), several('2026-09-20', [[undefined, '2026-10-14']])],
      [
        '2026-09-01 Nouveau dans la veille',
        '2026-09-20 Clôture repoussée au 14 octobre 2026, au lieu du 30 septembre 2026',
        '2026-10-15 Clos depuis le 14 octobre 2026',
      ],
    ],
    [
      'once a year: all of a round put off before it opens',
      [version('2026-11-20', [['2027-01-04', '2027-02-01']]), version('2026-12-20', [['2027-03-01', '2027-04-01']])],
      [
        '2026-11-20 Nouveau dans la veille',
        '2026-12-20 Ouverture repoussée au 1er mars 2027, au lieu du 4 janvier 2027',
        '2026-12-20 Clôture repoussée au 1er avril 2027, au lieu du 1er février 2027',
        '2027-03-01 Ouvert du 1er mars 2027 au 1er avril 2027',
        '2027-04-02 Clos depuis le 1er avril 2027',
      ],
    ],
  ])('%s', (_, versions, expected) => {
    expect(told(changesOf(versions, TODAY))).toEqual(expected);
  });
});

test('only a deadline brought forward is urgent', () => {
  const changes = changesOf(
    [
      version('2026-11-20', [['2026-12-01', '2027-01-12']]),
      version('2026-11-21', [['2026-12-02', '2027-01-13']]),
      version('2026-11-22', [['2026-12-01', '2027-01-10']]),
    ],
    TODAY,
  );
  expect(told(changes.filter(isUrgent))).toEqual([
    '2026-11-22 Clôture avancée au 10 janvier 2027, au lieu du 13 janvier 2027',
  ]);
});

describe('for any versions', () => {
  const day = (from: number, to: number) =>
    fc.integer({ min: from, max: to }).map((offset) => addDays('2026-11-20', offset));
  const windows = fc.array(
    fc
      .tuple(day(-400, 500), fc.integer({ min: 0, max: 90 }), fc.constantFrom('both', 'opens', 'closes'))
      .map(([opensOn, days, known]): [string | undefined, string | undefined] => [
        known === 'closes' ? undefined : opensOn,
        known === 'opens' ? undefined : addDays(opensOn, days),
      ]),
    { maxLength: 3 },
  );
  const versions = fc
    .uniqueArray(fc.tuple(day(0, 200), fc.option(windows, { nil: undefined })), {
      selector: ([on]) => on,
      maxLength: 5,
    })
    .map((all) => all.sort(([a], [b]) => (a < b ? -1 : 1)).map(([on, each]) => version(on, each)));

  test('what is told one day at a time is what is told at once: nothing twice, nothing missed', () => {
    fc.assert(
      fc.property(versions, (all) => {
        const whole = changesOf(all, TODAY);
        let seen = 0;
        for (let today = '2026-11-19'; today <= TODAY; today = addDays(today, 1)) {
          const now = changesOf(all, today);
          expect(now.slice(0, seen)).toEqual(whole.slice(0, seen));
          expect(now.slice(seen).every(({ on }) => on === today)).toBe(true);
          seen = now.length;
        }
        expect(seen).toBe(whole.length);
        expect(new Set(whole.map((change) => JSON.stringify(change))).size).toBe(whole.length);
      }),
      { numRuns: 60 },
    );
  });

  test('a day that is announced, and moves no more, comes once', () => {
    fc.assert(
      fc.property(windows, (each) => {
        const written = version('2026-11-20', each);
        const changes = changesOf([written], '2028-12-31');
        for (const { opensOn, closesOn } of written.facts?.windows ?? []) {
          const opened = changes.filter(({ kind, on }) => kind === 'opened' && on === opensOn);
          if (opensOn !== undefined) expect(opened.length).toBe(opensOn > '2026-11-20' ? 1 : 0);
          if (closesOn === undefined) continue;
          const end = addDays(closesOn, 1);
          const isLeftOpen = written.facts?.windows.some(
            (other) => (other.opensOn ?? '') <= end && (other.closesOn ?? '9999') >= end,
          );
          const closed = changes.filter(({ kind, on }) => kind === 'closed' && on === end);
          expect(closed.length).toBe(closesOn >= '2026-11-20' && !isLeftOpen ? 1 : 0);
        }
      }),
    );
  });

  test('who may answer on one day and not on the next hears of it, and what is open is never told closed', () => {
    const isOpen = ({ facts }: FactsVersion, on: string) =>
      facts?.windows.some(({ opensOn = '', closesOn = '9999' }) => opensOn <= on && closesOn >= on) === true;
    fc.assert(
      fc.property(versions, (all) => {
        const changes = changesOf(all, TODAY);
        for (let today = '2026-11-21'; today <= TODAY; today = addDays(today, 1)) {
          const eve = addDays(today, -1);
          const [before, now] = [eve, today].map((day) => all.findLast(({ on }) => on <= day));
          const told = changes.filter(({ on }) => on === today).map(({ kind }) => kind);
          const closes = before && now && isOpen(before, eve) && !isOpen(now, today);
          if (closes) expect(told, today).not.toEqual([]);
          if (now && isOpen(now, today)) expect(told, today).not.toContain('closed');
        }
      }),
      { numRuns: 60 },
    );
  });

  test('one who looks once in a while learns of what is now announced', () => {
    fc.assert(
      fc.property(windows, windows, (before, after) => {
        const [was, is] = [version('2026-11-20', before).facts, version('2026-12-20', after).facts];
        if (!was || !is) throw new Error('Both are shown.');
        const known = new Set(was.windows.map(({ closesOn }) => closesOn));
        const changes = changesBetween(was, is, '2026-11-20', '2026-12-20');
        for (const { closesOn } of is.windows) {
          if (closesOn === undefined || closesOn <= '2026-12-20' || known.has(closesOn)) continue;
          expect(
            changes.some((change) =>
              change.kind === 'moved' ? change.to === closesOn : 'closesOn' in change && change.closesOn === closesOn,
            ),
          ).toBe(true);
        }
      }),
    );
  });
});

describe('a version of a file', () => {
  const file = (front: string) => `---\n${front}\n---\n\nTexte.\n`;
  const text = file(
    'title: Prix\nrhythm: annual\nwindows:\n  - opensOn: 2026-12-01\n    closesOn: "2027-01-12"\n  - note: sans date\n  - oui',
  );

  test('is read whatever the schema of its time', () => {
    expect(factsOfText(text, false)).toEqual({
      title: 'Prix',
      isPermanent: false,
      isSeveral: false,
      windows: [{ opensOn: '2026-12-01', closesOn: '2027-01-12' }],
    });
  });

  test.each([
    ['deleted', undefined],
    ['a draft', file('title: Prix\ndraft: true')],
    ['an example, once live', file('title: Prix\ndemo: true')],
    ['broken', '---\ntitle: [\n---\n'],
  ])('%s: no page showed it', (_, written) => {
    expect(factsOfText(written, true)).toBeUndefined();
  });
});
