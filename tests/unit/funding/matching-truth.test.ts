import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Audience } from '#domain/audience.ts';
import { candidateOf, NETWORK } from '#funding/matching/candidates.ts';
import { codesOf } from '#places/territories.ts';
import { matchOpportunity, type OpportunityTerms, type Candidate } from '#funding/matching/matching.ts';
import { sayReasons } from '#funding/matching/matching-words.ts';
import { officialCommunes, epciOfCommunes } from '#places/official.ts';

/** Codes of the Code officiel géographique, told by hand: the table does not read what it checks. */
const TODAY = '2026-11-21';
type Scope = OpportunityTerms['territory']['scope'];

function opportunity(
  scope: Scope,
  codes: readonly string[],
  more: Partial<OpportunityTerms['eligibility']> & { for?: Audience[] } = {},
) {
  const { for: audience = ['cantine-ouverte', 'cantine-en-montage'], ...eligibility } = more;
  return {
    audience,
    territory: { scope, name: 'Ici', codes },
    eligibility: { conditionsRead: true, approvals: [], priorityDistrict: false, ...eligibility },
  } satisfies OpportunityTerms;
}

const cantine = (
  commune: string | undefined,
  status: NonNullable<Candidate['status']> = 'open',
  openedOn?: string,
): Candidate => candidateOf({ commune, status, openedOn });

const CANTINES = {
  'Lyon 2e': cantine('69382'),
  'Lyon 9e': cantine('69389'),
  'Lyon, arrondissement inconnu': cantine('69123'),
  Oullins: cantine('69149'),
  'Villefranche, en montage': cantine('69264', 'preparing'),
  'Paris 13e': cantine('75113'),
  'Paris 20e': cantine('75120'),
  Bagnolet: cantine('93006'),
  'Les Lilas, en montage': cantine('93045', 'preparing'),
  'Antony, en montage': cantine('92002', 'preparing'),
  Strasbourg: cantine('67482', 'open', '2018-10'),
  Metz: cantine('57463'),
  Mâcon: cantine('71270', 'open', '2023-06'),
  Montbrison: cantine('42147'),
  Bruz: cantine('35047'),
  Croix: cantine('59163', 'open', '2019'),
  Bordeaux: cantine('33063'),
  Grenoble: cantine('38185', 'paused'),
  'Aix-en-Provence': cantine('13001'),
  Annecy: cantine('74010', 'closed'),
  'Saint-Denis de La Réunion': cantine('97411'),
  Ajaccio: cantine('2A004'),
  'Une cantine sans code': cantine(undefined),
  'Le réseau': NETWORK,
} as const;

const FRANCE = opportunity('national', []);
const AURA = opportunity('region', ['84']);
const IDF = opportunity('region', ['11']);
const GRAND_EST = opportunity('region', ['44']);
const REUNION = opportunity('region', ['04']);
const CORSE = opportunity('region', ['94']);
const RHONE = opportunity('departement', ['69']);
const VAUCLUSE = opportunity('departement', ['84']);
const ALSACE = opportunity('departement', ['67', '68']);
const CORSE_DU_SUD = opportunity('departement', ['2A']);
const METROPOLE_LYON = opportunity('epci', ['200046977']);
const METROPOLE_LILLE = opportunity('epci', ['200093201']);
const GRAND_PARIS = opportunity('epci', ['200054781']);
const LYON = opportunity('commune', ['69123']);
const PARIS = opportunity('commune', ['75056']);
const EST_ENSEMBLE = opportunity('commune', ['93006', '93008', '93010', '93045', '93048']);
const PARIS_20 = opportunity('arrondissement', ['75120']);
const LYON_9 = opportunity('arrondissement', ['69389']);
const GAL = opportunity('other', []);

type Row = [keyof typeof CANTINES, string, OpportunityTerms, 'yes' | 'maybe' | 'no', string];

const TABLE: Row[] = [
  ['Lyon 2e', 'la France', FRANCE, 'yes', 'territory'],
  ['Saint-Denis de La Réunion', 'la France', FRANCE, 'yes', 'territory'],
  ['Une cantine sans code', 'la France', FRANCE, 'yes', 'territory'],
  ['Lyon 2e', 'la région 84', AURA, 'yes', 'territory'],
  ['Montbrison', 'la région 84', AURA, 'yes', 'territory'],
  ['Aix-en-Provence', 'la région 84', AURA, 'no', 'territory'],
  ['Aix-en-Provence', 'le Vaucluse, 84 aussi', VAUCLUSE, 'no', 'territory'],
  ['Lyon 9e', 'le Vaucluse, 84 comme sa région', VAUCLUSE, 'no', 'territory'],
  ['Mâcon', 'la région voisine', AURA, 'no', 'territory'],
  ['Bagnolet', 'l’Île-de-France', IDF, 'yes', 'territory'],
  ['Paris 13e', 'l’Île-de-France', IDF, 'yes', 'territory'],
  ['Antony, en montage', 'l’Île-de-France', IDF, 'yes', 'territory'],
  ['Bordeaux', 'l’Île-de-France', IDF, 'no', 'territory'],
  ['Bordeaux', 'la région 75', opportunity('region', ['75']), 'yes', 'territory'],
  ['Paris 13e', 'la région 75, Nouvelle-Aquitaine', opportunity('region', ['75']), 'no', 'territory'],
  ['Strasbourg', 'le Grand Est', GRAND_EST, 'yes', 'territory'],
  ['Metz', 'le Grand Est', GRAND_EST, 'yes', 'territory'],
  ['Croix', 'le Grand Est', GRAND_EST, 'no', 'territory'],
  ['Croix', 'les Hauts-de-France', opportunity('region', ['32']), 'yes', 'territory'],
  ['Bruz', 'la Bretagne', opportunity('region', ['53']), 'yes', 'territory'],
  ['Saint-Denis de La Réunion', 'La Réunion', REUNION, 'yes', 'territory'],
  ['Saint-Denis de La Réunion', 'le 974', opportunity('departement', ['974']), 'yes', 'territory'],
  ['Saint-Denis de La Réunion', 'la Guadeloupe', opportunity('departement', ['971']), 'no', 'territory'],
  ['Lyon 2e', 'La Réunion', REUNION, 'no', 'territory'],
  ['Ajaccio', 'la Corse', CORSE, 'yes', 'territory'],
  ['Ajaccio', 'la Corse-du-Sud', CORSE_DU_SUD, 'yes', 'territory'],
  ['Ajaccio', 'la Haute-Corse', opportunity('departement', ['2B']), 'no', 'territory'],
  ['Lyon 2e', 'le Rhône', RHONE, 'yes', 'territory'],
  ['Oullins', 'le Rhône', RHONE, 'yes', 'territory'],
  ['Villefranche, en montage', 'le Rhône', RHONE, 'yes', 'territory'],
  ['Montbrison', 'le Rhône', RHONE, 'no', 'territory'],
  ['Montbrison', 'la Loire', opportunity('departement', ['42']), 'yes', 'territory'],
  ['Strasbourg', 'l’Alsace', ALSACE, 'yes', 'territory'],
  ['Metz', 'l’Alsace', ALSACE, 'no', 'territory'],
  ['Lyon 2e', 'la Métropole de Lyon', METROPOLE_LYON, 'yes', 'territory'],
  ['Oullins', 'la Métropole de Lyon', METROPOLE_LYON, 'yes', 'territory'],
  ['Villefranche, en montage', 'la Métropole de Lyon', METROPOLE_LYON, 'no', 'territory'],
  ['Croix', 'la Métropole de Lille', METROPOLE_LILLE, 'yes', 'territory'],
  ['Bruz', 'la Métropole de Lille', METROPOLE_LILLE, 'no', 'territory'],
  ['Bagnolet', 'le Grand Paris', GRAND_PARIS, 'yes', 'territory'],
  ['Antony, en montage', 'le Grand Paris', GRAND_PARIS, 'yes', 'territory'],
  ['Lyon 2e', 'la ville de Lyon', LYON, 'yes', 'territory'],
  ['Lyon 9e', 'la ville de Lyon', LYON, 'yes', 'territory'],
  ['Lyon, arrondissement inconnu', 'la ville de Lyon', LYON, 'yes', 'territory'],
  ['Oullins', 'la ville de Lyon, sa voisine', LYON, 'no', 'territory'],
  ['Paris 13e', 'Paris', PARIS, 'yes', 'territory'],
  ['Bagnolet', 'Paris', PARIS, 'no', 'territory'],
  ['Bagnolet', 'Est Ensemble', EST_ENSEMBLE, 'yes', 'territory'],
  ['Les Lilas, en montage', 'Est Ensemble', EST_ENSEMBLE, 'yes', 'territory'],
  ['Paris 20e', 'Est Ensemble, en face', EST_ENSEMBLE, 'no', 'territory'],
  ['Paris 20e', 'le 20e', PARIS_20, 'yes', 'territory'],
  ['Paris 13e', 'le 20e', PARIS_20, 'no', 'territory'],
  ['Lyon 9e', 'le 9e', LYON_9, 'yes', 'territory'],
  ['Lyon 2e', 'le 9e', LYON_9, 'no', 'territory'],
  ['Lyon, arrondissement inconnu', 'le 9e', LYON_9, 'maybe', 'territory'],
  ['Lyon, arrondissement inconnu', 'le 20e de Paris', PARIS_20, 'no', 'territory'],
  ['Oullins', 'le 9e de Lyon', LYON_9, 'no', 'territory'],
  ['Une cantine sans code', 'la ville de Lyon', LYON, 'maybe', 'territory'],
  ['Une cantine sans code', 'la région 84', AURA, 'maybe', 'territory'],
  ['Grenoble', 'un territoire sans code', GAL, 'maybe', 'territory'],
  ['Mâcon', 'une région dont le code manque', opportunity('region', []), 'maybe', 'territory'],
  ['Le réseau', 'la France', opportunity('national', [], { for: ['reseau'] }), 'yes', 'territory'],
  ['Le réseau', 'la ville de Lyon', opportunity('commune', ['69123'], { for: ['reseau'] }), 'maybe', 'territory'],
  ['Le réseau', 'des cantines', FRANCE, 'no', 'audience'],
  ['Lyon 2e', 'des cantines ouvertes', opportunity('national', [], { for: ['cantine-ouverte'] }), 'yes', 'audience'],
  ['Lyon 2e', 'le réseau', opportunity('national', [], { for: ['reseau'] }), 'no', 'audience'],
  [
    'Les Lilas, en montage',
    'des ouvertes',
    opportunity('national', [], { for: ['cantine-ouverte'] }),
    'no',
    'audience',
  ],
  [
    'Les Lilas, en montage',
    'des montages',
    opportunity('national', [], { for: ['cantine-en-montage'] }),
    'yes',
    'audience',
  ],
  ['Lyon 2e', 'des montages', opportunity('national', [], { for: ['cantine-en-montage'] }), 'no', 'audience'],
  ['Grenoble', 'une cantine en pause', FRANCE, 'maybe', 'status'],
  ['Annecy', 'une cantine fermée', FRANCE, 'no', 'status'],
  ['Strasbourg', 'trois ans d’ancienneté', opportunity('national', [], { minAgeYears: 3 }), 'yes', 'age'],
  ['Mâcon', 'trois ans, presque quatre', opportunity('national', [], { minAgeYears: 3 }), 'yes', 'age'],
  ['Mâcon', 'quatre ans', opportunity('national', [], { minAgeYears: 4 }), 'maybe', 'age'],
  ['Lyon 2e', 'un an, ouverture inconnue', opportunity('national', [], { minAgeYears: 1 }), 'maybe', 'age'],
  ['Croix', 'deux salariés au plus', opportunity('national', [], { maxEmployees: 2 }), 'maybe', 'employees'],
  ['Croix', 'un budget minimal', opportunity('national', [], { minBudget: 10_000 }), 'maybe', 'budget'],
  ['Croix', 'un agrément', opportunity('national', [], { approvals: ['jep'] }), 'maybe', 'approvals'],
  ['Croix', 'un quartier prioritaire', opportunity('national', [], { priorityDistrict: true }), 'maybe', 'district'],
  [
    'Bordeaux',
    'une ville voisine et un agrément',
    opportunity('commune', ['33281'], { approvals: ['jep'] }),
    'no',
    'territory',
  ],
];

describe('a cantine and an opportunity', () => {
  test.each(TABLE)('%s, pour %s', (name, _, asked, answer, criterion) => {
    const candidate = CANTINES[name];
    const match = matchOpportunity(asked, candidate, TODAY);
    expect(match.answer).toBe(answer);
    // What decides the answer is told first.
    expect(match.reasons.filter((reason) => reason.answer === answer).map((reason) => reason.criterion)).toContain(
      criterion,
    );
    expect(sayReasons(match, asked, candidate)).toHaveLength(match.reasons.length);
  });

  test('the table is long enough to be believed', () => {
    expect(TABLE.length).toBeGreaterThanOrEqual(60);
  });
});

describe('properties, over the communes of France', () => {
  const communes = officialCommunes().filter(({ type }) => type === 'commune-actuelle');
  const commune = fc.constantFrom(...communes);
  const epcis = epciOfCommunes();

  test('a national opportunity never excludes by territory', () => {
    fc.assert(
      fc.property(commune, ({ code }) => {
        expect(matchOpportunity(FRANCE, cantine(code), TODAY).answer).toBe('yes');
      }),
    );
  });

  test('a commune’s opportunity includes it and never another one', () => {
    fc.assert(
      fc.property(commune, commune, ({ code }, { code: other }) => {
        const own = opportunity('commune', [code]);
        expect(matchOpportunity(own, cantine(code), TODAY).answer).toBe('yes');
        if (other !== code) expect(matchOpportunity(own, cantine(other), TODAY).answer).toBe('no');
      }),
    );
  });

  test('an opportunity includes a commune exactly when the official tables say so, at each scale', () => {
    fc.assert(
      fc.property(commune, commune, (a, b) => {
        const fits = (scope: Scope, code: string) =>
          matchOpportunity(opportunity(scope, [code]), cantine(b.code), TODAY).answer;
        expect(fits('region', a.region)).toBe(a.region === b.region ? 'yes' : 'no');
        expect(fits('departement', a.departement)).toBe(a.departement === b.departement ? 'yes' : 'no');
        const epci = epcis.get(a.code);
        if (epci) expect(fits('epci', epci)).toBe(epci === epcis.get(b.code) ? 'yes' : 'no');
      }),
    );
  });

  test('sisters of one EPCI: the commune’s opportunity stays in the commune, the EPCI’s goes to both', () => {
    const byEpci = Map.groupBy(
      communes.filter(({ code }) => epcis.has(code)),
      ({ code }) => epcis.get(code) ?? '',
    );
    const families = [...byEpci].filter(([, members]) => members.length > 1);
    fc.assert(
      fc.property(fc.constantFrom(...families), fc.nat(), fc.nat(), ([epci, members], i, j) => {
        const [one, sister] = [members[i % members.length], members[j % members.length]];
        if (!one || !sister || one === sister) return;
        expect(matchOpportunity(opportunity('commune', [one.code]), cantine(sister.code), TODAY).answer).toBe('no');
        expect(matchOpportunity(opportunity('epci', [epci]), cantine(sister.code), TODAY).answer).toBe('yes');
      }),
    );
  });

  test('nothing unknown of a cantine says no', () => {
    const scope = fc.constantFrom<Scope>('national', 'region', 'departement', 'epci', 'commune', 'other');
    fc.assert(
      fc.property(scope, commune, (where, { code }) => {
        const codes = where === 'national' ? [] : [codesOf(code)?.[where === 'other' ? 'commune' : where] ?? code];
        const asked = opportunity(where, codes, {
          minAgeYears: 3,
          approvals: ['jep'],
          priorityDistrict: true,
          minBudget: 1,
        });
        expect(matchOpportunity(asked, cantine(undefined), TODAY).answer).toBe('maybe');
      }),
    );
  });
});
