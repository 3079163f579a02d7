import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { allShards } from '#places/all-shards.ts';
import { nameOfCode, suggestTerritories } from '#places/territory-names.ts';

const shards = allShards();
const fetchShard = (name: string) =>
  shards.has(name) ? Promise.resolve(shards.get(name)) : Promise.reject(new Error(`No file ${name}`));

const first = async (text: string) => {
  const [{ scope, code } = { scope: undefined, code: undefined }] = await suggestTerritories(text, fetchShard);
  return [scope, code];
};

test.each([
  ['rhone', 'departement', '69'],
  ['bretagne', 'region', '53'],
  ['lyon', 'commune', '69123'],
  ['Metropole de Lyon', 'epci', '200046977'],
  ['200046977', 'epci', '200046977'],
  ['lyon 9e', 'arrondissement', '69389'],
  ['FRANCE', 'national', ''],
  ['2a', 'departement', '2A'],
  ['84', 'region', '84'],
  ['la réunion', 'region', '04'],
])('« %s » means first the %s %s', async (text, scope, code) => {
  expect(await first(text)).toEqual([scope, code]);
});

test('a code of two digits means a region and a département', async () => {
  const found = await suggestTerritories('84', fetchShard);
  expect(found.map(({ scope }) => scope)).toEqual(['region', 'departement']);
});

test.each(['', '  ', '…', '"><img src=x>zz', 'zzzz', '99999'])('« %s » means none', async (text) => {
  expect(await suggestTerritories(text, fetchShard)).toEqual([]);
});

test.each([
  ['region', '84', 'Auvergne-Rhône-Alpes'],
  ['departement', '84', 'Vaucluse'],
  ['epci', '200046977', 'Métropole de Lyon'],
  ['commune', '69123', 'Lyon'],
  ['arrondissement', '69389', 'Lyon 9e arrondissement'],
  ['other', '200046977', 'Métropole de Lyon'],
  ['other', '84', undefined],
  ['commune', '84', undefined],
  ['epci', '000000000', undefined],
  ['national', '84', undefined],
  ['region', 'constructor', undefined],
])('%s %s is %s', async (scope, code, name) => {
  expect(await nameOfCode(scope, code, fetchShard)).toBe(name);
});

test('the names come in less than 20 kB', () => {
  expect(brotliCompressSync(JSON.stringify(shards.get('territoires'))).length).toBeLessThan(20_000);
});
