import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  matchOpportunity,
  type OpportunityTerms,
  type Candidate,
  type Match,
  type Reason,
} from '#funding/matching/matching.ts';

const TODAY = '2026-11-21';
const opportunity = (territory: Partial<OpportunityTerms['territory']> = {}): OpportunityTerms => ({
  audience: ['cantine-ouverte'],
  territory: { scope: 'national', name: 'France entière', codes: [], ...territory },
  eligibility: { conditionsRead: true, approvals: [], priorityDistrict: false },
});
const candidate = (territory: Candidate['territory']): Candidate => ({
  audience: 'cantine-ouverte',
  status: 'open',
  territory,
});

describe('a place known less finely than the opportunity', () => {
  test.each([
    ['nothing known', {}, 'commune', ['69123'], 'maybe'],
    ['the département of the commune', { departement: '69', region: '84' }, 'commune', ['69123'], 'maybe'],
    ['another département', { departement: '42', region: '84' }, 'commune', ['69123'], 'no'],
    ['a département overseas', { departement: '974', region: '04' }, 'commune', ['97411'], 'maybe'],
    ['the city of the arrondissement', { commune: '75056', departement: '75' }, 'arrondissement', ['75120'], 'maybe'],
    ['another city', { commune: '69123', departement: '69' }, 'arrondissement', ['75120'], 'no'],
    ['a commune without EPCI', { commune: '85113', departement: '85' }, 'epci', ['200046977'], 'no'],
    ['the département alone, for an EPCI', { departement: '69', region: '84' }, 'epci', ['200046977'], 'maybe'],
    ['one of two communes', { departement: '69', region: '84' }, 'commune', ['42147', '69123'], 'maybe'],
    ['one of two cities', { commune: '75056', departement: '75' }, 'arrondissement', ['69389', '75120'], 'maybe'],
    ['another territory, in the département', { commune: '38185', departement: '38' }, 'other', ['26', '38'], 'maybe'],
    ['another territory, in other départements', { commune: '97411', departement: '974' }, 'other', ['26'], 'no'],
    ['another territory, of an unknown département', {}, 'other', ['26'], 'maybe'],
    ['another territory, in the commune', { commune: '26113', departement: '26' }, 'other', ['26113'], 'maybe'],
    ['another territory, in another commune', { commune: '69123', departement: '69' }, 'other', ['26113'], 'no'],
    ['another territory, in the city', { commune: '69123', departement: '69' }, 'other', ['69389'], 'maybe'],
    ['another territory, in the district', { arrondissement: '69389', commune: '69123' }, 'other', ['69389'], 'maybe'],
    ['another territory, in another district', { arrondissement: '69382', commune: '69123' }, 'other', ['69389'], 'no'],
    ['a département alone, and a commune of it', { departement: '26' }, 'other', ['26113'], 'maybe'],
    ['a département alone, and a commune of another', { departement: '69' }, 'other', ['26113'], 'no'],
    ['another territory, in the EPCI', { commune: '69123', epci: '200046977' }, 'other', ['200046977'], 'maybe'],
    ['another territory, in another EPCI', { commune: '69264', epci: '200040590' }, 'other', ['200046977'], 'no'],
    ['a commune without EPCI, and an EPCI', { commune: '85113' }, 'other', ['200046977'], 'no'],
    ['a département alone, and an EPCI', { departement: '69' }, 'other', ['200046977'], 'maybe'],
    ['another territory without codes', { commune: '97411', departement: '974' }, 'other', [], 'maybe'],
  ] as const)('%s', (_, territory, scope, codes, answer) => {
    expect(matchOpportunity(opportunity({ scope, codes }), candidate(territory), TODAY).answer).toBe(answer);
  });
});

test('a national opportunity never excludes by territory', () => {
  const code = fc.option(fc.stringMatching(/^\d{2,9}$/), { nil: undefined });
  const territory = fc.record({ arrondissement: code, commune: code, epci: code, departement: code, region: code });
  fc.assert(
    fc.property(territory, (where) => {
      expect(matchOpportunity(opportunity(), candidate(where), TODAY).answer).toBe('yes');
    }),
  );
});

describe('why', () => {
  const LYON = candidate({ commune: '69123', departement: '69', region: '84' });
  test.each<[string, OpportunityTerms, Candidate, ...Match['reasons']]>([
    [
      'an opportunity that asks nothing but whom it is for',
      opportunity(),
      LYON,
      { criterion: 'audience', answer: 'yes' },
      { criterion: 'territory', answer: 'yes' },
    ],
    [
      'somebody who did not say what they are',
      opportunity(),
      { audience: undefined, territory: {} },
      { criterion: 'territory', answer: 'yes' },
    ],
    [
      'somebody who said neither what nor where they are',
      opportunity({ scope: 'region', codes: ['84'] }),
      { audience: undefined, territory: undefined },
    ],
  ])('%s', (_title, asked, who, ...reasons) => {
    expect(matchOpportunity(asked, who, TODAY).reasons).toEqual(reasons);
  });
});

describe('a condition that nothing known of the cantine answers is to be checked', () => {
  test.each<[keyof OpportunityTerms['eligibility'], Reason['criterion'], unknown]>([
    ['minEmployees', 'employees', 1],
    ['maxEmployees', 'employees', 1],
    ['minBudget', 'budget', 1],
    ['maxProjectBudget', 'project', 1],
    ['approvals', 'approvals', ['jep']],
    ['priorityDistrict', 'district', true],
  ])('%s', (condition, criterion, value) => {
    const asked: OpportunityTerms = {
      ...opportunity(),
      eligibility: { conditionsRead: true, approvals: [], priorityDistrict: false, [condition]: value },
    };
    const { answer, reasons } = matchOpportunity(asked, candidate({}), TODAY);
    expect(answer).toBe('maybe');
    expect(reasons.filter((reason) => reason.answer === 'maybe')).toEqual([{ criterion, answer: 'maybe' }]);
  });
});

describe('the age of an association, from the opening of its cantine', () => {
  // A year has 365.25 days: three are over in the course of the 1,096th day, four at the end of the 1,461st.
  test.each<[years: number, openedOn: string | undefined, today: string, Match['answer']]>([
    [3, '2023-11-21', '2026-11-20', 'maybe'],
    [3, '2023-11-21', '2026-11-21', 'yes'],
    [4, '2022-11-21', '2026-11-20', 'maybe'],
    [4, '2022-11-21', '2026-11-21', 'yes'],
    // A partial date is read at its latest.
    [3, '2023-11', '2026-11-29', 'maybe'],
    [3, '2023-11', '2026-11-30', 'yes'],
    [3, '2023', '2026-12-30', 'maybe'],
    [3, '2023', '2026-12-31', 'yes'],
    [0, undefined, '2026-11-21', 'maybe'],
  ])('%d years, open since %s, on %s: %s', (minAgeYears, openedOn, today, answer) => {
    const asked: OpportunityTerms = {
      ...opportunity(),
      eligibility: { conditionsRead: true, approvals: [], priorityDistrict: false, minAgeYears },
    };
    expect(matchOpportunity(asked, { ...candidate({}), openedOn }, today).answer).toBe(answer);
  });
});
