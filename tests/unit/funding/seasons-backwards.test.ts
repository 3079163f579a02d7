import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#domain/days.ts';
import { planOf, startsOn, workOf, type CallWork, type Plan } from '#funding/seasons/backwards.ts';
import type { Round } from '#funding/seasons/rounds.ts';

const TODAY = '2026-11-21';
const work = (changes: Partial<CallWork> = {}): CallWork => ({
  kind: 'appel-a-projets',
  effort: 'medium',
  documents: 0,
  isSigned: false,
  joinBy: undefined,
  ...changes,
});
const closing = (on: string, isUsual = false): Round => ({ opens: undefined, closes: { on, isUsual } });
const opening = (on: string, isUsual = false): Round => ({ opens: { on, isUsual }, closes: undefined });
const said = (plan: Plan | undefined): string[] =>
  (plan?.steps ?? []).map(({ name, on, isNow }) => `${name} ${isNow ? 'now' : on}`);

describe('the steps, counted back', () => {
  test.each<[string, CallWork, Round, string[]]>([
    [
      'a medium application, until an announced day',
      work({ documents: 3 }),
      closing('2027-03-15'),
      ['start 2027-02-13', 'gather 2027-02-20', 'vote 2027-03-06', 'file 2027-03-13'],
    ],
    [
      'a light one, without a board',
      work({ effort: 'light' }),
      closing('2027-03-15'),
      ['start 2027-03-06', 'file 2027-03-13'],
    ],
    [
      'a light one that the board signs',
      work({ effort: 'light', isSigned: true }),
      closing('2027-03-15'),
      ['start 2027-02-20', 'vote 2027-03-06', 'file 2027-03-13'],
    ],
    [
      'a gift asks no meeting',
      work({ kind: 'don-en-nature' }),
      closing('2027-03-15'),
      ['start 2027-02-13', 'file 2027-03-13'],
    ],
    [
      'a joint answer, from its own day',
      work({ effort: 'light', joinBy: '2027-02-01' }),
      closing('2027-03-15'),
      ['start 2027-01-18', 'join 2027-02-01', 'file 2027-03-13'],
    ],
    [
      'a joint answer that one can no longer join',
      work({ effort: 'light', joinBy: '2026-11-20' }),
      closing('2027-03-15'),
      ['start 2027-03-06', 'file 2027-03-13'],
    ],
    [
      'what should have begun',
      work({ effort: 'heavy', documents: 1 }),
      closing('2026-12-17'),
      ['start now', 'gather now', 'vote 2026-12-05', 'file 2026-12-15'],
    ],
    ['the last day', work({ effort: 'light' }), closing(TODAY), ['start now', 'file now']],
    ['tomorrow', work({ effort: 'light' }), closing('2026-11-22'), ['start now', 'file 2026-11-22']],
    [
      'a usual closing, from the first of its month',
      work({ effort: undefined }),
      closing('2027-03-01', true),
      ['start 2027-01-30', 'vote 2027-02-20', 'file 2027-02-27'],
    ],
    [
      'a usual closing that has come',
      work({ effort: 'light' }),
      closing('2026-11-01', true),
      ['start now', 'file now'],
    ],
    [
      'ready when it opens',
      work({ effort: 'light' }),
      opening('2026-12-01', true),
      ['start 2026-11-24', 'file 2026-12-01'],
    ],
  ])('%s', (_, given, round, expected) => {
    expect(said(planOf(given, round, TODAY))).toEqual(expected);
  });

  test('nothing is counted back from what is open without an end', () => {
    expect(planOf(work(), opening('2026-10-01'), TODAY)).toBeUndefined();
  });

  test('what is not known is told', () => {
    const plan = planOf(work({ effort: undefined }), closing('2027-03-01', true), TODAY);
    expect(plan).toMatchObject({
      target: '2027-03-01',
      isUsual: true,
      isOpening: false,
      isGuessed: true,
      isSigned: false,
    });
    expect(planOf(work({ isSigned: true }), opening('2027-03-01'), TODAY)).toMatchObject({
      isUsual: false,
      isOpening: true,
      isGuessed: false,
      isSigned: true,
    });
  });

  test('no step is in the past, after its deadline when that is to come, or out of order', () => {
    const days = fc.integer({ min: 0, max: 400 }).map((more) => addDays(TODAY, more));
    const given = fc.record({
      kind: fc.constantFrom('subvention', 'prix', 'pret'),
      effort: fc.constantFrom('light', 'medium', 'heavy', undefined),
      documents: fc.nat(9),
      isSigned: fc.boolean(),
      joinBy: fc.option(days, { nil: undefined }),
    });
    fc.assert(
      fc.property(given, days, fc.boolean(), fc.boolean(), (asked, day, isUsual, isOpening) => {
        const plan = planOf(asked, isOpening ? opening(day, isUsual) : closing(day, isUsual), TODAY);
        if (!plan) return;
        const { steps } = plan;
        expect(steps[0]?.name).toBe('start');
        expect(steps.at(-1)?.name).toBe('file');
        // What is voted has been gathered.
        const names = steps.map(({ name }) => name);
        if (names.includes('vote') && names.includes('gather'))
          expect(names.indexOf('gather')).toBeLessThan(names.indexOf('vote'));
        expect(startsOn(plan)).toBe(steps[0]?.on);
        for (const [index, { on, isNow, name }] of steps.entries()) {
          expect(on >= TODAY && on <= day).toBe(true);
          expect(isNow).toBe(isNow && on === TODAY);
          if (name !== 'file') expect(on >= (steps[Math.max(0, index - 1)]?.on ?? '')).toBe(true);
        }
      }),
    );
  });
});

test.each([
  ['Comptes du dernier exercice', false],
  ['Délibération du bureau', true],
  ['Contrat d’engagement républicain signé', true],
  ['Signé par la présidence', true],
  ['Liste des mandataires', false],
  ['Personne désignée pour suivre le projet', false],
  ['Procès-verbal de la dernière assemblée', true],
  ['Lettre signée par la présidence', true],
  ['Relevé d’identité bancaire', false],
  ['Signalétique du lieu', false],
])('%s: signed %s', (document, isSigned) => {
  expect(workOf({ documents: [document] }, undefined)).toEqual({
    documents: 1,
    isSigned,
    joinBy: undefined,
  });
});
