import { describe, expect, test } from 'vitest';
import type { Profile } from '#funding/matching/profile.ts';
import type { OpportunityRecord } from '#funding/search/questions.ts';
import { startsOn } from '#funding/seasons/backwards.ts';
import { rowOf } from '#funding/seasons/year.ts';
import { dueOf } from '#funding/to-prepare/due.ts';
import { meets } from '#funding/to-prepare/needs.ts';
import { whyPrepare } from '#funding/to-prepare/prepare-words.ts';
import { toPrepare, type Asking } from '#funding/to-prepare/to-prepare.ts';
import { NEEDS, type Need } from '#schemas/needs.ts';
import { opportunityRecord } from '../../support/opportunity-record.ts';

const TODAY = '2026-11-21';
const BRUZ: Asking = {
  slug: 'bruz',
  audience: 'cantine-ouverte',
  status: 'open',
  territory: { commune: '35047', departement: '35', region: '53' },
};
const knowing = (profile: Profile): Asking => ({ ...BRUZ, profile: { asOf: TODAY, ...profile } });
const closing = (closesOn: string): Partial<OpportunityRecord> => ({
  windows: [{ opensOn: '2026-10-01', closesOn }],
});
const NEXT: Partial<OpportunityRecord> = { ...closing('2026-12-31'), effort: 'medium', amounts: { max: 10_000 } };
const record = (slug: string, more: Partial<OpportunityRecord> = {}) => opportunityRecord(slug, { ...NEXT, ...more });
const slugs = (records: readonly OpportunityRecord[], who = BRUZ, today = TODAY) =>
  toPrepare(records, who, today).map((call) => call.record.slug);

describe('when the work begins', () => {
  test.each<[string, Partial<OpportunityRecord>, string | undefined, boolean]>([
    ['an announced end, a few days of work', { ...closing('2026-12-31'), effort: 'medium' }, '2026-12-01', true],
    ['a heavy one, late', { ...closing('2026-12-31'), effort: 'heavy' }, TODAY, true],
    ['a light one', { ...closing('2026-12-31'), effort: 'light' }, '2026-12-22', true],
    ['nobody said the work', { ...closing('2026-12-31'), effort: undefined }, '2026-12-01', true],
    ['a usual month', { usualMonths: { opens: [], closes: ['2'] }, effort: 'medium' }, '2027-01-02', false],
    ['a usual opening', { usualMonths: { opens: ['3'], closes: [] }, effort: 'light' }, '2027-02-22', false],
    ['all year long', { rhythm: 'permanent' }, undefined, true],
  ])('%s', (_, more, startsOn, isAnnounced) => {
    expect(dueOf(opportunityRecord('a', more), TODAY)).toMatchObject({ startsOn, isAnnounced });
  });

  // The two stand on one page: they may not name two days.
  test('is the day that the season gives', () => {
    const calls: Partial<OpportunityRecord>[] = [
      { ...closing('2027-03-15'), effort: 'light', work: { documents: 1, isSigned: true, joinBy: '2027-01-31' } },
      { ...closing('2027-03-15'), effort: 'heavy', kind: 'don-en-nature' },
      { windows: [{ opensOn: '2027-02-01', closesOn: '2027-03-15' }] },
      { usualMonths: { opens: ['1'], closes: ['3'] } },
    ];
    for (const more of calls) {
      const call = opportunityRecord('a', more);
      const plan = rowOf({ record: call, match: undefined }, TODAY)?.plan;
      expect(dueOf(call, TODAY)?.startsOn).toBe(plan && startsOn(plan));
      expect(plan).toBeDefined();
    }
  });

  test('a call further than the season looks waits', () => {
    const far = opportunityRecord('a', { windows: [{ opensOn: '2028-03-01', closesOn: '2028-05-01' }] });
    expect(dueOf(far, TODAY)).toBeUndefined();
  });

  test.each<[string, Partial<OpportunityRecord>]>([
    ['closed', { windows: [{ opensOn: undefined, closesOn: '2026-01-01' }] }],
    ['without date nor habit', {}],
    ['read in 2021', { usualMonths: { opens: [], closes: ['2'] }, asOf: '2021' }],
  ])('nothing is prepared for what is %s', (_, more) => {
    expect(dueOf(opportunityRecord('a', more), TODAY)).toBeUndefined();
    expect(slugs([opportunityRecord('a', more)])).toEqual([]);
  });
});

describe('the three to prepare now', () => {
  test('are three at most, and none that does not fit', () => {
    const all = ['a', 'b', 'c', 'd'].map((slug) => record(slug));
    expect(slugs([record('network', { audience: ['reseau'] }), ...all])).toEqual(['a', 'b', 'c']);
    expect(slugs([])).toEqual([]);
  });

  test.each<[string, OpportunityRecord, OpportunityRecord]>([
    [
      'what fits comes before what may',
      record('oui'),
      record('autre', { eligibility: { conditionsRead: false, approvals: [], priorityDistrict: false } }),
    ],
    ['what is to begin now comes before what waits', record('oui'), record('autre', closing('2027-06-30'))],
    ['what can still be done comes before what is short', record('oui'), record('autre', closing('2026-11-25'))],
    ['a gift comes before a loan', record('oui'), record('autre', { kind: 'garantie', amounts: { max: 200_000 } })],
    [
      '« all year long » comes before what opens in a year',
      record('oui', { rhythm: 'permanent', windows: [] }),
      record('autre', { windows: [{ opensOn: '2027-10-01', closesOn: '2027-12-01' }] }),
    ],
    ['a date comes before « all year long »', record('oui'), record('autre', { rhythm: 'permanent', windows: [] })],
    [
      'a short work comes before a long one',
      record('oui', { effort: 'light', ...closing('2026-12-05') }),
      record('autre'),
    ],
    ['more money comes before less', record('oui'), record('autre', { amounts: { max: 500 } })],
    ['what a sister had comes first', record('oui', { supported: [{ slug: 'metz', title: 'Metz' }] }), record('autre')],
  ])('%s', (_, first, second) => {
    expect(slugs([second, first])).toEqual([first.slug, second.slug]);
  });

  test('what the cantine looks for comes first', () => {
    const [job, food] = [record('b', { themes: ['emploi'] }), record('a', { kind: 'don-en-nature' })];
    expect(slugs([job, food])).toEqual(['a', 'b']);
    expect(slugs([job, food], knowing({ needs: ['emploi'] }))).toEqual(['b', 'a']);
  });

  test('a budget bounds what an amount is worth', () => {
    const [huge, fair] = [record('b', { amounts: { max: 300_000 } }), record('a', { amounts: { max: 60_000 } })];
    expect(slugs([huge, fair])).toEqual(['b', 'a']);
    expect(slugs([huge, fair], knowing({ budget: 50_000 }))).toEqual(['a', 'b']);
  });

  test('oneself is no sister', () => {
    const [call] = toPrepare([record('a', { supported: [{ slug: 'bruz', title: 'Bruz' }] })], BRUZ, TODAY);
    expect(call?.sisters).toEqual([]);
  });

  test('three months later they are others', () => {
    const all = [record('hiver'), record('printemps', closing('2027-04-30'))];
    expect(slugs(all)[0]).toBe('hiver');
    expect(slugs(all, BRUZ, '2027-03-10')).toEqual(['printemps']);
  });
});

describe('why, in words', () => {
  const why = (call: OpportunityRecord, who: Asking, today = TODAY) =>
    toPrepare([call], who, today).flatMap((each) =>
      whyPrepare(each, who, today).map(({ words }) => words.replaceAll(/[\u00a0\u202f]/g, ' ')),
    );

  test('all that speaks for it', () => {
    const call = record('a', {
      themes: ['emploi'],
      fundedShare: 60,
      fundedShareOf: 'wage',
      supported: [{ slug: 'lyon-vaise', title: 'Lyon Vaise' }],
    });
    const [when, ...rest] = why(call, knowing({ budget: 100_000, needs: ['emploi', 'denrees'] }));
    expect(when).toMatch(/ : à commencer le 1er décembre 2026, à notre estimation\.$/);
    expect(rest).toEqual([
      'Tout ce qu’il demande, à notre avis, vous l’avez.',
      'Jusqu’à 10 000 €, jusqu’à 60 % du Smic brut, soit 10 % de votre budget ; quelques jours de dossier.',
      'Vous cherchez : un emploi.',
      'Lyon Vaise l’a déjà eu.',
    ]);
  });

  test('a doubt keeps its question', () => {
    const call = record('a', {
      eligibility: { conditionsRead: true, approvals: [], priorityDistrict: false, minBudget: 9000 },
    });
    const [each] = toPrepare([call], BRUZ, TODAY);
    expect(each && whyPrepare(each, BRUZ, TODAY).map(({ question }) => question)).toEqual([
      undefined,
      'budget',
      undefined,
    ]);
  });

  test.each<[string, Partial<OpportunityRecord>, RegExp]>([
    ['late', closing('2026-12-10'), /: à commencer maintenant, à notre estimation\.$/],
    ['short', closing('2026-11-25'), /: il reste peu de temps, à notre estimation\.$/],
    [
      'usual',
      { windows: [], usualMonths: { opens: [], closes: ['3'] } },
      /: à commencer vers fin janvier, à notre estimation/,
    ],
    ['always', { windows: [], rhythm: 'permanent' }, / : quand vous voulez\.$/],
    ['above its size', { amounts: { max: 200_000 } }, /c’est plus que votre budget d’une année/],
    [
      'without amount nor effort',
      { amounts: {}, effort: undefined },
      /^Montant à demander ; travail à estimer, compté comme moyen\.$/,
    ],
  ])('%s', (_, more, words) => {
    expect(why(record('a', more), knowing({ budget: 50_000 })).some((said) => words.test(said))).toBe(true);
  });
});

test('each need is met by something, and not by everything', () => {
  const paid = [
    { kind: 'subvention', themes: ['fonctionnement', 'emploi'] },
    { kind: 'appel-a-projets', themes: ['investissement'] },
    { kind: 'don-en-nature', themes: [] },
    { kind: 'pret', themes: [] },
    { kind: 'accompagnement', themes: [] },
  ];
  for (const need of Object.keys(NEEDS) as Need[]) {
    const met = paid.filter((each) => meets(need, each)).length;
    expect(met).toBeGreaterThan(0);
    expect(met).toBeLessThan(paid.length);
  }
});
