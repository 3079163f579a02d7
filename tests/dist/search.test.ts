import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { distDir, readPages } from '../support/dist.ts';
import { comparedSearches } from '../support/search/compared.ts';
import { keptQueries, measure, tunedQueries, type Success } from '../support/search/queries.ts';

let all: Success;
let kept: Success;
let others: Success[];

beforeAll(async () => {
  const pages = readPages().map(({ path, html }) => ({ url: path, html }));
  const { 'this site': ours, ...libraries } = await comparedSearches(join(distDir, 'pagefind'), pages);
  all = await measure([...tunedQueries, ...keptQueries], ours);
  kept = await measure(keptQueries, ours);
  others = await Promise.all(
    Object.values(libraries).map((library) => measure([...tunedQueries, ...keptQueries], library)),
  );
});

describe('a hundred and fifty questions that visitors would ask', () => {
  test('are those that were written, none of them twice', () => {
    expect([tunedQueries.length, keptQueries.length]).toEqual([90, 60]);
    expect(new Set([...tunedQueries, ...keptQueries].map(({ query }) => query)).size).toBe(150);
    const paths = new Set(readPages().map(({ path }) => path));
    const asked = [...tunedQueries, ...keptQueries].flatMap(({ pages }) => pages);
    expect(asked.filter((page) => !page.includes('?') && !paths.has(page))).toEqual([]);
  });

  test('nine in ten are answered first, and 97 in a hundred by one of the first five', () => {
    expect(all.atOne).toBeGreaterThanOrEqual(0.9);
    expect(all.atFive).toBeGreaterThanOrEqual(0.97);
  });

  test('so are those that nothing was tuned on, or nearly', () => {
    expect(kept.atOne).toBeGreaterThanOrEqual(0.88);
    expect(kept.atFive).toBeGreaterThanOrEqual(0.96);
  });

  test('better than by the libraries that one would take instead', () => {
    for (const other of others) {
      expect(other.atOne).toBeLessThan(all.atOne);
      expect(other.atFive).toBeLessThan(all.atFive);
    }
  });
});
