import { describe, expect, test } from 'vitest';
import { nameOfAll, territoryFilling, without, type DraftTerritory } from '#admin/choosers/territory-fills.ts';
import type { NamedTerritory } from '#places/territory-names.ts';

const none: DraftTerritory = { scope: '', name: '', codes: [] };
const rhone: DraftTerritory = { scope: 'departement', name: 'Rhône', codes: ['69'] };
const ain: NamedTerritory = { scope: 'departement', code: '01', name: 'Ain' };
const france: NamedTerritory = { scope: 'national', code: '', name: 'France entière' };

describe('a chosen territory', () => {
  test('fills an empty one', () => {
    expect(territoryFilling(none, ain, [])).toEqual({
      fills: { scope: 'departement', name: 'Ain', codes: ['01'] },
      doubts: [],
    });
    expect(territoryFilling(none, france, [])).toEqual({
      fills: { scope: 'national', name: 'France entière', codes: [] },
      doubts: [],
    });
  });

  test('is added to those of its scale, and to their name', () => {
    expect(territoryFilling(rhone, ain, ['Rhône'])).toEqual({
      fills: { scope: 'departement', name: 'Rhône et Ain', codes: ['69', '01'] },
      doubts: [],
    });
  });

  test('asks before it changes a name of its own', () => {
    const own = { ...rhone, name: 'Rhône et Métropole' };
    const { fills, doubts } = territoryFilling(own, ain, ['Rhône']);
    expect(fills).toEqual({ scope: 'departement', codes: ['69', '01'] });
    expect(doubts.map(({ options }) => options.map((option) => option.fills))).toEqual([
      [{}, { name: 'Rhône et Ain' }],
    ]);
  });

  test('of another scale replaces all, after a yes', () => {
    for (const there of [rhone, { scope: 'other', name: 'Parc du Pilat', codes: [] }]) {
      const { fills, doubts } = territoryFilling(there, france, ['Rhône']);
      expect(fills).toEqual({});
      expect(doubts[0]?.options.map((option) => option.fills)).toEqual([
        {},
        { scope: 'national', name: 'France entière', codes: [] },
      ]);
    }
  });

  test('may tell where one without a code of its own is', () => {
    const park = { scope: 'other', name: 'Parc du Pilat', codes: ['42218'] };
    const [asked] = territoryFilling(park, { scope: 'commune', code: '69123', name: 'Lyon' }, ['Saint-Étienne']).doubts;
    expect(asked?.options.map((option) => option.fills)).toEqual([
      {},
      { codes: ['42218', '69123'] },
      { scope: 'commune', name: 'Lyon', codes: ['69123'] },
    ]);
  });

  test('that is there changes nothing', () => {
    expect(territoryFilling(rhone, { ...ain, code: '69', name: 'Rhône' }, ['Rhône'])).toEqual({
      fills: {},
      doubts: [],
    });
  });

  test('is added to codes whose names are not known, but not to their name', () => {
    const { fills, doubts } = territoryFilling({ ...rhone, codes: ['99'], name: 'Ailleurs' }, ain, [undefined]);
    expect(fills).toEqual({ scope: 'departement', codes: ['99', '01'] });
    expect(doubts).toHaveLength(1);
  });
});

test('a code that is taken away leaves the name of the others', () => {
  const both = { ...rhone, name: 'Rhône et Ain', codes: ['69', '01'] };
  expect(without(both, '01', ['Rhône', 'Ain'])).toEqual({ codes: ['69'], name: 'Rhône' });
  expect(without({ ...both, name: 'Deux départements' }, '01', ['Rhône', 'Ain'])).toEqual({ codes: ['69'] });
  expect(without(rhone, '69', ['Rhône'])).toEqual({ codes: [] });
});

test('a name is made of names that are all known', () => {
  expect(nameOfAll(['Ain', 'Rhône', 'Loire'])).toBe('Ain, Rhône et Loire');
  expect(nameOfAll(['Ain', undefined])).toBeUndefined();
  expect(nameOfAll([])).toBeUndefined();
});
