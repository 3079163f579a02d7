import { describe, expect, test } from 'vitest';
import { matchGroups } from '#funding/matching/groups.ts';
import {
  matchOpportunity,
  type Candidate,
  type MatchAnswer,
  type OpportunityTerms,
} from '#funding/matching/matching.ts';
import { reasonsOf } from '#funding/matching/matching-words.ts';
import type { Profile } from '#funding/matching/profile.ts';
import { metaOf } from '#schemas/kit/index.ts';
import { opportunities } from '#schemas/opportunities.ts';

const TODAY = '2026-11-21';
type Eligibility = OpportunityTerms['eligibility'];
const asking = (eligibility: Partial<Eligibility>): OpportunityTerms => ({
  audience: ['cantine-ouverte', 'cantine-en-montage'],
  territory: { scope: 'national', name: 'France entière', codes: [] },
  eligibility: { conditionsRead: true, approvals: [], priorityDistrict: false, ...eligibility },
});
const BRUZ: Candidate = {
  audience: 'cantine-ouverte',
  status: 'open',
  territory: { commune: '35047', departement: '35', region: '53' },
  openedOn: '2024',
};
const knowing = (profile: Profile): Candidate => ({ ...BRUZ, profile: { asOf: '2026-11', ...profile } });

const answered = (terms: Partial<Eligibility>, candidate: Candidate) =>
  matchOpportunity(asking(terms), candidate, TODAY).answer;
const said = (terms: Partial<Eligibility>, candidate: Candidate) =>
  reasonsOf(matchOpportunity(asking(terms), candidate, TODAY), asking(terms), candidate)
    .map(({ words }) => words.replaceAll(/[\u00a0\u202f]/g, ' '))
    .at(0);

describe('« oui » is earned', () => {
  // Said « oui » to Bruz, of which nothing but its town and its opening was known.
  test.each<[string, Partial<Eligibility>, string]>([
    [
      'fondation-pfp',
      { minResources: 100_000, exception: 'une dérogation est possible pour un projet très local' },
      'Ressources de l’année à vérifier : au moins 100 000 €.',
    ],
    ['solaal', { approvals: ['aide-alimentaire'] }, 'À vérifier : habilitation à l’aide alimentaire.'],
    [
      'caf-evs',
      { toCheck: ['porter un projet social de territoire'] },
      'À lire : porter un projet social de territoire.',
    ],
    ['fonds-biocoop', { sponsor: 'un magasin Biocoop' }, 'Il faut être parrainé ou choisi par un magasin Biocoop.'],
    ['mmpt-local', { launchedBy: 'region' }, 'Lancé région par région : lisez l’appel de la vôtre.'],
    ['what nobody read', { conditionsRead: false }, 'À lire : nous n’avons pas lu toutes ses conditions.'],
  ])('%s', (_, terms, words) => {
    expect(answered(terms, BRUZ)).toBe('maybe');
    expect(said(terms, BRUZ)).toBe(words);
  });

  test('what a team that prepares a cantine may not be yet: an association', () => {
    const team: Candidate = { ...BRUZ, audience: 'cantine-en-montage', status: 'preparing', openedOn: undefined };
    expect(answered({ association: true }, team)).toBe('maybe');
    expect(answered({ association: true }, { ...team, profile: { foundedOn: '2026' } })).toBe('yes');
    expect(answered({ association: true }, BRUZ)).toBe('yes');
  });
});

describe('what the cantine says makes a « maybe » a « yes » or a « no »', () => {
  test.each<[Partial<Eligibility>, Profile, MatchAnswer, string]>([
    [
      { minEmployees: 3 },
      { employees: 2 },
      'no',
      'Vous avez 2 salariés, l’appel en veut au moins 3 en équivalent temps plein.',
    ],
    [{ maxEmployees: 2 }, { employees: 2 }, 'yes', ''],
    [{ minEmployees: 1 }, { employees: 1 }, 'yes', ''],
    [
      { minBudget: 80_000 },
      { budget: 60_000 },
      'no',
      'Votre budget est de 60 000 €, l’appel en veut au moins 80 000 €.',
    ],
    [{ minBudget: 80_000 }, { budget: 80_000 }, 'yes', ''],
    [
      { minResources: 100_000 },
      { resources: 99_999 },
      'no',
      'Vos ressources sont de 99 999 €, l’appel en veut au moins 100 000 €.',
    ],
    [
      { maxResources: 100_000 },
      { resources: 100_001 },
      'no',
      'Vos ressources sont de 100 001 €, l’appel en veut au plus 100 000 €.',
    ],
    [
      { minResources: 100_000, exception: 'une dérogation est possible' },
      { resources: 60_000 },
      'maybe',
      'Vos ressources sont de 60 000 €, l’appel en veut au moins 100 000 € ; mais une dérogation est possible.',
    ],
    [
      { minProjectBudget: 6000, maxProjectBudget: 80_000 },
      { project: 5000 },
      'no',
      'Votre projet coûte 5 000 €, l’appel en veut au moins 6 000 € et au plus 80 000 €.',
    ],
    [{ minProjectBudget: 6000, maxProjectBudget: 80_000 }, { project: 20_000 }, 'yes', ''],
    [
      { approvals: ['jep'] },
      { approvals: { jep: false } },
      'no',
      'Il vous manque : agrément jeunesse et éducation populaire.',
    ],
    [
      { approvals: ['jep'], exception: 'Solaal en décide' },
      { approvals: { jep: false } },
      'maybe',
      'Il vous manque : agrément jeunesse et éducation populaire ; mais Solaal en décide.',
    ],
    [
      { approvals: ['jep', 'esus'] },
      { approvals: { jep: true } },
      'maybe',
      'À vérifier : agrément jeunesse et éducation populaire et agrément ESUS.',
    ],
    [{ approvals: ['recu-fiscal'] }, { approvals: { 'recu-fiscal': true } }, 'yes', ''],
    // A « rescrit » says that receipts may be issued; without one, they may be issued all the same.
    [{ approvals: ['recu-fiscal'] }, { approvals: { rescrit: true } }, 'yes', ''],
    [
      { approvals: ['recu-fiscal'] },
      { approvals: { rescrit: false } },
      'maybe',
      'À vérifier : d’intérêt général, apte à émettre des reçus fiscaux.',
    ],
    [{ actions: ['aines'] }, { actions: { aines: true } }, 'yes', ''],
    [
      { actions: ['aines'] },
      { actions: { aines: false } },
      'no',
      'L’appel ne soutient que cela, que vous ne faites pas : une action avec les personnes de 60 ans et plus.',
    ],
    [{ priorityDistrict: true }, { district: true }, 'yes', ''],
    [
      { priorityDistrict: true },
      { district: false },
      'no',
      'L’action doit toucher un quartier prioritaire de la politique de la ville, et la vôtre n’en touche pas.',
    ],
    [{ seat: true }, { seat: true }, 'yes', ''],
    [{ seat: true }, { seat: false }, 'no', 'Le siège de l’association doit être dans le territoire, avec sa cantine.'],
  ])('%j, %j: %s', (terms, profile, answer, words) => {
    expect(answered(terms, knowing(profile))).toBe(answer);
    if (answer !== 'yes') expect(said(terms, knowing(profile))).toBe(words);
  });

  test('figures of more than a year ago are unknown again; a birth lasts', () => {
    const old: Candidate = { ...BRUZ, profile: { asOf: '2025-01', employees: 2, foundedOn: '2021-11' } };
    expect(answered({ minEmployees: 3 }, old)).toBe('maybe');
    expect(answered({ minAgeYears: 4 }, old)).toBe('yes');
  });

  test.each<[number, string, MatchAnswer, string]>([
    [
      2,
      '2024',
      'maybe',
      'L’association doit avoir au moins 2 ans : la vôtre est née en 2024, cela dépend du mois ou du jour.',
    ],
    [3, '2024', 'no', 'L’association doit avoir au moins 3 ans, la vôtre est née en 2024.'],
    [1, '2024', 'yes', 'L’association a plus de 1 an.'],
    [1, '2025-11-22', 'no', 'L’association doit avoir au moins 1 an, la vôtre est née le 22 novembre 2025.'],
  ])('%i years, founded in %s', (minAgeYears, foundedOn, answer, words) => {
    expect(answered({ minAgeYears }, knowing({ foundedOn }))).toBe(answer);
    const match = matchOpportunity(asking({ minAgeYears }), knowing({ foundedOn }), TODAY);
    expect(
      reasonsOf(match, asking({ minAgeYears }), knowing({ foundedOn })).map((each) =>
        each.words.replaceAll('\u00a0', ' '),
      ),
    ).toContain(words);
  });

  test('a year of opening is read at its last day, and says so', () => {
    expect(said({ minAgeYears: 2 }, BRUZ)).toBe(
      'L’association doit avoir au moins 2 ans : la cantine est ouverte en 2024 (comptée depuis le 31 décembre 2024, faute de jour), l’association est peut-être plus ancienne.',
    );
  });
});

test('each « maybe » that the profile would settle says which question does', () => {
  const terms = asking({ minBudget: 1, seat: true, approvals: ['jep'], sponsor: 'un magasin', minAgeYears: 9 });
  const reasons = reasonsOf(matchOpportunity(terms, BRUZ, TODAY), terms, BRUZ);
  expect(reasons.filter(({ answer }) => answer === 'maybe').map(({ question }) => question)).toEqual([
    'siege',
    'fondation',
    'budget',
    'agrements',
    undefined,
  ]);
});

/** Of each field of « Qui peut répondre », a value that asks something; the text is for people. */
const ASKED: Readonly<Record<Exclude<keyof Eligibility, 'exception'>, unknown>> = {
  conditionsRead: false,
  toCheck: ['une condition'],
  association: true,
  seat: true,
  minAgeYears: 3,
  minEmployees: 3,
  maxEmployees: 1,
  minBudget: 10,
  minResources: 10,
  maxResources: 1,
  minProjectBudget: 10,
  maxProjectBudget: 1,
  approvals: ['jep'],
  actions: ['aines'],
  priorityDistrict: true,
  sponsor: 'un magasin',
  launchedBy: 'region',
};

describe('every criterion that an entry may write', () => {
  const group = metaOf(opportunities.fields.eligibility);
  const fields = group.kind === 'group' ? Object.keys(group.fields) : [];

  test('is known here', () => {
    expect(fields.toSorted()).toEqual(['text', 'exception', ...Object.keys(ASKED)].toSorted());
  });

  test.each(Object.entries(ASKED))('%s is read, alone and in a group', (name, value) => {
    const team: Candidate = { ...BRUZ, audience: 'cantine-en-montage', openedOn: undefined };
    const [plain, asked] = [asking({}), asking({ [name]: value })];
    expect(matchOpportunity(plain, team, TODAY).answer).toBe('yes');
    const found = matchGroups([plain, asked])(team, TODAY);
    expect(found.yes.map(({ opportunity }) => opportunity)).toEqual([plain]);
    expect(found.maybe.map(({ opportunity }) => opportunity)).toEqual([asked]);
  });

  test('an exception is read in a group', () => {
    const [strict, soft] = [asking({ minBudget: 10 }), asking({ minBudget: 10, exception: 'sauf ici' })];
    const found = matchGroups([strict, soft])(knowing({ budget: 5 }), TODAY);
    expect(found.no.map(({ opportunity }) => opportunity)).toEqual([strict]);
    expect(found.maybe.map(({ opportunity }) => opportunity)).toEqual([soft]);
  });
});
