import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchCall, type Candidate } from '#funding/matching/matching.ts';
import { watchGroups } from '#funding/matching/groups.ts';
import { regionsOf } from '#places/territories.ts';
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

test('every call has the answer and the reasons that it has alone, in the order given', () => {
  const some = fc.array(
    entries(collectionOf('opportunities')).map((data) => opportunities.schema.parse(data)),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(some, fc.constantFrom(...candidates), (calls, candidate) => {
      const found = watchGroups(calls)(candidate, '2026-12-01');
      for (const answer of ['yes', 'maybe', 'no'] as const) {
        const alone = calls
          .map((call) => ({ call, match: matchCall(call, candidate, '2026-12-01') }))
          .filter(({ match }) => match.answer === answer);
        expect(found[answer]).toEqual(alone);
      }
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['a région', 'region', ['84'], ['84']],
  ['départements of two regions', 'departement', ['69', '67'], ['44', '84']],
  ['a département of Corsica', 'departement', ['2A'], ['94']],
  ['one overseas', 'departement', ['974'], ['04']],
  ['the métropole de Lyon', 'epci', ['200046977'], ['84']],
  ['an EPCI over two regions', 'epci', ['200035129'], ['76', '84']],
  ['a commune', 'commune', ['33063'], ['75']],
  ['a district of Paris', 'arrondissement', ['75120'], ['11']],
  ['another territory, by its communes', 'other', ['26113'], ['84']],
  ['another territory, by digits that say two things', 'other', ['84'], []],
  ['another territory without codes', 'other', [], []],
  ['a code that no place has', 'commune', ['99999'], []],
] as const)('the regions of %s', (_name, scope, codes, regions) => {
  expect([...regionsOf({ scope, name: 'Ici', codes })].toSorted()).toEqual(regions);
});
