/** The shards as they are built: what they hold, and what a lookup costs. */
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { distanceKm } from '#domain/distance.ts';
import { isDistrict } from '#domain/insee.ts';
import { officialCommunes, epciOfCommunes, type OfficialCommune } from '#places/official.ts';
import { locateCommunes } from '#places/locate.ts';
import { placeOfToken, suggest, tokenOf } from '#places/lookup.ts';
import { keyOf } from '#places/normalise.ts';
import type { Row, ShardIndex } from '#places/place.ts';
import { placeShards } from '#places/shards.ts';

const shards = placeShards();
const index = shards.get('index') as ShardIndex;
const fetchShard = (shard: string): Promise<unknown> => Promise.resolve(shards.get(shard));
const rows = [...new Set([...shards].flatMap(([name, rows]) => (name.startsWith('code-') ? (rows as Row[]) : [])))];
const communes = officialCommunes();
const current = communes.filter(({ type }) => type === 'commune-actuelle');
const epcis = epciOfCommunes();
const where = locateCommunes(communes, epcis);

describe('what is located', () => {
  test('the points of GeoNames, measured on 2026-11-20: 79 % of the people by INSEE code, 82 % with the names', () => {
    const exact = current.filter((row) => where(row)?.precision === 'exact');
    const people = (of: readonly OfficialCommune[]) => of.reduce((sum, { population = 0 }) => sum + population, 0);
    expect(current).toHaveLength(34_969);
    expect(exact.length).toBeGreaterThanOrEqual(8_602);
    expect(people(exact) / people(current)).toBeGreaterThan(0.82);
    const postcodes = new Set(current.flatMap(({ codesPostaux = [] }) => codesPostaux));
    const located = new Set(exact.flatMap(({ codesPostaux = [] }) => codesPostaux));
    expect(postcodes.size).toBe(6_310);
    expect(located.size).toBeGreaterThanOrEqual(5_196);
  });

  test('only what nobody lives in is nowhere', () => {
    const nowhere = current.filter((row) => !where(row));
    expect(nowhere.map(({ departement }) => departement).filter((code) => code !== '984' && code !== '989')).toEqual(
      [],
    );
  });

  test('a fallback is right to a few kilometres: without its own point, half of the communes are less than 8 km off', () => {
    const sample = current.filter(
      (row, rank) => rank % 600 === 0 && where(row)?.precision === 'exact' && row.zone === 'metro',
    );
    const errors = sample.flatMap((row) => {
      const hidden = communes.filter((each) => each !== row);
      // Without its code and its name, a commune is located as any that GeoNames does not have.
      const blind = { ...row, code: `x${row.code}`, nom: 'x' };
      const guess = locateCommunes(
        [...hidden, blind],
        new Map(epcis).set(blind.code, epcis.get(row.code) ?? ''),
      )(blind);
      const real = where(row);
      return guess && real ? distanceKm(guess, real) : [];
    });
    expect(errors.toSorted((a, b) => a - b)[Math.floor(errors.length / 2)]).toBeLessThan(8);
  });

  test.each([
    ['the seat, not one of its 110 quarters', '13055', 43.297, 5.381],
    ['a capital that GeoNames gives no INSEE code', '75056', 48.853, 2.349],
    ['a commune that GeoNames gives the code of another', '69244', 45.766, 4.78],
    ['Mayotte, by its administrative code', '97611', -12.78, 45.23],
    ['New Caledonia, by name', '98818', -22.27, 166.45],
  ])('%s', (_, code, latitude, longitude) => {
    const row = communes.find((each) => each.code === code && each.type !== 'commune-deleguee');
    const found = row && where(row);
    expect(found?.precision).toBe('exact');
    expect(found && distanceKm(found, { latitude, longitude })).toBeLessThan(3);
  });

  test('the 45 districts of Paris, Lyon and Marseille, each at its own middle', () => {
    const districts = communes.filter(({ type }) => type === 'arrondissement-municipal');
    expect(districts).toHaveLength(45);
    expect(districts.filter(({ code }) => !isDistrict(code))).toEqual([]);
    const points = districts.map((row) => where(row));
    expect(points.filter((point) => point?.precision !== 'district')).toEqual([]);
    for (const [rank, { code, commune = '' }] of districts.entries()) {
      const city = current.find((row) => row.code === commune);
      const [middle, centre] = [points[rank], city && where(city)];
      expect(middle && centre && distanceKm(middle, centre), code).toBeLessThan(10);
      const same = points.filter((point) => point && middle && distanceKm(point, middle) < 0.5);
      expect(same, code).toHaveLength(1);
    }
  });
});

describe('what is found', () => {
  test('every place by its name, whatever its homonyms', async () => {
    const lost: string[] = [];
    for (const [code, name] of rows) {
      const places = await suggest(name, fetchShard);
      if (!places.some((place) => place.code === code && place.name === name)) lost.push(`${name} ${code}`);
    }
    expect(lost).toEqual([]);
  });

  test('every place by what an address says of it', async () => {
    const lost: string[] = [];
    for (const [code, name] of rows) {
      const place = await placeOfToken(tokenOf({ code, name }), fetchShard);
      if (place?.code !== code || keyOf(place.name) !== keyOf(name)) lost.push(`${name} ${code}`);
    }
    expect(lost).toEqual([]);
  });

  test('every postcode', async () => {
    const lost: string[] = [];
    for (const postcode of new Set(current.filter(where).flatMap(({ codesPostaux = [] }) => codesPostaux))) {
      const places = await suggest(postcode, fetchShard);
      if (places.length === 0 || places.some(({ postalCodes }) => !postalCodes.includes(postcode))) lost.push(postcode);
    }
    expect(lost).toEqual([]);
  });
});

describe('what it costs', () => {
  const bytes = new Map([...shards].map(([name, data]) => [name, gzipSync(JSON.stringify(data), { level: 9 }).length]));
  const size = (name: string) => bytes.get(name) ?? 0;

  test('fewer than 1,000 files', () => {
    expect(shards.size).toBeLessThan(1_000);
  });

  test('no file name is one that Windows keeps for itself', () => {
    expect([...shards.keys()].filter((name) => !/^(?:index|code-[0-9AB]{2,3}|nom-[a-z0-9]+)$/.test(name))).toEqual([]);
  });

  test('at most 30 kB for a whole lookup: the worst postcode, then the worst name, letter by letter', () => {
    const prefixes = index.names.split(' ');
    const ofKey = (key: string) =>
      prefixes.reduce((sum, prefix) => sum + (key.startsWith(prefix) ? size(`nom-${prefix}`) : 0), 0);
    const worstName = Math.max(...rows.map(([, name]) => ofKey(keyOf(name))));
    const worstCode = Math.max(...index.codes.split(' ').map((prefix) => size(`code-${prefix}`)));
    expect(size('index') + worstName, 'a name').toBeLessThan(20_000);
    expect(size('index') + worstCode, 'a postcode').toBeLessThan(20_000);
    expect(size('index') + worstName + worstCode, 'both').toBeLessThan(30_000);
  });
});
