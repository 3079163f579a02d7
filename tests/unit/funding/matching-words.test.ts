import { describe, expect, test } from 'vitest';
import { reasonsOf, sayReasons } from '#funding/matching/matching-words.ts';
import type { Candidate, Reason } from '#funding/matching/matching.ts';

type Terms = Parameters<typeof sayReasons>[1];

const NATIONAL: Terms = {
  audience: ['cantine-ouverte'],
  territory: { scope: 'national', name: 'France entière', codes: [] },
  eligibility: { conditionsRead: true, approvals: [], priorityDistrict: false },
};
const LOCAL: Terms = { ...NATIONAL, territory: { scope: 'departement', name: 'Rhône', codes: ['69'] } };
const asking = (eligibility: Partial<Terms['eligibility']>): Terms => ({
  ...NATIONAL,
  eligibility: { ...NATIONAL.eligibility, ...eligibility },
});
const CANTINE: Candidate = { audience: 'cantine-ouverte', status: 'open', territory: {} };
const NETWORK: Candidate = { audience: 'reseau', territory: undefined };

/** What a reader sees for one reason, spaces as one types them. */
const said = (reason: Reason, terms: Terms, candidate: Candidate) =>
  sayReasons({ answer: reason.answer, reasons: [reason] }, terms, candidate).map((words) =>
    words.replaceAll(/[\u00a0\u202f]/g, ' '),
  );

describe('whom it is for', () => {
  test.each<[string, Candidate['audience']]>([
    ['les cantines ouvertes', 'cantine-ouverte'],
    ['les cantines en montage', 'cantine-en-montage'],
    ['le réseau', 'reseau'],
  ])('%s', (words, audience) => {
    const candidate = { ...CANTINE, audience };
    expect(said({ criterion: 'audience', answer: 'yes' }, NATIONAL, candidate)).toEqual([
      `Pour ${words}, à notre avis.`,
    ]);
  });

  test('others', () => {
    const terms: Terms = { ...NATIONAL, audience: ['cantine-en-montage', 'reseau'] };
    expect(said({ criterion: 'audience', answer: 'no' }, terms, CANTINE)).toEqual([
      'Pour les cantines en montage et le réseau seulement, à notre avis.',
    ]);
  });
});

test.each<[string, Candidate['status']]>([
  ['La cantine est fermée.', 'closed'],
  ['La cantine est en pause : demandez au financeur.', 'paused'],
])('%s', (words, status) => {
  expect(said({ criterion: 'status', answer: 'no' }, NATIONAL, { ...CANTINE, status })).toEqual([words]);
});

test.each<[string, Reason['answer'], Terms, Candidate]>([
  ['Seulement pour ce territoire : Rhône.', 'no', LOCAL, CANTINE],
  ['Dans le territoire : Rhône.', 'yes', LOCAL, CANTINE],
  ['Ouvert à toute la France.', 'yes', NATIONAL, CANTINE],
  ['Territoire à vérifier : Rhône.', 'maybe', LOCAL, CANTINE],
  ['Réservé à un territoire, Rhône : à vérifier avec les cantines de là-bas.', 'maybe', LOCAL, NETWORK],
])('%s', (words, answer, terms, candidate) => {
  expect(said({ criterion: 'territory', answer }, terms, candidate)).toEqual([words]);
});

describe('the conditions that it writes', () => {
  test.each<[string, Reason, Partial<Terms['eligibility']>]>([
    ['L’association a plus de 1 an.', { criterion: 'age', answer: 'yes' }, { minAgeYears: 1 }],
    [
      'L’association doit avoir au moins 3 ans : à vérifier.',
      { criterion: 'age', answer: 'maybe' },
      { minAgeYears: 3 },
    ],
    [
      'Effectif salarié à vérifier : au moins 1 en équivalent temps plein.',
      { criterion: 'employees', answer: 'maybe' },
      { minEmployees: 1 },
    ],
    [
      'Effectif salarié à vérifier : au plus 9,5 en équivalent temps plein.',
      { criterion: 'employees', answer: 'maybe' },
      { maxEmployees: 9.5 },
    ],
    [
      'Effectif salarié à vérifier : au moins 0 et au plus 2 en équivalent temps plein.',
      { criterion: 'employees', answer: 'maybe' },
      { minEmployees: 0, maxEmployees: 2 },
    ],
    [
      'Budget de l’année à vérifier : au moins 50 000 €.',
      { criterion: 'budget', answer: 'maybe' },
      { minBudget: 50_000 },
    ],
    [
      'Coût du projet à vérifier : au plus 20 000 €.',
      { criterion: 'project', answer: 'maybe' },
      { maxProjectBudget: 20_000 },
    ],
    [
      'Ressources de l’année à vérifier : au moins 10 000 € et au plus 50 000 €.',
      { criterion: 'resources', answer: 'maybe' },
      { minResources: 10_000, maxResources: 50_000 },
    ],
    [
      'À vérifier : agrément jeunesse et éducation populaire et agrément ESUS.',
      { criterion: 'approvals', answer: 'maybe' },
      { approvals: ['jep', 'esus'] },
    ],
    // Of words that the list does not know, an acronym keeps its capitals.
    [
      'À vérifier : ESAT et un agrément ESAT.',
      { criterion: 'approvals', answer: 'maybe' },
      { approvals: ['ESAT', 'Un agrément ESAT'] },
    ],
    [
      'L’action doit toucher un quartier prioritaire de la politique de la ville : à vérifier.',
      { criterion: 'district', answer: 'maybe' },
      { priorityDistrict: true },
    ],
  ])('%s', (words, reason, eligibility) => {
    expect(said(reason, asking(eligibility), CANTINE)).toEqual([words]);
  });
});

test('what decides is told first: the noes, the doubts, the yeses, each in the order of the criteria', () => {
  const reasons: Reason[] = [
    { criterion: 'audience', answer: 'yes' },
    { criterion: 'status', answer: 'maybe' },
    { criterion: 'territory', answer: 'no' },
    { criterion: 'district', answer: 'maybe' },
  ];
  const told = reasonsOf({ answer: 'no', reasons }, LOCAL, { ...CANTINE, status: 'paused' });
  expect(told.map(({ answer, words }) => [answer, words.slice(0, 11)])).toEqual([
    ['no', 'Seulement p'],
    ['maybe', 'La cantine '],
    ['maybe', 'L’action do'],
    ['yes', 'Pour les ca'],
  ]);
});
