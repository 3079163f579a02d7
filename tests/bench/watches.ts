import fc from 'fast-check';
import { candidateOf } from '#funding/matching/candidates.ts';
import { territoryOf } from '#places/territories.ts';
import type { OpportunityTerms } from '#funding/matching/matching.ts';
import { matchGroups } from '#funding/matching/groups.ts';
import { officialCommunes } from '#places/official.ts';

/**
 * The watch of each cantine against many opportunities: what one more cantine costs the build. Run: `npm run bench`.
 * Opportunities are spread as in the real watch: four in ten national, the others over real territories.
 */
const OPPORTUNITIES = 5000;
const communes = officialCommunes().filter((_, index) => index % 61 === 0);
const at = (n: number) => communes[(n * 7919) % communes.length]?.code ?? '';
const SEED = 2026;

const eligibility = fc.record({
  minAgeYears: fc.option(fc.constantFrom(1, 2, 3), { nil: undefined, freq: 2 }),
  maxEmployees: fc.option(fc.constantFrom(2, 10, 50), { nil: undefined, freq: 2 }),
  minBudget: fc.option(fc.constantFrom(10_000, 50_000), { nil: undefined, freq: 1 }),
  approvals: fc.constantFrom([], [], [], ['recu-fiscal'], ['esus']),
  priorityDistrict: fc.boolean(),
  conditionsRead: fc.constant(true),
});
const audience = fc.constantFrom<OpportunityTerms['audience'][]>(
  ['cantine-ouverte'],
  ['cantine-ouverte', 'cantine-en-montage'],
  ['reseau'],
);

function territory(n: number): OpportunityTerms['territory'] {
  const found = territoryOf(at(n));
  const scopes = ['national', 'national', 'region', 'departement', 'epci'] as const;
  const scope = scopes[n % scopes.length] ?? 'national';
  const codes = scope === 'national' ? [] : [found?.[scope]?.code ?? ''];
  return { scope, name: 'Territoire', codes };
}

const parts = fc.sample(fc.tuple(audience, eligibility), { numRuns: OPPORTUNITIES, seed: SEED });
const opportunities: OpportunityTerms[] = parts.map(([whose, asks], n) => ({
  audience: whose,
  territory: territory(n),
  eligibility: asks,
}));
const cantines = Array.from({ length: 500 }, (_, n) =>
  candidateOf({ status: n % 5 === 0 ? 'preparing' : 'open', commune: at(n * 3 + 1), openedOn: '2019' }),
);

function timed(count: number): number {
  const start = performance.now();
  const answer = matchGroups(opportunities);
  let kept = 0;
  for (const cantine of cantines.slice(0, count)) kept += answer(cantine, '2026-12-01').yes.length;
  if (kept === 0) throw new Error('No opportunity fits any cantine: the bench measures nothing.');
  return performance.now() - start;
}

timed(50);
let before: number | undefined;
for (const count of [125, 250, 500]) {
  const [, median = NaN] = [timed(count), timed(count), timed(count)].toSorted((a, b) => a - b);
  const ratio = before === undefined ? '' : `, × ${(median / before).toFixed(2)}`;
  console.log(
    `watches of ${String(count).padStart(3)} cantines         ${Math.round(median)} ms, ${OPPORTUNITIES} opportunities${ratio}`,
  );
  before = median;
}
