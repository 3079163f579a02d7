import { expect, test } from 'vitest';
import { communesOf } from '#forms/communes.ts';
import { hasCode } from '#forms/use-communes.ts';
import { placeShards } from '#places/shards.ts';

const shards = placeShards();
const fetchShard = (shard: string): Promise<unknown> =>
  shards.has(shard) ? Promise.resolve(shards.get(shard)) : Promise.reject(new Error(shard));

test('a commune is named with its code when it is the only one of that name', async () => {
  expect(await communesOf('bruz', fetchShard)).toEqual({
    named: ['Bruz (Ille-et-Vilaine), code Insee 35047'],
    sure: true,
  });
});

test('among several of one name, one is chosen', async () => {
  const { named, sure } = await communesOf('Saint-Denis', fetchShard);
  expect(sure).toBe(false);
  expect(named).toContain('Saint-Denis (La Réunion), code Insee 97411');
  expect(named).toContain('Saint-Denis (Seine-Saint-Denis), code Insee 93066');
});

test('what names no commune of France stays as it is typed', async () => {
  expect(await communesOf('un hameau sans nom', fetchShard)).toEqual({ named: [], sure: false });
  expect(await communesOf('…', fetchShard)).toEqual({ named: [], sure: false });
});

test.each([
  ['Bruz (Ille-et-Vilaine), code Insee 35047', true],
  ['Ajaccio (Corse-du-Sud), code Insee 2A004 ', true],
  ['Bruz', false],
  ['Bruz, 35170', false],
])('%s has its code or not', (text, has) => expect(hasCode(text)).toBe(has));
