import { describe, expect, test } from 'vitest';
import { territoryOf } from '#places/territories.ts';

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
