import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { candidateOf } from '#funding/matching/candidates.ts';
import type { Candidate, OpportunityTerms } from '#funding/matching/matching.ts';
import { mergedProfile, trusted, type Profile } from '#funding/matching/profile.ts';
import { readProfile } from '#funding/matching/read-profile.ts';
import { stakesOf } from '#funding/matching/stakes.ts';
import { profileIn, readNumber, saysAnything, valuesOf } from '#funding/profile/answers.ts';
import { openProfile, profileText } from '#funding/profile/profile-files.ts';
import { sayWritten } from '#funding/profile/profile-words.ts';
import { ACTIONS, type Action } from '#schemas/actions.ts';
import { APPROVALS, type Approval } from '#schemas/approvals.ts';
import { cantines } from '#schemas/cantines.ts';
import { NEEDS, type Need } from '#schemas/needs.ts';

const TODAY = '2026-11-21';
const keysOf = <K extends string>(names: Readonly<Record<K, string>>) => Object.keys(names) as K[];
const flags = <K extends string>(names: Readonly<Record<K, string>>) =>
  fc.dictionary(fc.constantFrom(...keysOf(names)), fc.boolean(), { minKeys: 1 });
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });

const profiles: fc.Arbitrary<Profile> = fc.record({
  foundedOn: maybe(fc.constantFrom('2016', '2021-11', '2024-02')),
  employees: maybe(fc.constantFrom(0, 1, 2.5, 12)),
  budget: maybe(fc.nat({ max: 900_000 })),
  resources: maybe(fc.nat({ max: 900_000 })),
  project: maybe(fc.nat({ max: 900_000 })),
  seat: maybe(fc.boolean()),
  district: maybe(fc.boolean()),
  approvals: maybe(flags<Approval>(APPROVALS)),
  actions: maybe(flags<Action>(ACTIONS)),
  needs: maybe(fc.subarray(keysOf<Need>(NEEDS), { minLength: 1 })),
  asOf: fc.constant(TODAY),
});

describe('the form', () => {
  test('says every profile, and reads it back', () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        expect(profileIn(valuesOf(profile), TODAY)).toEqual({ profile, faults: [] });
      }),
    );
  });

  test.each([
    ['120 000', 120_000],
    ['120\u202f000\u00a0€', 120_000],
    ['2,5 ETP', 2.5],
    ['0', 0],
    ['', undefined],
    ['environ 3', undefined],
    ['-2', undefined],
    ['1e9', undefined],
  ])('a number: %j is %s', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  test('a month without its year is told', () => {
    const { profile, faults } = profileIn(new Map([['mois', ['03']]]), TODAY);
    expect(profile.foundedOn).toBeUndefined();
    expect(faults.map(({ field }) => field)).toEqual(['annee']);
  });

  test('what cannot be read is told, and is unknown', () => {
    const values = new Map([
      ['salaries', ['deux']],
      ['annee', ['2027']],
      ['budget', ['90 000']],
    ]);
    const { profile, faults } = profileIn(values, TODAY);
    expect(faults.map(({ field }) => field)).toEqual(['salaries', 'annee']);
    expect(profile).toMatchObject({ budget: 90_000, employees: undefined, foundedOn: undefined });
  });

  test('a profile of nothing says nothing', () => {
    expect(saysAnything(profileIn(new Map(), TODAY).profile)).toBe(false);
    expect(saysAnything({ district: false })).toBe(true);
  });
});

describe('a profile that comes from elsewhere', () => {
  test('is read back as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(profiles, async (profile) => {
        const text = profileText(profile);
        const { profile: read, trouble } = await openProfile({
          name: 'profil.json',
          size: text.length,
          text: () => Promise.resolve(text),
        });
        if (saysAnything(profile))
          expect(saysAnything(read ?? {}) && mergedProfile(read, {}, TODAY)).toEqual(mergedProfile(profile, {}, TODAY));
        else expect(trouble).toContain('n’est pas un profil');
      }),
    );
  });

  test('whatever a file or a browser holds, only what is of a profile is kept', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const profile = readProfile(value);
        expect(readProfile(JSON.parse(JSON.stringify(profile)))).toEqual(profile);
      }),
    );
    const hostile: unknown = JSON.parse(
      '{"employees":"12","budget":-3,"approvals":{"jep":"oui","__proto__":true,"esus":true},"needs":["emploi","or"],"foundedOn":"hier"}',
    );
    expect(readProfile(hostile)).toEqual({ ...readProfile({}), approvals: { esus: true }, needs: ['emploi'] });
  });

  test.each(['', '{', '[]', '{"type":"tableau"}', '{"type":"profil-de-cantine"}'])('%j is no profile', async (text) => {
    const opened = await openProfile({ name: 'a.json', size: text.length, text: () => Promise.resolve(text) });
    expect(opened.profile).toBeUndefined();
    expect(opened.trouble).toMatch(/^« a\.json » n’est pas un profil/);
  });
});

describe('what the browser was told wins over the entry', () => {
  test('answer by answer', () => {
    const own: Profile = { asOf: TODAY, employees: 2, approvals: { jep: false } };
    const written: Profile = { asOf: '2026', employees: 3, budget: 90_000, approvals: { jep: true, esus: true } };
    expect(mergedProfile(own, written, TODAY)).toMatchObject({
      employees: 2,
      budget: 90_000,
      approvals: { jep: false, esus: true },
      asOf: TODAY,
    });
  });

  test('what is more than a year old in one is unknown, and the other is heard', () => {
    const written: Profile = { asOf: '2024', foundedOn: '2021', budget: 90_000 };
    expect(mergedProfile({ asOf: TODAY, employees: 2 }, written, TODAY)).toMatchObject({
      foundedOn: '2021',
      employees: 2,
    });
    expect(mergedProfile({ asOf: TODAY, employees: 2 }, written, TODAY).budget).toBeUndefined();
    expect(mergedProfile({ asOf: '2024', employees: 2 }, { asOf: '2026', employees: 3 }, TODAY).employees).toBe(3);
    expect(trusted({ employees: 2 }, TODAY)).toEqual({ foundedOn: undefined, needs: undefined });
  });
});

describe('the entry of a cantine', () => {
  const entry = (profile: object) =>
    cantines.schema.safeParse({
      title: 'Ville',
      summary: 'Une cantine.',
      status: 'open',
      address: { addressLocality: 'Ville' },
      profile,
    });

  test('says a profile, what it does not list being unknown', () => {
    const { data } = entry({ foundedOn: '2021-11', approvals: ['jep'], district: 'no', employees: 1.5, asOf: 2026 });
    expect(data && candidateOf(data).profile).toEqual({
      foundedOn: '2021-11',
      approvals: { jep: true },
      district: false,
      employees: 1.5,
      asOf: '2026',
    });
  });

  test('without one says nothing', () => {
    const { data } = entry({});
    expect(data && candidateOf(data).profile).toBeUndefined();
  });

  test('a figure has a date', () => {
    expect(entry({ employees: 2 }).error?.issues.map(({ path }) => path)).toEqual([['profile', 'asOf']]);
    expect(entry({ foundedOn: '2021' }).success).toBe(true);
  });

  test.each<[string, Profile, string]>([
    ['fondation', { foundedOn: '2021-11' }, 'Sa fiche dit : novembre 2021. Votre réponse l’emporte.'],
    ['budget', { budget: 90_000, asOf: '2026' }, 'Sa fiche dit : 90 000 € (2026). Votre réponse l’emporte.'],
    ['salaries', { employees: 1.5 }, 'Sa fiche dit : 1,5. Votre réponse l’emporte.'],
    ['agrements', { approvals: { esus: true, jep: false } }, 'Sa fiche dit : Agrément ESUS. Votre réponse l’emporte.'],
    ['quartier', { district: false }, 'Sa fiche dit : non. Votre réponse l’emporte.'],
    ['besoins', { needs: ['emploi'] }, 'Sa fiche dit : Un emploi. Votre réponse l’emporte.'],
    ['ressources', { budget: 1 }, ''],
  ])('%s: what it says is told beside the question', (question, profile, words) => {
    expect(sayWritten(question, profile).replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(words);
  });
});

test('each question says how many « maybe » wait for it', () => {
  const asking = (eligibility: Partial<OpportunityTerms['eligibility']>): OpportunityTerms => ({
    audience: ['cantine-ouverte'],
    territory: { scope: 'national', name: 'France entière', codes: [] },
    eligibility: { conditionsRead: true, approvals: [], priorityDistrict: false, ...eligibility },
  });
  const terms = [
    asking({}),
    asking({ minBudget: 10 }),
    asking({ minBudget: 10, minEmployees: 1 }),
    asking({ sponsor: 'un magasin' }),
    { ...asking({ minBudget: 10 }), audience: ['reseau' as const] },
  ];
  const cantine: Candidate = { audience: 'cantine-ouverte', status: 'open', territory: {} };
  const { answers, questions } = stakesOf(terms, cantine, TODAY);
  expect(answers).toEqual({ yes: 1, maybe: 3, no: 1 });
  expect([...questions]).toEqual([
    ['budget', 2],
    ['salaries', 1],
  ]);
  const told = stakesOf(terms, { ...cantine, profile: { asOf: TODAY, budget: 5 } }, TODAY);
  expect(told.answers).toEqual({ yes: 1, maybe: 1, no: 3 });
});
