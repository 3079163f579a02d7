import { describe, expect, test } from 'vitest';
import { readAid } from '#jobs/aides-territoires/aid.ts';
import { subThemes } from '#jobs/aides-territoires/categories.ts';
import { choose, type Choice } from '#jobs/aides-territoires/choose.ts';
import { expressions, holdsOneOf, quoteFirst, wordsOf } from '#jobs/aides-territoires/words.ts';
import { anAid } from '../../support/aids-server.ts';
import { keptAids, laterAids, measureChoice, tunedAids } from '../../support/labelled-aids.ts';

const TODAY = '2026-11-22';
const THEME = 'Solidarités / lien social / ';

function choiceOf(given: Record<string, unknown>, all = false): Choice {
  const read = readAid(anAid({ description: null, categories: [], ...given }));
  if (!('aid' in read)) throw new Error(read.fault);
  return choose(read.aid, TODAY, all);
}

describe('what the import keeps, on aids that a reader labelled', () => {
  test.each([
    ['those that it is tuned on', tunedAids],
    ['those that were kept apart', keptAids],
    ['those that were written later', laterAids],
    ['all', [...tunedAids, ...keptAids, ...laterAids]],
  ])('%s', (_, labelled) => {
    const { precision, recall } = measureChoice(labelled, (aid) => choose(aid, TODAY).refusal === undefined);
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(recall).toBeGreaterThanOrEqual(0.9);
  });

  test('they are many, each once, and a good part is kept apart', () => {
    const ids = [...tunedAids, ...keptAids, ...laterAids].map(({ aid }) => (aid as { id: number }).id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(200);
    expect(keptAids.length).toBeGreaterThanOrEqual((keptAids.length + tunedAids.length) / 3 - 1);
  });
});

describe('an aid is left, whatever words its text holds', () => {
  const bait = '<p>Avec les associations et les bénévoles : lien social, jeunesse, santé, quartiers, inclusion.</p>';
  test.each([
    ['Éclairage des stades', `${THEME}Cohésion sociale et inclusion`, 'sport'],
    [
      'Restauration des orgues',
      'Culture et identité collective / patrimoine / sports / Patrimoine et monuments historiques',
      'patrimoine et mémoire',
    ],
    ['Aide aux associations de chasse', `${THEME}Citoyenneté`, 'chasse, pêche et animaux'],
    ['Mesurer le radon', `${THEME}Santé`, 'nature et environnement'],
    ['Stériliser les chats errants', `${THEME}Protection animale`, 'chasse, pêche et animaux'],
    ['Une route', 'Mobilité / transports / Voirie', 'mobilité'],
  ])('%s', (name, category, trade) => {
    const choice = choiceOf({ name, categories: [category], description: bait });
    expect(choice).toMatchObject({ refusal: 'far', trade });
    expect(choice.reasons.length).toBeGreaterThan(0);
  });
});

test('the reasons of what is kept are said, fields first', () => {
  const { refusal, reasons } = choiceOf({
    name: 'Ouvrir un tiers-lieu',
    categories: [`${THEME}Alimentation`],
    programs: ['Mieux manger pour tous'],
  });
  expect(refusal).toBeUndefined();
  expect(reasons).toEqual([
    'destinataires associations',
    'programme « Mieux manger pour tous »',
    'titre « tiers-lieu »',
    'catégorie « Alimentation »',
  ]);
});

test('a programme or a category alone is enough, a word of the description is not', () => {
  expect(choiceOf({ programs: ['FDVA'] }).refusal).toBeUndefined();
  expect(choiceOf({ categories: [`${THEME}Alimentation`] }).refusal).toBeUndefined();
  expect(choiceOf({ description: '<p>Des repas.</p>' }).refusal).toBe('far');
});

test.each([
  ['is no longer there', { is_live: false }, 'not-live', []],
  ['is closed', { submission_deadline: '2021-06-01' }, 'closed', ['depuis le 1er juin 2021']],
  ['is for communes', { targeted_audiences: ['Communes'] }, 'audience', ['Communes']],
  [
    'is for communes alone, as its text says',
    { eligibility: '<p>Communes uniquement.</p>' },
    'audience',
    ['« Communes uniquement »'],
  ],
  [
    'is for companies alone',
    { eligibility: '<p>Réservée aux entreprises.</p>' },
    'audience',
    ['« Réservée aux entreprises »'],
  ],
  ['must be paid for', { is_charged: true }, 'charged', []],
  ['says nothing', { name: 'Une aide' }, 'far', ['rien n’y dit ce que fait une cantine']],
])('an aid that %s is left, and says so', (_, given, refusal, reasons) => {
  const { reasons: told, ...choice } = choiceOf({ name: 'Repas partagés', ...given });
  expect(choice.refusal).toBe(refusal);
  expect(told.map((reason) => reason.replaceAll('\u00a0', ' '))).toEqual(reasons);
});

test('an aid that closes today is still open', () => {
  expect(choiceOf({ name: 'Repas partagés', submission_deadline: TODAY }).refusal).toBeUndefined();
});

test('with all, whatever associations may ask for is kept', () => {
  expect(choiceOf({ name: 'Éclairage des stades' }, true)).toEqual({
    refusal: undefined,
    reasons: ['destinataires associations'],
  });
});

test.each([
  ['Solidarités / lien social / Protection animale', 'Protection animale'],
  ['Solidarités / lien social|Santé', 'Santé'],
  ['Eau et milieux aquatiques / Cours d’eau / canaux / plans d’eau', 'Cours d’eau / canaux / plans d’eau'],
  ['Énergies / Déchets / Énergies / Déchets', 'Énergies / Déchets'],
  ['Énergies / Déchets', 'Énergies / Déchets'],
  ['Tourisme', 'Tourisme'],
])('the sub-theme of %s', (category, expected) => {
  expect(subThemes([category])).toEqual([expected]);
});

test.each([
  ['Une demande croissante', 'santé', false],
  ['La Santé de tous', 'santé', true],
  ['Des tableaux', 'table.', false],
  ['À la table', 'table.', true],
])('« %s » holds « %s »: %s', (text, expression, expected) => {
  expect(holdsOneOf(text, [expression])).toBe(expected);
});

test.each([
  ['Éclairage des stades', 'stade', 'stades'],
  ['Créer des Tiers-Lieux', 'tiers-lieu', 'Tiers-Lieux'],
  ['Œuvrer pour l’énergétique', 'énerg', 'énergétique'],
  ['日本 : un repas', 'repas', 'repas'],
])('« %s » is quoted for « %s »: « %s »', (text, expression, expected) => {
  expect(quoteFirst(text, wordsOf(text), expressions(expression))).toBe(expected);
});
