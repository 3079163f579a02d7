import { expect, test } from 'vitest';
import { sayMoment, yearsOf } from '#network/years.ts';

const at = (date: string) => date;

test('the years in their order, and in each what is dated to the day before what is not', () => {
  const milestones = ['2024', '2016-09-01', '2024-05-01', '2024-03', '2015', '2015-11'];
  expect(yearsOf({ of: milestones, at }, { of: ['2024-11-16', '2020-10', '2024'], at })).toEqual([
    { year: '2015', milestones: ['2015-11', '2015'], openings: [] },
    { year: '2016', milestones: ['2016-09-01'], openings: [] },
    { year: '2020', milestones: [], openings: ['2020-10'] },
    { year: '2024', milestones: ['2024-03', '2024-05-01', '2024'], openings: ['2024-11-16', '2024'] },
  ]);
});

test('nothing yet makes no year', () => {
  expect(yearsOf({ of: [], at }, { of: [], at })).toEqual([]);
});

test.each([
  [{ date: '2025' }, undefined],
  [{ date: '2019-07' }, 'juillet'],
  [{ date: '2016-09-01' }, '1er\u00a0septembre'],
  [{ date: '2015-11', until: '2016-03' }, 'novembre, jusqu’en mars 2016'],
  [{ date: '2024', until: '2025' }, 'jusqu’en 2025'],
  [{ date: '2024-05-02', until: '2024-05-04' }, '2\u00a0mai, jusqu’au 4\u00a0mai 2024'],
])('when in its year: %o', (milestone, said) => {
  expect(sayMoment(milestone)).toBe(said);
});
