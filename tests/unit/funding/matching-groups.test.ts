import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchOpportunity, type Candidate } from '#funding/matching/matching.ts';
import { matchGroups } from '#funding/matching/groups.ts';
import { opportunities } from '#schemas/opportunities.ts';
import { entries } from '../../support/arbitraries.ts';
import { collectionOf } from '../../support/entries.ts';

const LYON: Candidate = {
  audience: 'cantine-ouverte',
  status: 'open',
  territory: { commune: '69123', arrondissement: '69389', epci: '200046977', departement: '69', region: '84' },
  openedOn: '2016',
};
const candidates: Candidate[] = [
  LYON,
  { ...LYON, audience: 'cantine-en-montage', status: 'preparing', openedOn: undefined },
  { ...LYON, territory: {} },
  { audience: 'reseau', territory: undefined },
];

test('every opportunity has the answer and the reasons that it has alone, in the order given', () => {
  const some = fc.array(
    entries(collectionOf('opportunities')).map((data) => opportunities.schema.parse(data)),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(some, fc.constantFrom(...candidates), (opportunities, candidate) => {
      const found = matchGroups(opportunities)(candidate, '2026-12-01');
      for (const answer of ['yes', 'maybe', 'no'] as const) {
        const alone = opportunities
          .map((opportunity) => ({ opportunity, match: matchOpportunity(opportunity, candidate, '2026-12-01') }))
          .filter(({ match }) => match.answer === answer);
        expect(found[answer]).toEqual(alone);
      }
    }),
    { numRuns: 500 },
  );
});
