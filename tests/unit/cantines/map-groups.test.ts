import { expect, test } from 'vitest';
import { Groups } from '#cantines/map/groups.ts';
import type { PlaceRecord } from '#cantines/map/records.ts';

const at = (slug: string, latitude: number, longitude: number): PlaceRecord => ({
  slug,
  href: `/cantines/${slug}/`,
  name: slug,
  status: 'open',
  latitude,
  longitude,
  fill: '#000000',
  color: '#ffffff',
});
const frame = (west: number, south: number, east: number, north: number) => ({
  getWest: () => west,
  getSouth: () => south,
  getEast: () => east,
  getNorth: () => north,
});
const FRANCE = frame(-5, 41, 10, 52);

const places = [
  ...['vaise', 'perrache', 'vieux-lyon', 'felix-faure', 'croix-rousse'].map((slug) => at(slug, 45.7485, 4.8467)),
  at('oullins', 45.714, 4.8076),
  at('bordeaux', 44.84, -0.58),
];
const groups = new Groups(places, 18);

test('from afar, the cantines of a city are one group; none is lost', () => {
  const found = groups.within(FRANCE, 6);
  expect(found.map(({ places: inside }) => inside.length).toSorted()).toEqual([1, 6]);
  expect(found.flatMap(({ places: inside }) => inside.map(({ slug }) => slug)).toSorted()).toEqual(
    places.map(({ slug }) => slug).toSorted(),
  );
});

test('a group opens at a zoom where each can be reached, even those at one point', () => {
  const [lyon] = groups.within(FRANCE, 6).filter(({ places: inside }) => inside.length === 6);
  expect(lyon && groups.opensAt(lyon)).toBeGreaterThan(6);
  const near = groups.within(FRANCE, 13).filter(({ latitude }) => latitude === 45.7485);
  expect(near).toHaveLength(5);
  for (const [index, a] of near.entries()) {
    for (const b of near.slice(index + 1)) {
      expect(Math.hypot(a.offset.x - b.offset.x, a.offset.y - b.offset.y)).toBeGreaterThanOrEqual(32);
    }
  }
});

test('a map that cannot go close still takes every group apart', () => {
  const shallow = new Groups(places, 8);
  expect(shallow.within(FRANCE, 8).every(({ places: inside }) => inside.length === 1)).toBe(true);
});

test('what is out of the frame is not shown', () => {
  expect(groups.within(frame(-2, 44, 0, 46), 9).map(({ key }) => key)).toEqual(['bordeaux']);
  expect(new Groups([], 18).within(FRANCE, 6)).toEqual([]);
});
