import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { codesOf } from '#places/territories.ts';
import { officialCommunes } from '#places/official.ts';
import { territoryShards } from '#places/territory-shards.ts';
import { territoryCodes } from '#places/territory.ts';

const shards = territoryShards();
const fetchShard = (name: string) => {
  const shard = shards.get(name);
  return shard ? Promise.resolve(shard) : Promise.reject(new Error(`No file ${name}`));
};

test('a browser finds what contains each commune and district of France as the build does', async () => {
  const today = officialCommunes().filter(
    ({ type }) => type === 'commune-actuelle' || type === 'arrondissement-municipal',
  );
  const faults: string[] = [];
  for (const { code } of today) {
    const [here, there] = [JSON.stringify(await territoryCodes(code, fetchShard)), JSON.stringify(codesOf(code))];
    if (here !== there) faults.push(`${code}: ${here} instead of ${there}`);
  }
  expect(faults).toEqual([]);
});

test('a former commune is where the one that holds it today is', async () => {
  // Annecy-le-Vieux is part of Annecy since 2017.
  expect(await territoryCodes('74011', fetchShard)).toEqual(await territoryCodes('74010', fetchShard));
});

test('a file that does not come is an error', async () => {
  await expect(territoryCodes('99999', fetchShard)).rejects.toThrow('No file territoire-99');
});

test('no file weighs more than 10 kB', () => {
  const heaviest = Math.max(...[...shards.values()].map((shard) => brotliCompressSync(JSON.stringify(shard)).length));
  expect(heaviest).toBeLessThanOrEqual(10_000);
});
