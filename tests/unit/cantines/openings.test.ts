import { expect, test } from 'vitest';
import { openingsByYear, openSinceUnknown } from '#cantines/openings/by-year.ts';
import { networkEntries } from '../../support/network.ts';

const cantine = (title: string, openedOn: string | undefined, status: 'open' | 'preparing' | 'closed' = 'open') => ({
  title,
  openedOn,
  status,
});
const CANTINES = [
  cantine('Metz', '2023-12-01'),
  cantine('Mâcon', '2023'),
  cantine('Bientôt', '2023-01', 'preparing'),
  cantine('Oullins', undefined),
  cantine('Partie', '2018', 'closed'),
  cantine('Vaise', '2016-09-01'),
];

test('the cantines of each year, by date, with those of before; one that closed did open', () => {
  expect(
    openingsByYear(CANTINES).map(({ year, opened, before }) => [year, opened.map(({ title }) => title), before.length]),
  ).toEqual([
    ['2016', ['Vaise'], 0],
    ['2018', ['Partie'], 1],
    ['2023', ['Mâcon', 'Metz'], 2],
  ]);
});

test('those that are open since nobody knows when', () => {
  expect(openSinceUnknown(CANTINES).map(({ title }) => title)).toEqual(['Oullins']);
});

test('every open cantine of the network is in a year or among these', () => {
  const cantines = networkEntries('cantines').map(({ data }) => data);
  const told = [...openingsByYear(cantines).flatMap(({ opened }) => opened), ...openSinceUnknown(cantines)];
  expect(cantines.filter((each) => each.status === 'open' && !told.includes(each))).toEqual([]);
});
