import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchOpportunity, type OpportunityTerms, type Candidate } from '#funding/matching/matching.ts';

const TODAY = '2026-11-21';
const opportunity = (territory: Partial<OpportunityTerms['territory']> = {}): OpportunityTerms => ({
  audience: ['cantine-ouverte'],
  territory: { scope: 'national', name: 'France entière', codes: [], ...territory },
  eligibility: { approvals: [], priorityDistrict: false },
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
