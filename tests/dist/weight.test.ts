/** Each kind of page of the frozen network, whole: what a visitor of a site of this size waits for. */
import { expect, test } from 'vitest';
import { readPages } from '../support/dist.ts';
import { budgetOf, weigh } from '../support/weight.ts';

test.each([...Map.groupBy(readPages(), ({ kind }) => kind)])('%s keeps to its budget', (kind, group) => {
  const { page: budget } = budgetOf(kind);
  const over = group.map((page) => ({ path: page.path, ...weigh(page) })).filter(({ page }) => page > budget);
  expect(over).toEqual([]);
});
