import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { PROPOSAL_SCHEMA, type Proposal } from '#proposals/proposal.ts';
import { proposalJsonSchema } from '#proposals/schema.ts';

const schema = proposalJsonSchema('https://exemple.org');
const validate = new Ajv2020({ strict: false }).compile(schema);
const proposal: Proposal = {
  type: 'proposition',
  version: 1,
  id: '0123456789abcdef0123456789abcdef',
  collection: 'cantines',
  slug: 'lyon-vaise',
  by: 'team',
  saidOn: '2026-11-22',
  answers: {
    status: { is: 'right', was: 'ab' },
    'accessibility.stepFree': { is: 'changed', was: '', to: 'yes' },
    languages: { is: 'unknown' },
  },
};

test('the published schema takes what the page writes, and names where it is', () => {
  expect(validate(proposal), JSON.stringify(validate.errors)).toBe(true);
  expect(schema.$id).toBe(`https://exemple.org${PROPOSAL_SCHEMA}`);
});

test.each([
  { ...proposal, by: 'Camille' },
  { ...proposal, name: 'Camille' },
  { ...proposal, version: 2 },
  { ...proposal, answers: { status: { is: 'right' } } },
  { ...proposal, answers: { '__proto__.x': { is: 'unknown' } } },
])('it refuses another shape: %j', (wrong) => {
  expect(validate(wrong)).toBe(false);
});
