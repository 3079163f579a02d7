import { describe, expect, test } from 'vitest';
import { REGIONS } from '#domain/regions.ts';
import { regionName, regionsByName, regionsOf, regionsOfPostcode, territoryOf } from '#places/territories.ts';

describe('what contains a commune', () => {
  test('a municipal district of Lyon', () => {
    expect(territoryOf('69389')).toEqual({
      commune: { code: '69123', name: 'Lyon' },
      arrondissement: { code: '69389', name: 'Lyon 9e Arrondissement' },
      epci: { code: '200046977', name: 'Métropole de Lyon' },
      departement: { code: '69', name: 'Rhône' },
      region: { code: '84', name: 'Auvergne-Rhône-Alpes' },
    });
  });

  test.each([
    ['69123', 'Lyon', '200046977', '69', '84'],
    ['75113', 'Paris', '200054781', '75', '11'],
    ['13201', 'Marseille', '200054807', '13', '93'],
    ['67482', 'Strasbourg', '246700488', '67', '44'],
    ['2A004', 'Ajaccio', '242010056', '2A', '94'],
    ['01053', 'Bourg-en-Bresse', '200071751', '01', '84'],
    ['97411', 'Saint-Denis', '249740119', '974', '04'],
  ])('%s', (code, commune, epci, departement, region) => {
    const territory = territoryOf(code);
    expect(territory?.commune.name).toBe(commune);
    expect(territory?.epci?.code).toBe(epci);
    expect(territory?.departement?.code).toBe(departement);
    expect(territory?.region?.code).toBe(region);
  });

  test('an island without an intercommunality', () => {
    const sein = territoryOf('29083');
    expect(sein?.commune.name).toBe('Île-de-Sein');
    expect(sein?.epci).toBeUndefined();
    expect(sein?.departement?.code).toBe('29');
  });

  test.each(['', '69999', '00000', '69', 'Lyon', '__proto__'])('%j is no commune', (code) => {
    expect(territoryOf(code)).toBeUndefined();
  });
});

test.each([
  ['a région', 'region', ['84'], ['84']],
  ['départements of two regions', 'departement', ['69', '67'], ['44', '84']],
  ['a département of Corsica', 'departement', ['2A'], ['94']],
  ['one overseas', 'departement', ['974'], ['04']],
  ['the métropole de Lyon', 'epci', ['200046977'], ['84']],
  ['an EPCI over two regions', 'epci', ['200035129'], ['76', '84']],
  ['an EPCI whose first commune is in one of its two regions', 'epci', ['200030435'], ['75', '76']],
  ['communes of three regions', 'commune', ['75056', '69123', '33063'], ['11', '75', '84']],
  ['the whole country', 'national', [], []],
  ['a commune', 'commune', ['33063'], ['75']],
  ['a district of Paris', 'arrondissement', ['75120'], ['11']],
  ['another territory, by its communes', 'other', ['26113'], ['84']],
  ['another territory, by its départements', 'other', ['84', '26'], ['84', '93']],
  ['another territory without codes', 'other', [], []],
  ['a code that no place has', 'commune', ['99999'], []],
] as const)('the regions of %s', (_name, scope, codes, regions) => {
  expect([...regionsOf({ scope, codes })].toSorted()).toEqual(regions);
});

test('the regions by name, and the name of each', () => {
  expect(regionsByName()).toHaveLength(18);
  // An editor chooses from the same ones.
  expect(Object.fromEntries(regionsByName().map(({ code, name }) => [code, name]))).toEqual(REGIONS);
  expect(regionsByName()[0]).toEqual({ code: '84', name: 'Auvergne-Rhône-Alpes' });
  expect(regionName('93')).toBe('Provence-Alpes-Côte d’Azur');
  expect(regionName('00')).toBe('00');
});

test.each([
  ['69009', ['84']],
  ['01410', ['84', '27']],
  ['00000', []],
])('the regions of the postcode %s', (postcode, regions) => {
  expect([...regionsOfPostcode(postcode)]).toEqual(regions);
});
