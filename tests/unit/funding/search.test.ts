import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { candidateOf } from '#funding/matching/candidates.ts';
import {
  prepareOpportunities,
  OPPORTUNITY_QUESTION_NAMES,
  OPPORTUNITY_QUESTIONS,
  type QuestionName,
  type OpportunityRecord,
} from '#funding/search/questions.ts';
import {
  NO_SEARCH,
  readOpportunitySearch,
  writeOpportunitySearch,
  type OpportunitySearch,
} from '#funding/search/search-address.ts';
import { findOpportunities, GROUPS, judgeOpportunities, SORTS } from '#funding/search/search.ts';
import { opportunityRecord as record } from '../../support/opportunity-record.ts';

const TODAY = '2026-11-21';

const window = (opensOn: string | undefined, closesOn: string | undefined) => ({ windows: [{ opensOn, closesOn }] });

const USUAL = { opens: ['5'], closes: ['6'] };

const OPPORTUNITIES = [
  record('permanent', { rhythm: 'permanent', amounts: { max: 1000 }, themes: ['sante'] }),
  record('ouvert', { ...window('2026-10-01', '2027-02-28'), amounts: { min: 2000, max: 8000 }, fundedShare: 80 }),
  record('clot-bientot', { ...window('2026-10-01', '2026-12-05'), amounts: { max: 50_000 }, effort: 'heavy' }),
  record('fin-de-mois', { ...window(undefined, '2026-11-30'), checkedOn: '2026-10-01', together: 2 }),
  record('ouvrira', { ...window('2027-01-04', '2027-02-01'), kind: 'prix', fundedShare: 100 }),
  record('clos', { ...window('2026-01-04', '2026-02-01'), usualMonths: { opens: ['1'], closes: [] } }),
  record('clot-d-habitude', { ...window(undefined, '2025-12-23'), usualMonths: { opens: [], closes: ['12'] } }),
  record('trop-vieux', { ...window('2021-05-10', '2021-06-19'), usualMonths: USUAL, asOf: '2021-06-19' }),
  record('clos-sans-retour', { ...window('2025-01-04', '2025-02-01'), checkedOn: '2025-12-31' }),
  record('sans-date', { rhythm: 'unknown' }),
];

const fixed = (name: QuestionName) => {
  const question: { label: string; options?: Readonly<Record<string, string>> } = OPPORTUNITY_QUESTIONS[name];
  return new Set(Object.keys(question.options ?? {}));
};
const offered: Readonly<Record<QuestionName, ReadonlySet<string>>> = {
  echeance: fixed('echeance'),
  type: new Set(['subvention', 'prix']),
  theme: new Set(['sante', 'ruralite']),
  montant: fixed('montant'),
  part: fixed('part'),
  financeur: new Set(['ademe']),
  effort: new Set(['light', 'heavy', 'inconnu']),
  ensemble: fixed('ensemble'),
  fraicheur: fixed('fraicheur'),
};

const ask = (
  conditions: OpportunitySearch['conditions'],
  sort: OpportunitySearch['sort'] = 'etat',
  opportunities = OPPORTUNITIES,
  candidate?: Parameters<typeof judgeOpportunities>[1],
) =>
  findOpportunities(
    judgeOpportunities(prepareOpportunities(opportunities, offered, TODAY), candidate, TODAY),
    { conditions, sort },
    offered,
  );
const slugs = (found: readonly { record: OpportunityRecord }[]) => found.map(({ record: { slug } }) => slug);

/** Those of which nobody knows the amount. */
const AFTER = ['fin-de-mois', 'ouvrira', 'clot-d-habitude', 'clos', 'sans-date', 'trop-vieux', 'clos-sans-retour'];

test('what comes back at a day that nobody knows is found among what comes back', () => {
  const found = ask({ echeance: 'clos' }, 'etat', [record('revient', { rhythm: 'recurring' }), record('inconnu')]);
  expect(slugs(found.shown)).toEqual(['revient']);
});

describe('conditions', () => {
  test.each<[QuestionName, string, string[]]>([
    ['echeance', 'ouvert', ['fin-de-mois', 'clot-bientot', 'ouvert', 'permanent']],
    ['echeance', '30-jours', ['fin-de-mois', 'clot-bientot']],
    ['echeance', 'fin-de-mois', ['fin-de-mois']],
    ['echeance', 'fin-d-annee', ['fin-de-mois', 'clot-bientot', 'clot-d-habitude']],
    // Announced and not open yet, it is to be answered within three months all the same.
    ['echeance', '3-mois', ['fin-de-mois', 'clot-bientot', 'ouvrira', 'clot-d-habitude']],
    ['echeance', 'permanent', ['permanent']],
    ['echeance', 'a-venir', ['ouvrira', 'clos']],
    ['echeance', 'clos', ['clot-d-habitude', 'clos', 'trop-vieux']],
    ['echeance', 'a-reconfirmer', ['trop-vieux']],
    ['type', 'prix', ['ouvrira']],
    ['theme', 'sante', ['permanent']],
    ['montant', '1000', ['clot-bientot', 'ouvert', 'permanent']],
    ['montant', '10000', ['clot-bientot']],
    ['montant', 'inconnu', AFTER],
    ['part', '100', ['ouvrira']],
    ['part', '70', ['ouvert', 'ouvrira']],
    ['effort', 'heavy', ['clot-bientot']],
    ['ensemble', 'oui', ['fin-de-mois']],
    ['fraicheur', 'recent', ['fin-de-mois']],
  ])('%s = %s', (name, value, expected) => {
    const { shown, counts } = ask({ [name]: value });
    expect(slugs(shown)).toEqual(expected);
    // The number beside an answer is the number of opportunities that it leaves.
    expect(counts[name].get(value)).toBe(expected.length);
  });

  test('several at once, and none', () => {
    expect(slugs(ask({ echeance: 'ouvert', montant: '5000' }).shown)).toEqual(['clot-bientot', 'ouvert']);
    expect(ask({ type: 'prix', theme: 'sante' }).shown).toEqual([]);
  });

  test('a count says what its answer would leave, with what is asked elsewhere', () => {
    const question = fc.constantFrom(...OPPORTUNITY_QUESTION_NAMES.filter((name) => offered[name].size > 0));
    const condition = question.chain((name) => fc.tuple(fc.constant(name), fc.constantFrom(...offered[name])));
    fc.assert(
      fc.property(fc.array(condition, { maxLength: 3 }), condition, (asked, [name, value]) => {
        const conditions = Object.fromEntries(asked) as OpportunitySearch['conditions'];
        const { counts } = ask(conditions);
        expect(counts[name].get(value)).toBe(ask({ ...conditions, [name]: value }).shown.length);
      }),
    );
  });
});

describe('order', () => {
  test.each<[OpportunitySearch['sort'], string[]]>([
    [
      'etat',
      [
        'fin-de-mois',
        'clot-bientot',
        'ouvert',
        'ouvrira',
        'clot-d-habitude',
        'clos',
        'permanent',
        'sans-date',
        'trop-vieux',
        'clos-sans-retour',
      ],
    ],
    [
      'echeance',
      [
        'fin-de-mois',
        'clot-bientot',
        'ouvert',
        'ouvrira',
        'clot-d-habitude',
        'clos',
        'permanent',
        'sans-date',
        'trop-vieux',
        'clos-sans-retour',
      ],
    ],
    ['montant', ['clot-bientot', 'ouvert', 'permanent', ...AFTER]],
  ])('%s', (sort, expected) => {
    expect(slugs(ask({}, sort).shown)).toEqual(expected);
  });

  test('by fit: yes first, then the fewest doubts; what does not fit is apart', () => {
    const mine = candidateOf({ status: 'open', commune: '69382', openedOn: undefined });
    const opportunities = [
      record('deux-doutes', { eligibility: { conditionsRead: true, approvals: ['jep'], priorityDistrict: true } }),
      record('un-doute', { eligibility: { conditionsRead: true, approvals: ['jep'], priorityDistrict: false } }),
      record('ailleurs', { territory: { scope: 'departement', name: 'Loire', codes: ['42'] } }),
      record('oui', { territory: { scope: 'departement', name: 'Rhône', codes: ['69'] } }),
    ];
    const { shown, refused, counts } = ask({}, 'adequation', opportunities, mine);
    expect(slugs(shown)).toEqual(['oui', 'un-doute', 'deux-doutes']);
    expect(slugs(refused)).toEqual(['ailleurs']);
    expect(counts.type.get('subvention')).toBe(3);
  });

  test('each state has its group, in the order of the deadlines', () => {
    const groups = ask({}).shown.map(({ state: { state } }) => Object.keys(GROUPS).indexOf(state));
    expect(groups).toEqual(groups.toSorted((a, b) => a - b));
    expect(new Set(groups).size).toBe(Object.keys(GROUPS).length);
  });
});

describe('the address', () => {
  const known = { cantines: new Set(['macon', 'bruz']), values: offered };

  test('a search is read back as it was written', () => {
    const conditions = fc
      .tuple(
        ...OPPORTUNITY_QUESTION_NAMES.map((name) => fc.option(fc.constantFrom(...offered[name]), { nil: undefined })),
      )
      .map((chosen) =>
        Object.fromEntries(
          OPPORTUNITY_QUESTION_NAMES.flatMap((name, index) =>
            chosen[index] === undefined ? [] : [[name, chosen[index]]],
          ),
        ),
      );
    const who = fc.oneof(
      fc.record({
        cantine: fc.constantFrom('macon', 'bruz'),
        place: fc.constant(undefined),
        audience: fc.constant(undefined),
      }),
      fc.record({
        cantine: fc.constant(undefined),
        place: fc.option(fc.constant('anse-69480'), { nil: undefined }),
        audience: fc.option(fc.constantFrom('cantine-ouverte' as const, 'reseau' as const), { nil: undefined }),
      }),
    );
    const sort = fc.constantFrom(...(Object.keys(SORTS) as (keyof typeof SORTS)[]));
    fc.assert(
      fc.property(who, conditions, sort, (asker, chosen, order) => {
        const search: OpportunitySearch = { ...asker, conditions: chosen, sort: order };
        expect(readOpportunitySearch(writeOpportunitySearch(search), known)).toEqual(search);
      }),
    );
  });

  test('what it does not understand is left out', () => {
    const params = new URLSearchParams('cantine=atlantide&pour=tous&type=magie&montant=1e9&tri=hasard&x=1&lieu=%20');
    expect(readOpportunitySearch(params, known)).toEqual(NO_SEARCH);
    expect(readOpportunitySearch(new URLSearchParams('tri=toString&type=constructor'), known).sort).toBe('etat');
  });
});
