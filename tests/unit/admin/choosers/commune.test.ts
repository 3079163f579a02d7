import { describe, expect, test } from 'vitest';
import { fillingOf, localityOf, sayFilled } from '#admin/choosers/commune-fills.ts';
import type { Place } from '#places/place.ts';

const vaise: Place = {
  code: '69389',
  name: 'Lyon 9e arrondissement',
  departement: { code: '69', name: 'Rhône' },
  postalCodes: ['69009'],
  latitude: 45.748,
  longitude: 4.847,
  precision: 'district',
};
const point = { latitude: 45.748, longitude: 4.847, precision: 'district' };

describe('what a commune fills', () => {
  test('all that is empty, without a question', () => {
    for (const answers of [{}, { address: { postalCode: ' ', addressLocality: '' }, location: { latitude: '' } }]) {
      expect(fillingOf(vaise, answers)).toEqual({
        fills: { postalCode: '69009', addressLocality: 'Lyon', location: point },
        doubts: [],
        missing: undefined,
      });
    }
  });

  test('nothing of what says the same, more exactly or not', () => {
    const address = { postalCode: '69009', addressLocality: 'LYON' };
    for (const location of [
      { ...point, latitude: 45.7485 },
      { latitude: 45.776, longitude: 4.804, precision: 'address' },
    ]) {
      expect(fillingOf(vaise, { address, location })).toEqual({ fills: {}, doubts: [], missing: undefined });
    }
  });

  test('what says something else is asked, and first of all kept', () => {
    const { fills, doubts } = fillingOf(vaise, {
      address: { postalCode: '42000', addressLocality: 'Saint-Étienne' },
      location: { latitude: 45.44, longitude: 4.39, precision: 'address' },
    });
    expect(fills).toEqual({});
    expect(doubts.map(({ question }) => question)).toEqual([
      'Code postal',
      'Commune de l’adresse',
      'Point sur la carte, à 49 km de la commune',
    ]);
    for (const { options } of doubts) expect(options[0]?.fills).toEqual({});
    expect(doubts.map(({ options }) => options[1]?.fills)).toEqual([
      { postalCode: '69009' },
      { addressLocality: 'Lyon' },
      { location: point },
    ]);
  });

  test('the point of another commune is asked from near too', () => {
    const location = { latitude: 45.767, longitude: 4.88, precision: 'commune' };
    expect(fillingOf(vaise, { location }).doubts.map(({ question }) => question)).toEqual([
      'Point sur la carte, à 3 km de la commune',
    ]);
  });

  test('half a point, or what is none, is asked', () => {
    for (const location of [{ latitude: 45.7 }, { latitude: 'nord', longitude: 4.8 }]) {
      const { fills, doubts } = fillingOf(vaise, { location });
      expect(fills.location).toBeUndefined();
      expect(doubts[0]?.question).toBe('Point sur la carte, incomplet');
    }
  });

  test('several postcodes are a choice', () => {
    const saintEtienne = { ...vaise, name: 'Saint-Étienne', postalCodes: ['42000', '42100', '42230'] };
    const { fills, doubts } = fillingOf(saintEtienne, {});
    expect(fills).not.toHaveProperty('postalCode');
    expect(doubts[0]?.options.map(({ label }) => label)).toEqual([
      'Laisser vide pour l’instant',
      '42000',
      '42100',
      '42230',
    ]);
    expect(fillingOf(saintEtienne, { address: { postalCode: '42100' } }).doubts).toEqual([]);
  });

  test('a point that is known of the neighbours only is not given for that of the commune', () => {
    const { fills, missing } = fillingOf({ ...vaise, precision: 'epci' }, {});
    expect(fills).not.toHaveProperty('location');
    expect(missing).toMatch(/point sur la carte/);
    expect(fillingOf({ ...vaise, precision: 'epci' }, { location: point }).missing).toBeUndefined();
  });

  test('a place without a postcode has none to give', () => {
    expect(fillingOf({ ...vaise, postalCodes: [] }, { address: { postalCode: '69009' } }).doubts).toEqual([]);
  });
});

test.each([
  ['Paris 1er arrondissement', 'Paris'],
  ['Marseille 10e arrondissement', 'Marseille'],
  ['Saint-Denis', 'Saint-Denis'],
])('the address of %s says %s', (name, locality) => {
  expect(localityOf({ name })).toBe(locality);
});

test('what was filled is told in a line', () => {
  expect(sayFilled('69389', {})).toBe('Rempli : code 69389.');
  expect(sayFilled('69389', fillingOf(vaise, {}).fills)).toBe(
    'Rempli : code 69389, code postal 69009, commune « Lyon » et point approximatif sur la carte.',
  );
});
